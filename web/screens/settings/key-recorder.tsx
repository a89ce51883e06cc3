import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { keysShown, pressed } from '#web/commands.ts'
import { bindingOf, type CommandId } from '#web/keys/command-keys.ts'
import { clashesOf, type KeySettings, keymapOf, withKeys, withNoKey } from '#web/keys/keymap.ts'
import { isPlainPress } from '#web/keys/press.ts'
import { pauseMaxMs } from '#web/keys/press-reader.ts'
import { type Refusal, refusalOf } from '#web/keys/refusal.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FieldError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useCommandName } from './command-name.ts'
import type { KeepKeys } from './use-key-settings.ts'

type Props = { id: CommandId; settings: KeySettings; onKeep: KeepKeys; onEnd: () => void }

/** A field that takes keys instead of words: what is pressed in it is the new key. Tab goes on, Escape leaves. */
export function KeyRecorder({ id, settings, onKeep, onEnd }: Props) {
  const { t } = useLingui()
  const nameOf = useCommandName()
  const name = nameOf(id)
  const { keys, isOpen, press } = useRecording(id, onEnd)
  const refusal = keys ? refusalOf(id, keys) : undefined
  const clashes = keys ? clashesOf(keymapOf({ ...settings, areLettersOn: true }), { id, keys }) : []
  const shown = keysShown(keys).join(' ')
  const take = () => {
    if (!keys) return
    onKeep(withKeys(settings, { id, keys }), t`${name}: ${shown}`)
    onEnd()
  }
  const isFree = keys !== undefined && !isOpen && !refusal && clashes.length === 0
  const takeNow = useRef(take)
  takeNow.current = take
  useEffect(() => {
    if (isFree) takeNow.current()
  }, [isFree])
  const leaveNone = () => {
    onKeep(withNoKey(settings, id), t`${name} has no key`)
    onEnd()
  }
  return (
    <div className="mt-1 mb-1.5 rounded-lg bg-sunken px-3.5 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <input
          readOnly
          // biome-ignore lint/a11y/noAutofocus: whoever wants another key presses it now.
          autoFocus
          aria-label={t`The new key of ${name}`}
          value={shown}
          placeholder={t`Press the new key`}
          onKeyDown={press}
          className="h-9 w-52 rounded-md border-2 border-ink bg-raised px-3 text-body font-semibold outline-none placeholder:font-normal placeholder:text-ink-3 focus:shadow-[0_0_0_4px_var(--marker)]"
        />
        {refusal === undefined && clashes.length > 0 && !isOpen && (
          <Btn kind="ink" onClick={take}>{t`Take it over`}</Btn>
        )}
        <Btn kind="quiet" onClick={leaveNone}>{t`No key`}</Btn>
        <Btn kind="quiet" onClick={onEnd}>{t`Leave it`}</Btn>
      </div>
      <div aria-live="polite" className="mt-2 text-meta text-ink-2">
        {refusal ? (
          <Refused refusal={refusal} />
        ) : clashes.length > 0 && !isOpen ? (
          <Clash keys={shown} clashes={clashes} />
        ) : isOpen ? (
          <p>{t`A second one now makes two after each other.`}</p>
        ) : (
          <p>
            {bindingOf(id).inText
              ? t`It works while you write, so it needs Ctrl, ⌘ or Alt.`
              : t`One key, with or without Ctrl, ⌘ or Alt, or two after each other.`}
          </p>
        )}
      </div>
    </div>
  )
}

/** What is being pressed. After a plain press another may follow, for a moment. */
function useRecording(id: CommandId, onEnd: () => void) {
  const [keys, setKeys] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event.nativeEvent
    // Whoever walks by key must get out again.
    if (key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape') return onEnd()
    const one = pressed(event.nativeEvent)
    if (one === undefined || event.repeat) return
    const row = isOpen && keys && isPlainPress(one) ? `${keys} ${one}` : one
    const mayGoOn = row === one && isPlainPress(one) && refusalOf(id, one) === undefined
    clearTimeout(timer.current)
    setKeys(row)
    setOpen(mayGoOn)
    if (mayGoOn) timer.current = setTimeout(() => setOpen(false), pauseMaxMs)
  }
  return { keys, isOpen, press }
}

function Clash({ keys, clashes }: { keys: string; clashes: readonly CommandId[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useCommandName()
  const names = fmt.list(clashes.map((id) => `“${nameOf(id)}”`))
  return (
    <p
      role="alert"
      className="font-semibold text-warn-t"
    >{t`${keys} belongs to ${names}. Take it over, or press another.`}</p>
  )
}

function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useLingui()
  const words: Record<Refusal, string> = {
    browser: t`The browser or the system needs this key. Press another.`,
    moving: t`With this key one moves through every page. Press another.`,
    writing: t`With this key one writes. Press another.`,
    typed: t`This command works while you write, where this key would only be typed. Press one with Ctrl, ⌘ or Alt.`,
  }
  return <FieldError>{words[refusal]}</FieldError>
}
