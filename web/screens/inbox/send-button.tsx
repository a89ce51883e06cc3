import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { AlarmClock, Check, ChevronDown, Copy, MessageCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { keysShown, useCommands } from '#web/commands.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
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
  const done = keysShown('$mod+Enter').join('')
  if (composer.tab === 'note')
    return (
      <button
        type="button"
        aria-disabled={composer.isSending || undefined}
        onClick={composer.saveNote}
        className={`${btnClass('ink')} !h-9 !px-3.5 !text-body`}
      >
        {t`Save note`}
        <Keys>{done}</Keys>
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
        <Keys>{done}</Keys>
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
        <Keys>{done}</Keys>
      </button>
      <OtherWays composer={composer} />
    </span>
  )
}

function Keys({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="text-meta font-semibold max-md:hidden touch:hidden">
      {children}
    </span>
  )
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
      <MenuItem icon={Check} keys={keysShown('$mod+Enter')} onSelect={() => composer.send('done')}>
        {t`Reply & done`}
      </MenuItem>
      <MenuItem icon={MessageCircle} keys={keysShown('$mod+Shift+Enter')} onSelect={() => composer.send('stay')}>
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
      label: isNote ? msg`Save the note` : msg`Reply and done`,
      keys: ['$mod+Enter'],
      scope: 'reply',
      when: has,
      inText: true,
      run: () => (isNote ? composer.saveNote() : composer.send('done')),
    },
    {
      id: 'send and stay',
      label: msg`Reply, keep it open`,
      keys: ['$mod+Shift+Enter'],
      scope: 'reply',
      when: () => has() && !isNote,
      inText: true,
      run: () => composer.send('stay'),
    },
  ])
}
