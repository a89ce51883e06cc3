import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { AlarmClock, Check } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useInbox } from './inbox-context.ts'
import { type Swipe, swipeOf } from './swipe.ts'

type Pulled = { rowId: string; top: number; height: number; swipe: Extract<Swipe, { kind: 'pull' }> }

/**
 * On a touch screen a card can be pulled: to the right it is done, to the left it waits. Both stand in the menu of the conversation
 * too. It watches the whole list, so that no card pays for it, and draws what will happen below the card that is pulled.
 */
export function SwipeCards({ scroller }: { scroller: RefObject<HTMLDivElement | null> }) {
  const inbox = useInbox()
  const latest = useRef(inbox)
  latest.current = inbox
  const [pulled, setPulled] = useState<Pulled>()
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    return watchSwipes(box, {
      show: setPulled,
      decide: (id, act) => {
        const { list, decide, openDialog } = latest.current
        const row = list.rows.find((one) => one.id === id)
        if (!row) return
        if (act === 'wait') openDialog({ kind: 'wait', rows: [row] })
        else if (row.state === 'done') decide.reopen([row])
        else if (row.needsDecision) openDialog({ kind: 'close', rows: [row] })
        else decide.finish([row])
      },
    })
  }, [scroller])
  const row = inbox.list.rows.find((one) => one.id === pulled?.rowId)
  return pulled && row ? <Underlay pulled={pulled} isDone={row.state === 'done'} /> : null
}

/** What letting go would do: pale until it would. */
function Underlay({ pulled, isDone }: { pulled: Pulled; isDone: boolean }) {
  const { t } = useLingui()
  const { byPx, act } = pulled.swipe
  const isRight = byPx > 0
  const Icon = isRight ? Check : AlarmClock
  return (
    <div
      aria-hidden="true"
      style={{ top: pulled.top, height: pulled.height }}
      className={clsx(
        'pointer-events-none absolute inset-x-2 -z-[1] flex items-center gap-2 rounded-lg px-5 text-ui font-semibold',
        isRight ? 'text-pos-t' : 'flex-row-reverse text-warn-t',
        act === null ? 'bg-sunken' : isRight ? 'bg-pos-s' : 'bg-warn-s',
      )}
    >
      <Icon size={20} />
      {act !== null && (isRight ? (isDone ? t`Open again` : t`Done`) : t`Wait until…`)}
    </div>
  )
}

type Ways = { show: (pulled: Pulled | undefined) => void; decide: (id: string, act: 'done' | 'wait') => void }

function watchSwipes(box: HTMLElement, { show, decide }: Ways): () => void {
  let card: HTMLElement | undefined
  let from = { x: 0, y: 0 }
  let swipe: Swipe = { kind: 'none' }

  const end = (): void => {
    card?.parentElement?.style.removeProperty('transform')
    card?.parentElement?.style.removeProperty('background')
    card = undefined
    swipe = { kind: 'none' }
    show(undefined)
  }
  const start = (event: TouchEvent): void => {
    const touch = event.touches[0]
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (!found || !touch || event.touches.length > 1) {
      end()
      return
    }
    card = found
    from = { x: touch.clientX, y: touch.clientY }
    swipe = { kind: 'none' }
  }
  const move = (event: TouchEvent): void => {
    const touch = event.touches[0]
    const moved = card?.parentElement
    if (!card || !moved || !touch) return
    swipe = swipeOf({ dx: touch.clientX - from.x, dy: touch.clientY - from.y, before: swipe })
    if (swipe.kind !== 'pull') return
    // From here on the finger is ours: the list does not scroll below it.
    event.preventDefault()
    moved.style.transform = `translateX(${swipe.byPx}px)`
    moved.style.background = 'var(--canvas)'
    const place = moved.getBoundingClientRect()
    const top = place.top - box.getBoundingClientRect().top + box.scrollTop
    show({ rowId: card.dataset.card ?? '', top, height: place.height, swipe })
  }
  const lift = (event: TouchEvent): void => {
    const id = card?.dataset.card
    const ended = swipe
    end()
    if (ended.kind !== 'pull') return
    // The lifted finger is not a press on the link.
    event.preventDefault()
    if (id && ended.act) decide(id, ended.act)
  }
  box.addEventListener('touchstart', start, { passive: true })
  box.addEventListener('touchmove', move, { passive: false })
  box.addEventListener('touchend', lift)
  box.addEventListener('touchcancel', end)
  return () => {
    box.removeEventListener('touchstart', start)
    box.removeEventListener('touchmove', move)
    box.removeEventListener('touchend', lift)
    box.removeEventListener('touchcancel', end)
  }
}
