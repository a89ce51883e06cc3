import { useEffect, useRef } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { MenuPlace } from '#web/parts/context-menu.tsx'
import { subjectsOf } from './doings.ts'
import { cardIn } from './focus-card.ts'
import type { Inbox, InboxDialog } from './inbox-context.ts'
import { rowsStanding } from './standing-lists.ts'

const longPressMs = 500
const stillPx = 10
/** How long after a long press the finger's own click is not one. */
const noClickMs = 1_000

/** A right click, or a finger that stays, on a card or on a message opens what can be done with it. */
export function useMenus(inbox: Inbox) {
  const latest = useRef(inbox)
  latest.current = inbox
  useEffect(() => {
    const openAt = (target: Element, at: MenuPlace): boolean => {
      const menu = menuOf(latest.current, target, at)
      if (menu) latest.current.openDialog(menu)
      return menu !== undefined
    }
    const rightClick = (event: MouseEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element) || wantsBrowser(event.target)) return
      if (openAt(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault()
    }
    const stopTouch = listenToFinger(openAt)
    window.addEventListener('contextmenu', rightClick)
    return () => {
      stopTouch()
      window.removeEventListener('contextmenu', rightClick)
    }
  }, [])
}

/** A finger that stays in one place. Some systems say so themselves, with the event of a right click; others do not. */
function listenToFinger(openAt: (target: Element, at: MenuPlace) => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let from: MenuPlace = { x: 0, y: 0 }
  let openedAt = Number.NEGATIVE_INFINITY
  const stop = () => clearTimeout(timer)
  const down = (event: PointerEvent) => {
    stop()
    const { target } = event
    if (event.pointerType !== 'touch' || !event.isPrimary || !(target instanceof Element) || wantsBrowser(target))
      return
    from = { x: event.clientX, y: event.clientY }
    timer = setTimeout(() => {
      if (openAt(target, from)) openedAt = performance.now()
    }, longPressMs)
  }
  const move = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > stillPx) stop()
  }
  const click = (event: MouseEvent) => {
    if (performance.now() - openedAt > noClickMs || !(event.target instanceof Element)) return
    if (!event.target.closest('[data-card]')) return
    event.preventDefault()
    event.stopPropagation()
  }
  const ends = ['pointerup', 'pointercancel', 'contextmenu'] as const
  window.addEventListener('pointerdown', down)
  window.addEventListener('pointermove', move)
  window.addEventListener('click', click, true)
  for (const end of ends) window.addEventListener(end, stop)
  return () => {
    stop()
    window.removeEventListener('pointerdown', down)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('click', click, true)
    for (const end of ends) window.removeEventListener(end, stop)
  }
}

/** The same by key: for what has the focus, else for the conversation that is open. */
export function menuAtFocus(inbox: Inbox) {
  const focused = document.activeElement
  const card = inbox.currentRow && cardIn(inbox.currentRow.id)
  const target = focused?.closest('[data-card],[data-message]') ?? focused?.querySelector('[data-message]') ?? card
  if (!target) return
  const { left, top, height } = target.getBoundingClientRect()
  const menu = menuOf(inbox, target, { x: left + 24, y: top + Math.min(height / 2, 40) })
  if (menu) inbox.openDialog(menu)
}

function menuOf(inbox: Inbox, target: Element, at: MenuPlace): InboxDialog | undefined {
  const card = target.closest<HTMLElement>('[data-card]')
  const id = card?.dataset.card
  const row =
    inbox.list.rows.find((one) => one.id === id) ??
    (id !== undefined && inbox.columns ? rowsStanding(new Set([id]))[0] : undefined)
  if (row) return { kind: 'menu', at, rows: rowsOf(inbox, row) }
  const messageId = target.closest<HTMLElement>('[data-message]')?.dataset.message
  return messageId === undefined ? undefined : { kind: 'messageMenu', at, messageId }
}

/** On one of the selected it is about all of them; on another, about that one alone. */
function rowsOf(inbox: Inbox, row: Row): readonly Row[] {
  return inbox.selected.has(row.id) ? subjectsOf(inbox) : [row]
}

/** Where the browser's own menu is worth more: on a link or a picture in a message, in a field, on words that were marked. */
function wantsBrowser(target: Element): boolean {
  if (target.closest('input,textarea,select,[role=dialog],[role=menu]')) return true
  if (target.closest('[data-message]') && target.closest('a,img,video')) return true
  const marked = document.getSelection()
  return (
    marked !== null && !marked.isCollapsed && target.closest('[data-message]')?.contains(marked.anchorNode) === true
  )
}
