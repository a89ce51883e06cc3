import type { MessageDescriptor } from '@lingui/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { tinykeys } from 'tinykeys'

/** Where a command belongs: its heading in the palette and on the sheet of keys. */
export type CommandScope = 'conversation' | 'list' | 'reply' | 'screen' | 'go'

/**
 * Something that can be done by name. One list feeds keys, palette, tooltips, menus and the `?` sheet, so they cannot
 * drift apart.
 */
export type Command = {
  id: string
  label: MessageDescriptor
  /** As tinykeys writes them: `e`, `g i`, `$mod+Enter`, `Shift+r`. The first is shown, the others also work. */
  keys?: readonly string[]
  scope: CommandScope
  /** Absent: always. */
  when?: () => boolean
  run: () => void
  /** Also while typing. Only for keys with a modifier, or Escape. */
  inText?: boolean
  /** Gives way to any other of its id, whichever came first. */
  isFallback?: boolean
}

/** All that stand, in the order in which they came. Of those with one id the last holds. */
let standing: readonly Command[] = []
const listeners = new Set<() => void>()
let all: readonly Command[] = []
let unbind = () => {}
let isBinding = false

/** Offers commands while the component stands. Of two with the same id the later holds, and gives way when it goes. */
export function useCommands(given: readonly Command[]) {
  const latest = useRef(given)
  latest.current = given
  const ids = given.map((command) => `${command.id} ${command.keys?.join(' ') ?? ''}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` says whether the set changed; what they do is read at the moment itself.
  useEffect(() => {
    const mine: readonly Command[] = latest.current.map((command) => ({
      ...command,
      when: () => latest.current.find((c) => c.id === command.id)?.when?.() ?? true,
      run: () => latest.current.find((c) => c.id === command.id)?.run(),
    }))
    standing = [...mine.filter(isFallback), ...standing, ...mine.filter((command) => !isFallback(command))]
    changed()
    return () => {
      standing = standing.filter((command) => !mine.includes(command))
      changed()
    }
  }, [ids])
}

function isFallback(command: Command): boolean {
  return command.isFallback === true
}

/** All that can be done here and now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )
}

/** The keys of a command as people read them: `['⌘', '↵']`. Empty when it has none. */
export function useKeysOf(id: string): readonly string[] {
  return keysShown(useAllCommands().find((command) => command.id === id)?.keys?.[0])
}

const isApple = /Mac|iPhone|iPad/u.test(navigator.platform)
const signs: Record<string, string> = {
  $mod: isApple ? '⌘' : 'Ctrl',
  shift: '⇧',
  alt: isApple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
}

export function keysShown(keys: string | undefined): readonly string[] {
  if (!keys) return []
  // Nobody thinks of "?" as Shift and something: the sign itself says it.
  const parts = keys.replace(/Shift\+(?=[^A-Za-z]$)/u, '').split(/[ +]/u)
  return parts.map((part) => signs[part.toLowerCase()] ?? part.toUpperCase())
}

export function runCommand(id: string) {
  const command = all.find((one) => one.id === id)
  if (command && (command.when?.() ?? true)) command.run()
}

function changed() {
  all = [...new Map(standing.map((command) => [command.id, command])).values()]
  for (const listener of listeners) listener()
  if (isBinding) return
  isBinding = true
  queueMicrotask(bind)
}

function bind() {
  isBinding = false
  unbind()
  const handlers: Record<string, (event: KeyboardEvent) => void> = {}
  const bindings = all.flatMap((command) => (command.keys ?? []).map((key) => ({ key, command })))
  // Sequences first: the I of “G I” must not also do what I does alone.
  for (const { key, command } of bindings.toSorted((a, b) => pressesIn(b.key) - pressesIn(a.key)))
    handlers[key] = (event) => pressed(command, event)
  unbind = tinykeys(window, handlers, { ignore: () => false })
}

function pressesIn(keys: string): number {
  return keys.split(' ').length
}

function pressed(command: Command, event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  if (isTyping(event.target) && !command.inText) return
  // An open dialog or menu has its own keys; single letters would act on what lies below it.
  if (isInDialog(event.target) && !command.inText) return
  if (!(command.when?.() ?? true)) return
  event.preventDefault()
  command.run()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit'].includes(target.type)
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],[role=menu],[role=alertdialog]') !== null
}
