import { bindingOf, type CommandId, commandIds } from './command-keys.ts'
import { isBeginning, isPlainPress, pressesIn } from './press.ts'

/** What a person chose. `own` holds only what differs from what a command comes with; an empty list is "no key". */
export type KeySettings = { own: Readonly<Record<string, readonly string[]>>; areLettersOn: boolean }
/** The keys of each command that hold now. What every program does with its keys is not in it: those are always there. */
export type Keymap = ReadonlyMap<CommandId, readonly string[]>

export const plainSettings: KeySettings = { own: {}, areLettersOn: true }

/**
 * What a person chose goes first. A key that a command comes with gives way to it: a new version may bring a command whose key
 * somebody gave to another long ago.
 */
export function keymapOf({ own, areLettersOn }: KeySettings): Keymap {
  const chosen = commandIds.flatMap((id) => own[id] ?? [])
  const isTaken = (keys: string) => chosen.some((one) => meet(one, keys))
  return new Map(
    commandIds.map((id) => {
      const keys = own[id] ?? (bindingOf(id).keys ?? []).filter((one) => !isTaken(one))
      return [id, areLettersOn ? keys : keys.filter((one) => !isLettersOnly(one))]
    }),
  )
}

/** WCAG 2.1.4 speaks of these: no Ctrl, ⌘ or Alt, and no key that only steers. One such press in a row of two is enough. */
export function isLettersOnly(keys: string): boolean {
  return pressesIn(keys).some(isPlainPress)
}

/** Which command each row of presses reaches, fixed keys included. */
export function reachedBy(keymap: Keymap): ReadonlyMap<string, CommandId> {
  const fixed = commandIds.flatMap((id) => (bindingOf(id).fixed ?? []).map((keys) => [keys, id] as const))
  const changeable = [...keymap].flatMap(([id, all]) => all.map((keys) => [keys, id] as const))
  return new Map([...changeable, ...fixed])
}

/** The other commands that these keys would take away, or that would keep them from being reached. */
export function clashesOf(keymap: Keymap, { id, keys }: { id: CommandId; keys: string }): readonly CommandId[] {
  return [...keymap].flatMap(([other, all]) => {
    return other !== id && all.some((one) => meet(one, keys)) ? [other] : []
  })
}

/** The same, or one is how the other begins. */
function meet(one: string, other: string): boolean {
  return isBeginning(one, other) || isBeginning(other, one)
}

/**
 * The settings after a command was given these keys. Who chose them before has them no longer; who only came with them gives way
 * by itself, and gets them back when they are free again.
 */
export function withKeys(settings: KeySettings, given: { id: CommandId; keys: string }): KeySettings {
  return { ...settings, own: { ...without(settings.own, [given.keys]), [given.id]: [given.keys] } }
}

/** A command that no key reaches; the palette still does. */
export function withNoKey(settings: KeySettings, id: CommandId): KeySettings {
  return { ...settings, own: { ...settings.own, [id]: [] } }
}

/** Back to what it comes with; whoever chose that key gives it back. */
export function asItComes(settings: KeySettings, id: CommandId): KeySettings {
  const { [id]: _, ...own } = settings.own
  return { ...settings, own: without(own, bindingOf(id).keys ?? []) }
}

/** Whoever loses all that was chosen is again as it comes. */
function without(own: KeySettings['own'], keys: readonly string[]): KeySettings['own'] {
  const left = Object.entries(own).map(
    ([id, all]) => [id, all.filter((one) => !keys.some((each) => meet(each, one)))] as const,
  )
  return Object.fromEntries(left.filter(([id, all]) => all.length > 0 || own[id]?.length === 0))
}

/** Does a command have other keys than it comes with? */
export function isChanged(settings: KeySettings, id: CommandId): boolean {
  const now = keymapOf({ ...settings, areLettersOn: true }).get(id) ?? []
  return now.join() !== (bindingOf(id).keys ?? []).join()
}

/** What is told to the server: only what became different; `null` is "as it comes". */
export function ownChanges(before: KeySettings, after: KeySettings): Record<string, string[] | null> {
  const ids = [...new Set([...Object.keys(before.own), ...Object.keys(after.own)])]
  const changed = ids.filter((id) => JSON.stringify(before.own[id]) !== JSON.stringify(after.own[id]))
  return Object.fromEntries(changed.map((id) => [id, after.own[id] ? [...after.own[id]] : null]))
}
