import type { MessageDescriptor } from '@lingui/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { bindingOf, type CommandId, commandIds } from './keys/command-keys.ts'
import { type Keymap, type KeySettings, keymapOf, plainSettings, reachedBy } from './keys/keymap.ts'
import { pressOf, signsOf } from './keys/press.ts'
import { createPressReader } from './keys/press-reader.ts'

export type { CommandId, CommandScope } from './keys/command-keys.ts'

/**
 * What a screen can do of the commands there are. One list (keys/command-keys.ts) with its labels feeds keys, palette, tooltips,
 * menus, the `?` sheet and the settings, so they cannot drift apart; a screen says only what happens.
 */
export type Offer = {
  id: CommandId
  /** Where it has a better name here and now than everywhere else. */
  label?: MessageDescriptor
  /** Absent: always. */
  when?: () => boolean
  run: () => void
  /** Gives way to any other of its id, whichever came first. */
  isFallback?: boolean
  /** Where its fixed keys mean it; absent: everywhere. */
  isFixedHere?: (target: EventTarget | null) => boolean
}

/** All that are offered, in the order in which they came. Of those with one id the last holds. */
let standing: readonly Offer[] = []
let all: readonly Offer[] = []
let keymap = keymapOf(plainSettings)
let reach = reachedBy(keymap)
let settings = plainSettings
const listeners = new Set<() => void>()

/** Offers commands while the component stands. Of two with the same id the later holds, and gives way when it goes. */
export function useCommands(given: readonly Offer[]) {
  const latest = useRef(given)
  latest.current = given
  const ids = given.map(({ id, label }) => `${id} ${label?.id ?? ''}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` says whether the set changed; what they do is read at the moment itself.
  useEffect(() => {
    const now = (id: CommandId) => latest.current.find((offer) => offer.id === id)
    const mine: readonly Offer[] = latest.current.map((offer) => ({
      ...offer,
      when: () => now(offer.id)?.when?.() ?? true,
      run: () => now(offer.id)?.run(),
    }))
    standing = [...mine.filter(isFallback), ...standing, ...mine.filter((offer) => !isFallback(offer))]
    changed()
    return () => {
      standing = standing.filter((offer) => !mine.includes(offer))
      changed()
    }
  }, [ids])
}

function isFallback(offer: Offer): boolean {
  return offer.isFallback === true
}

/** All that can be done here and now. */
export function useAllCommands(): readonly Offer[] {
  return useSyncExternalStore(subscribe, () => all)
}

/** Which keys reach what, now. */
export function useKeymap(): Keymap {
  return useSyncExternalStore(subscribe, () => keymap)
}

/** The keys of a command as people read them: `['⌘', '↵']`. Empty when it has none. */
export function useKeysOf(id: CommandId): readonly string[] {
  const keys = useSyncExternalStore(subscribe, () => keymap.get(id)?.[0])
  return keysShown(keys ?? bindingOf(id).fixed?.[0])
}

/** The same in one word for a sentence: `⌘↵`, `Z`; empty when it has none. */
export function keysSaid(id: CommandId): string {
  return keysShown(keymap.get(id)?.[0] ?? bindingOf(id).fixed?.[0]).join(' ')
}

const isApple = /Mac|iPhone|iPad/u.test(navigator.platform)

export function keysShown(keys: string | undefined): readonly string[] {
  return keys ? signsOf(keys, isApple) : []
}

/** What a person pressed, as it is written; see press.ts. */
export function pressed(event: KeyboardEvent): string | undefined {
  return pressOf(event, isApple)
}

/** The command that this one press reaches, for a part that does something of its own with it. */
export function commandAt(event: KeyboardEvent): CommandId | undefined {
  return reach.get(pressed(event) ?? '')
}

/** The keys of whoever is here hold from now on, everywhere. */
export function setKeySettings(next: KeySettings) {
  if (JSON.stringify(next) === JSON.stringify(settings)) return
  settings = next
  keymap = keymapOf(next)
  reach = reachedBy(keymap)
  tell()
}

export function runCommand(id: CommandId) {
  const command = all.find((one) => one.id === id)
  if (command && (command.when?.() ?? true)) command.run()
}

/** In the order of the list of commands, wherever they are offered. */
function changed() {
  const byId = new Map(standing.map((offer) => [offer.id, offer]))
  all = commandIds.flatMap((id) => byId.get(id) ?? [])
  tell()
}

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const readPress = createPressReader()

// Nothing waits between the key and what it does: the same event that carries it changes the screen.
window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return
  const press = pressed(event)
  if (press === undefined) return
  // In a field, a dialog or a menu keys have other work: single letters would act on what lies below it.
  const isElsewhere = isTyping(event.target) || isInDialog(event.target)
  const keys = isElsewhere ? press : readPress(press, reach, event.timeStamp)
  const id = keys === undefined ? undefined : reach.get(keys)
  if (id === undefined || keys === undefined) return
  const { inText, repeats, fixed } = bindingOf(id)
  if ((isElsewhere && !inText) || (event.repeat && !repeats)) return
  const command = all.find((one) => one.id === id)
  if (!command || !(command.when?.() ?? true)) return
  if (fixed?.includes(keys) && !(command.isFixedHere?.(event.target) ?? true)) return
  event.preventDefault()
  command.run()
})

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit'].includes(target.type)
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],[role=menu],[role=alertdialog]') !== null
}
