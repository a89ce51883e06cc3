import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { AlarmClock, Check, ChevronDown, Copy, MessageCircle } from 'lucide-react'
import { useCommands } from '#web/commands.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { KeyWords } from '#web/parts/keys.tsx'
import { Menu, MenuGroup, MenuItem } from '#web/parts/menu.tsx'
import type { Composer } from './use-composer.ts'
import { useWaitName } from './wait-names.ts'
import { waitChoices } from './wait-times.ts'

const big =
  'inline-flex h-9 items-center gap-2 whitespace-nowrap bg-marker text-body font-bold text-on-marker hover:bg-marker-hover aria-disabled:cursor-default touch:h-11'

/** The one yellow action. A note has an ink button instead, so that nobody posts one by accident. */
export function SendButton({ composer }: { composer: Composer }) {
  const { t } = useLingui()
  useSendKeys(composer)
  if (composer.tab === 'note')
    return (
      <button
        type="button"
        aria-disabled={composer.isSending || undefined}
        onClick={composer.saveNote}
        className={`${btnClass('ink')} !h-9 !px-3.5 !text-body`}
      >
        {t`Save note`}
        <SendKeys />
      </button>
    )
  if (composer.isAssisted)
    return (
      <button
        type="button"
        aria-disabled={composer.isSending || undefined}
        onClick={() => composer.send('done')}
        className={`${big} rounded-md px-3.5`}
      >
        <Copy size={15} />
        {t`Copy and open`}
        <SendKeys />
      </button>
    )
  return (
    <span className="flex shrink-0">
      <button
        type="button"
        aria-disabled={composer.isSending || undefined}
        onClick={() => composer.send('done')}
        className={`${big} rounded-l-md pr-3 pl-3.5`}
      >
        {t`Reply & done`}
        <SendKeys />
      </button>
      <OtherWays composer={composer} />
    </span>
  )
}

function SendKeys() {
  return <KeyWords of="send" className="text-meta font-semibold max-md:hidden" />
}

function OtherWays({ composer }: { composer: Composer }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useWaitName()
  return (
    <Menu
      align="end"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t`Other ways to send`}
          className={`${big} w-8 justify-center rounded-r-md border-l border-on-marker/25 touch:w-11`}
        >
          <ChevronDown size={15} />
        </button>
      }
    >
      <MenuItem icon={Check} command="send" onSelect={() => composer.send('done')}>
        {t`Reply & done`}
      </MenuItem>
      <MenuItem icon={MessageCircle} command="sendAndStay" onSelect={() => composer.send('stay')}>
        {t`Reply, keep it open`}
      </MenuItem>
      <MenuGroup label={t`Reply & wait`}>
        {waitChoices(new Date()).map((choice) => (
          <MenuItem key={choice.id} icon={AlarmClock} onSelect={() => composer.send('wait', choice.until)}>
            <span className="flex items-baseline justify-between gap-4">
              {nameOf(choice.id)}
              <span className="num text-meta text-ink-3">{fmt.moment(choice.until)}</span>
            </span>
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}

function useSendKeys(composer: Composer) {
  const has = () => composer.text.trim() !== ''
  const isNote = composer.tab === 'note'
  useCommands([
    {
      id: 'send',
      ...(isNote ? { label: msg`Save the note` } : {}),
      when: has,
      run: () => (isNote ? composer.saveNote() : composer.send('done')),
    },
    { id: 'sendAndStay', when: () => has() && !isNote, run: () => composer.send('stay') },
  ])
}
