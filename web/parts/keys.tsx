import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type CommandId, useKeysOf } from '#web/commands.ts'

/** One key as a key. Which one it is always comes from the list of commands: a literal would lie as soon as somebody chooses another. */
type KbdProps = { children: ReactNode; onDark?: boolean; isAlways?: boolean }

export function Kbd({ children, onDark, isAlways }: KbdProps) {
  return (
    <kbd
      className={clsx(
        'inline-grid h-[18px] min-w-[18px] place-items-center rounded-[4px] border px-1 font-sans text-meta leading-none font-medium',
        // Who touches the screen presses no keys, except where the keys themselves are the matter.
        !isAlways && 'touch:hidden',
        onDark ? 'border-rail-line bg-rail-hover text-rail-ink-2' : 'border-line-strong bg-pane text-ink-3',
      )}
    >
      {children}
    </kbd>
  )
}

/** The keys of a command as keys; nothing when it has none. */
export function Keys({ of, onDark }: { of: CommandId; onDark?: boolean }) {
  return useKeysOf(of).map((key) => (
    <Kbd key={key} onDark={onDark}>
      {key}
    </Kbd>
  ))
}

/** The same as plain words, beside a label in a menu or on a button. */
export function KeyWords({ of, className }: { of: CommandId; className?: string }) {
  const keys = useKeysOf(of)
  if (keys.length === 0) return null
  return (
    <span aria-hidden="true" className={clsx('touch:hidden', className)}>
      {keys.join(' ')}
    </span>
  )
}
