import { msg } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { type Command, useCommands } from '#web/commands.ts'
import { focusCard } from './focus-card.ts'
import type { Inbox } from './inbox-context.ts'
import { step } from './list-window.ts'
import { fourPanes } from './use-media.ts'
import { dropWish, makeWish, type Wish } from './wish.ts'

/** One key per decision. What is selected goes first; else it is the conversation that is open. */
export function useInboxKeys(inbox: Inbox) {
  useCommands([...listKeys(inbox), ...decisionKeys(inbox), ...conversationKeys(inbox)])
  useArrows(inbox)
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
}

function isForList(target: EventTarget | null): boolean {
  if (target === document.body) return true
  return target instanceof Element && target.closest('[data-inbox-list]') !== null && !target.closest('input')
}

/** The arrows walk the list, except where they have work of their own: in the conversation they scroll. */
function useArrows(inbox: Inbox) {
  const latest = useRef(inbox)
  latest.current = inbox
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || event.defaultPrevented || hasModifier(event) || !isForList(event.target)) return
      event.preventDefault()
      const { list, currentRow, open } = latest.current
      const row = step(list.rows, currentRow?.id, by)
      if (row) open(row)
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [])
}

function listKeys(inbox: Inbox): Command[] {
  const { list, decide } = inbox
  const go = (by: 1 | -1) => {
    const row = step(list.rows, inbox.currentRow?.id, by)
    if (row) inbox.open(row)
  }
  const select = (by: 1 | -1) => {
    const from = inbox.currentRow
    if (from && !inbox.selected.has(from.id)) inbox.toggleSelected(from.id)
    const row = step(list.rows, from?.id, by)
    if (!row) return
    if (!inbox.selected.has(row.id)) inbox.toggleSelected(row.id)
    inbox.open(row)
  }
  return [
    { id: 'next', label: msg`Next`, keys: ['j'], scope: 'list', run: () => go(1) },
    { id: 'previous', label: msg`Previous`, keys: ['k'], scope: 'list', run: () => go(-1) },
    {
      id: 'select',
      label: msg`Select`,
      keys: ['x'],
      scope: 'list',
      run: () => inbox.currentRow && inbox.toggleSelected(inbox.currentRow.id),
    },
    { id: 'select next', label: msg`Select the next one too`, keys: ['Shift+J'], scope: 'list', run: () => select(1) },
    {
      id: 'select previous',
      label: msg`Select the previous one too`,
      keys: ['Shift+K'],
      scope: 'list',
      run: () => select(-1),
    },
    {
      id: 'take in',
      label: msg`Take in what is new`,
      keys: ['.'],
      scope: 'list',
      when: () => list.newsCount > 0,
      run: list.takeIn,
    },
    {
      id: 'search',
      label: msg`Search in this view`,
      keys: ['/'],
      scope: 'list',
      run: () => focusOn('[data-inbox-search]'),
    },
    { id: 'filter', label: msg`Filter`, keys: ['f'], scope: 'list', run: () => clickOn('[data-inbox-filter]') },
    { id: 'back', label: msg`Back to the list`, keys: ['Escape'], scope: 'list', run: () => back(inbox), inText: true },
    { id: 'undo', label: msg`Take back`, keys: ['z'], scope: 'conversation', run: decide.undo },
  ]
}

/** What is decided about a conversation, or about all that are selected. */
function decisionKeys(inbox: Inbox): Command[] {
  const { decide } = inbox
  const decided = (act: (rows: readonly Row[]) => void) => () => {
    const rows = subjects(inbox)
    if (rows.length > 0) act(rows)
    inbox.clearSelected()
  }
  // Asked in a dialog first: what is selected stays so until it is answered there.
  const asked = (kind: 'handOver' | 'wait') => () => {
    const rows = subjects(inbox)
    if (rows.length > 0) inbox.openDialog({ kind, rows })
  }
  const claim = (rows: readonly Row[]) => {
    for (const row of rows) void decide.claim(row, { takeOver: true })
  }
  const commands: Omit<Command, 'scope' | 'when'>[] = [
    { id: 'done', label: msg`Done`, keys: ['e'], run: decided(decide.finish) },
    { id: 'mine', label: msg`Mine`, keys: ['i'], run: decided(claim) },
    { id: 'hand over', label: msg`Hand over`, keys: ['a'], run: asked('handOver') },
    { id: 'wait', label: msg`Wait until…`, keys: ['h'], run: asked('wait') },
    { id: 'sentiment', label: msg`Correct the tone`, keys: ['s'], run: () => clickOn('[data-sentiment]') },
  ]
  return commands.map((command) => ({ ...command, scope: 'conversation', when: () => canDecide(inbox) }))
}

/** Into the conversation, and what one writes there. */
function conversationKeys(inbox: Inbox): Command[] {
  const { decide, composer } = inbox
  const write = (tab: 'reply' | 'note') => () => {
    if (composer.current) composer.current.focus(tab)
    else wish(tab)
  }
  const turn = () => {
    for (const row of subjects(inbox)) decide.setRead(row, row.isUnread)
    inbox.clearSelected()
  }
  const author = () => (matchMedia(fourPanes).matches ? inbox.toggleAuthor() : inbox.showAuthor())
  const when = () => canDecide(inbox)
  const isOpen = () => inbox.current !== undefined
  const enter = () => {
    if (document.querySelector('[data-thread]')) focusOn('[data-thread]')
    else wish('enter')
  }
  return [
    {
      id: 'enter',
      label: msg`Into the conversation`,
      keys: ['Enter'],
      scope: 'conversation',
      when: isOnCard,
      run: enter,
    },
    { id: 'reply', label: msg`Reply`, keys: ['r'], scope: 'reply', when, run: write('reply') },
    { id: 'note', label: msg`Note for colleagues`, keys: ['n'], scope: 'reply', when, run: write('note') },
    { id: 'unread', label: msg`Read or unread`, keys: ['u'], scope: 'conversation', when: isOpen, run: turn },
    { id: 'author', label: msg`Hide or show the author`, keys: [']'], scope: 'screen', run: author },
  ]
}

function canDecide({ current, me }: Inbox): boolean {
  return current !== undefined && me.canWrite
}

function subjects(inbox: Inbox): readonly Row[] {
  if (inbox.selected.size > 0) return inbox.list.rows.filter((row) => inbox.selected.has(row.id))
  return inbox.currentRow ? [inbox.currentRow] : []
}

/** Out of the field, then out of the conversation, then out of the selection: one step at a time. */
function back(inbox: Inbox) {
  const { activeElement } = document
  if (activeElement instanceof HTMLTextAreaElement) return focusOn('[data-thread]')
  if (inbox.selected.size > 0) return inbox.clearSelected()
  if (inbox.currentRow) focusCard(inbox.currentRow.id)
}

/** Enter on another card opens that one: it is a link. */
function isOnCard(): boolean {
  return document.activeElement?.matches('[data-card][aria-current]') ?? false
}

/** Kept until the conversation is here, or until the person does something else. */
function wish(what: Wish) {
  makeWish(what)
  for (const doing of ['keydown', 'pointerdown'])
    window.addEventListener(doing, dropWish, { once: true, capture: true })
}

function focusOn(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function clickOn(selector: string) {
  document.querySelector<HTMLElement>(selector)?.click()
}
