import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Check, CircleAlert, Undo2, X } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useNow } from './fmt.ts'
import { KeyWords } from './keys.tsx'
import { Ring } from './promise.tsx'

/** What was just done, said once, with the way back. Failures stay until they are read. */
export type Toast = {
  id: string
  text: ReactNode
  tone: 'done' | 'held' | 'failed'
  undo?: () => void
  /** Until when it can be taken back: draws a ring that empties (replies that are held). */
  undoUntil?: { at: number; ofMs: number }
  action?: { label: string; run: () => void }
  /** Until it is dropped. */
  stays?: boolean
  whenDropped?: () => void
}

const shownMs = 7_000
const shownMax = 3
let toasts: readonly Toast[] = []
const listeners = new Set<() => void>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
let count = 0

/** Shows a toast; the same `id` replaces the one that stands. Returns its id. */
export function showToast(given: Omit<Toast, 'id' | 'tone'> & { id?: string; tone?: Toast['tone'] }): string {
  count += 1
  const toast: Toast = { tone: 'done', ...given, id: given.id ?? `toast-${count}` }
  keep([...toasts.filter((each) => each.id !== toast.id), toast].slice(-shownMax))
  clearTimeout(timers.get(toast.id))
  const lastsMs = toast.undoUntil ? toast.undoUntil.at - Date.now() : shownMs
  if (toast.tone !== 'failed' && !toast.stays)
    timers.set(
      toast.id,
      setTimeout(() => dropToast(toast.id), Math.max(0, lastsMs)),
    )
  return toast.id
}

export function dropToast(id: string) {
  clearTimeout(timers.get(id))
  timers.delete(id)
  toasts.find((each) => each.id === id)?.whenDropped?.()
  keep(toasts.filter((each) => each.id !== id))
}

/** Takes back what the newest toast speaks of. */
export function undoNewestToast() {
  const newest = toasts.findLast((toast) => toast.undo)
  if (!newest) return
  dropToast(newest.id)
  newest.undo?.()
}

function keep(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Stands in the shell from the start: a live region must exist before it speaks. */
export function ToastStack() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed bottom-[var(--toast-bottom,20px)] left-[var(--toast-left,50%)] z-50 flex w-max max-w-[var(--toast-width,calc(100vw-24px))] -translate-x-1/2 flex-col items-center gap-2 max-md:bottom-[var(--toast-bottom,calc(72px+env(safe-area-inset-bottom)))]"
    >
      {shown.map((toast) => (
        <ToastBar key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastBar({ toast }: { toast: Toast }) {
  const { t } = useLingui()
  const isFailed = toast.tone === 'failed'
  return (
    <div
      className={clsx(
        'pointer-events-auto flex max-w-full items-center gap-3 rounded-lg px-3.5 py-2 text-ui shadow-2',
        isFailed ? 'border border-line bg-neg-s text-ink' : 'bg-ink text-on-ink',
      )}
    >
      {toast.undoUntil ? (
        <HoldRing until={toast.undoUntil} />
      ) : isFailed ? (
        <CircleAlert size={15} className="text-neg-t" />
      ) : (
        <Check size={15} />
      )}
      <span className="min-w-0">{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={() => {
            dropToast(toast.id)
            toast.undo?.()
          }}
          className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-bold text-marker touch:h-11 dark:text-on-ink dark:underline"
        >
          <Undo2 size={14} />
          {t`Undo`} <KeyWords of="undo" className="text-meta" />
        </button>
      )}
      {toast.action && (
        <button
          type="button"
          onClick={toast.action.run}
          className="h-7 shrink-0 rounded-md px-2 font-bold whitespace-nowrap underline touch:h-11"
        >
          {toast.action.label}
        </button>
      )}
      {isFailed && (
        <button
          type="button"
          aria-label={t`Close`}
          onClick={() => dropToast(toast.id)}
          className="grid size-7 place-items-center rounded-md touch:size-11"
        >
          <X size={14} />
        </button>
      )}
    </div>
  )
}

function HoldRing({ until }: { until: { at: number; ofMs: number } }) {
  const now = useNow(250)
  const leftMs = Math.max(0, until.at - now.getTime())
  return (
    <span className="num inline-flex items-center gap-1.5 text-meta font-semibold" aria-hidden="true">
      <Ring share={leftMs / until.ofMs} size={15} />
      {Math.ceil(leftMs / 1_000)}
    </span>
  )
}

let spoken = { text: '', isUrgent: false }
const hearers = new Set<() => void>()

/** Says something to people who do not see the screen. `isUrgent` is for incidents only. */
export function announce(text: string, options: { isUrgent?: boolean } = {}) {
  spoken = { text, isUrgent: options.isUrgent ?? false }
  for (const hearer of hearers) hearer()
}

function hear(listener: () => void) {
  hearers.add(listener)
  return () => {
    hearers.delete(listener)
  }
}

export function Announcer() {
  const now = useSyncExternalStore(hear, () => spoken)
  return (
    <div className="sr-only">
      <div aria-live="polite">{now.isUrgent ? '' : now.text}</div>
      <div aria-live="assertive">{now.isUrgent ? now.text : ''}</div>
    </div>
  )
}
