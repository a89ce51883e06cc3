import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { keysShown } from '#web/commands.ts'
import { bindingOf, type CommandId } from '#web/keys/command-keys.ts'
import { asItComes, isChanged, isLettersOnly, type KeySettings, keymapOf } from '#web/keys/keymap.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Kbd } from '#web/parts/keys.tsx'
import { useCommandName } from './command-name.ts'
import { KeyRecorder } from './key-recorder.tsx'
import type { KeepKeys } from './use-key-settings.ts'

type Props = {
  id: CommandId
  settings: KeySettings
  isRecording: boolean
  onRecord: (isRecording: boolean) => void
  onKeep: KeepKeys
}

/** One command: what it is called, its keys, and what can be done about them. */
export function KeyRow({ id, settings, isRecording, onRecord, onKeep }: Props) {
  const { t } = useLingui()
  const nameOf = useCommandName()
  const name = nameOf(id)
  const changeable = useReturnedFocus(isRecording)
  const { fixed = [], keys } = bindingOf(id)
  const isFixed = fixed.length > 0 && keys === undefined
  return (
    <li className="py-1.5">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 text-ui">{name}</span>
        <KeysNow id={id} settings={settings} />
        {isFixed ? (
          <span className="min-w-[92px] text-right text-meta text-ink-3">{t`always`}</span>
        ) : (
          <span className="flex min-w-[92px] items-center justify-end gap-0.5">
            {isChanged(settings, id) && (
              <IconBtn
                label={t`Reset ${name}`}
                className="!size-7 touch:!size-11"
                onClick={() => onKeep(asItComes(settings, id), t`${name} is as it came`)}
              >
                <RotateCcw size={14} />
              </IconBtn>
            )}
            <Btn
              small
              ref={changeable}
              aria-expanded={isRecording}
              aria-label={t`Change the key of ${name}`}
              onClick={() => onRecord(!isRecording)}
            >
              {t`Change`}
            </Btn>
          </span>
        )}
      </div>
      {isRecording && <KeyRecorder id={id} settings={settings} onKeep={onKeep} onEnd={() => onRecord(false)} />}
    </li>
  )
}

/** Whoever closed the field is back at the button that opened it. */
function useReturnedFocus(isRecording: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasRecording = useRef(false)
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (wasRecording.current && !isRecording && isLost) button.current?.focus()
    wasRecording.current = isRecording
  }, [isRecording])
  return button
}

/** All of them, also those that every program has. What is switched off stays readable, and says so. */
function KeysNow({ id, settings }: { id: CommandId; settings: KeySettings }) {
  const { t } = useLingui()
  const { fixed = [] } = bindingOf(id)
  const own = keymapOf({ ...settings, areLettersOn: true }).get(id) ?? []
  const isOff = (keys: string) => !settings.areLettersOn && !fixed.includes(keys) && isLettersOnly(keys)
  const all = [...own, ...fixed]
  if (all.length === 0) return <span className="text-meta text-ink-3">{t`no key`}</span>
  return (
    <span className="flex items-center gap-2.5">
      {all.map((keys) => (
        <span key={keys} className={clsx('inline-flex items-center gap-1', isOff(keys) && 'line-through')}>
          {keysShown(keys).map((key) => (
            <Kbd key={key} isAlways>
              {key}
            </Kbd>
          ))}
        </span>
      ))}
      {all.some(isOff) && <span className="text-meta text-ink-3">{t`off`}</span>}
    </span>
  )
}
