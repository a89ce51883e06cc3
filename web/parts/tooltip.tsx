import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { CommandId } from '#web/commands.ts'
import { KeyWords } from './keys.tsx'

type Side = 'top' | 'bottom' | 'right'
type Shown = { anchor: Element; label: ReactNode; command: CommandId | undefined; side: Side }

const showAfterMs = 400
/** After one tip the next ones come at once, for a moment. */
const warmMs = 600
const hideAfterMs = 80
const gapPx = 6
const edgePx = 6

let shown: Shown | undefined
let showTimer: ReturnType<typeof setTimeout> | undefined
let hideTimer: ReturnType<typeof setTimeout> | undefined
let hiddenAt = Number.NEGATIVE_INFINITY
const listeners = new Set<() => void>()

function show(next: Shown | undefined) {
  if (shown && !next) hiddenAt = Date.now()
  shown = next
  for (const listener of listeners) listener()
}

function plan(next: Shown) {
  clearTimeout(hideTimer)
  clearTimeout(showTimer)
  const isWarm = shown !== undefined || Date.now() - hiddenAt < warmMs
  showTimer = setTimeout(() => show(next), isWarm ? 0 : showAfterMs)
}

function leave() {
  clearTimeout(showTimer)
  hideTimer = setTimeout(() => show(undefined), hideAfterMs)
}

function drop() {
  clearTimeout(showTimer)
  if (shown) show(undefined)
}

type Handlers = {
  onPointerEnter?: (event: PointerEvent) => void
  onPointerLeave?: (event: PointerEvent) => void
  onPointerDown?: (event: PointerEvent) => void
  onFocus?: (event: FocusEvent) => void
  onBlur?: (event: FocusEvent) => void
}

/** Says the name of a picture, with the key of its command. It adds nothing that is not also in the name of the control. */
export function Tip(props: { label: ReactNode; command?: CommandId; children: ReactElement; side?: Side }) {
  const child = props.children as ReactElement<Handlers>
  const own = child.props
  const tipAt = (anchor: Element): Shown => ({
    anchor,
    label: props.label,
    command: props.command,
    side: props.side ?? 'bottom',
  })
  return cloneElement(child, {
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event)
      if (event.pointerType !== 'touch') plan(tipAt(event.currentTarget))
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event)
      leave()
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event)
      drop()
    },
    onFocus: (event) => {
      own.onFocus?.(event)
      if (event.currentTarget.matches(':focus-visible')) plan(tipAt(event.currentTarget))
    },
    onBlur: (event) => {
      own.onBlur?.(event)
      leave()
    },
  } satisfies Handlers)
}

/** The one place where tips are drawn. The pointer may move onto a tip; Escape puts it away. */
export function TipHost() {
  const tip = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && drop()
    const gone = () => drop()
    window.addEventListener('keydown', press)
    window.addEventListener('scroll', gone, true)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('scroll', gone, true)
    }
  }, [])
  if (!tip?.anchor.isConnected) return null
  return <TipBox tip={tip} />
}

function TipBox({ tip }: { tip: Shown }) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    if (box.current) setPlace(placeOf(tip.anchor.getBoundingClientRect(), box.current, tip.side))
  }, [tip])
  return (
    <div
      ref={box}
      role="tooltip"
      onPointerEnter={() => clearTimeout(hideTimer)}
      onPointerLeave={leave}
      className="fixed z-[60] flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-meta text-on-ink shadow-2"
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
    >
      <span>{tip.label}</span>
      {tip.command && <KeyWords of={tip.command} className="font-semibold opacity-80" />}
    </div>
  )
}

/** Beside its control, inside the window; above it where below has no room. */
function placeOf(anchor: DOMRect, box: HTMLElement, side: Side): { left: number; top: number } {
  const { offsetWidth: width, offsetHeight: height } = box
  const within = (value: number, most: number) => Math.max(edgePx, Math.min(value, most - edgePx))
  if (side === 'right')
    return {
      left: within(anchor.right + gapPx, innerWidth - width),
      top: within(anchor.top + (anchor.height - height) / 2, innerHeight - height),
    }
  const below = anchor.bottom + gapPx
  const above = anchor.top - gapPx - height
  const hasRoomBelow = below + height < innerHeight - edgePx
  return {
    left: within(anchor.left + (anchor.width - width) / 2, innerWidth - width),
    top: side === 'top' ? (above > edgePx ? above : below) : hasRoomBelow ? below : above,
  }
}
