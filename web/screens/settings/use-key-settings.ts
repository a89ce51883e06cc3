import { type KeySettings, ownChanges } from '#web/keys/keymap.ts'
import { useSession } from '#web/session.ts'
import { useSaveMe } from './use-save-me.ts'

export type KeepKeys = (next: KeySettings, says: string) => void

/** The keys of whoever is here: seen at once, kept on the server, and taken back with the toast. */
export function useKeySettings(): { settings: KeySettings; keep: KeepKeys } {
  const { user } = useSession()
  const me = useSaveMe()
  const settings: KeySettings = { own: user?.keys ?? {}, areLettersOn: user?.areLettersOn ?? true }
  const bodyOf = (from: KeySettings, to: KeySettings) => ({ keys: ownChanges(from, to), areLettersOn: to.areLettersOn })
  const keep: KeepKeys = (next, says) =>
    me.save(bodyOf(settings, next), {
      back: bodyOf(next, settings),
      ahead: { keys: mutable(next.own), areLettersOn: next.areLettersOn },
      says,
    })
  return { settings, keep }
}

function mutable(own: KeySettings['own']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(own).map(([id, keys]) => [id, [...keys]]))
}
