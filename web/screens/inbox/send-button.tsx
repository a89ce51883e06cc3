import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { AlarmClock, Check, ChevronDown, Copy, MessageCircle } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useCommands } from '#web/commands.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { KeyWords } from '#web/parts/keys.tsx'
import { Menu, MenuGroup, MenuItem } from '#web/parts/menu.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useNeed } from './approval/use-need.ts'
import type { Composer } from './use-composer.ts'
import { useWaitName } from './wait-names.ts'
import { waitChoices } from './wait-times.ts'

const LaterItems = lazyPart(() => withWordsBeside(import('./later/later-items.tsx')).then((file) => file.LaterItems))
const LaterDialog = lazyPart(() => withWordsBeside(import('./later/later-dialog.tsx')).then((file) => file.LaterDialog))

const big =
  'inline-flex h-9 items-center gap-2 whitespace-nowrap bg-marker text-body font-bold text-on-marker hover:bg-marker-hover aria-disabled:cursor-default touch:h-11'

/** The one yellow action. A note has an ink button instead, so that nobody posts one by accident. */
export function SendButton({ composer, conversation }: { composer: Composer; conversation: Conversation }) {
  const { t } = useLingui()
  const needs = useNeed(conversation, composer.account?.id)
  const [isLater, setLater] = useState(false)
  useSendKeys(composer, () => setLater(true))
  const dueAt = conversation.dueAt ? new Date(conversation.dueAt) : null
  const sendAt = (at: Date) => composer.send('done', { sendAt: at })
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
        {needs ? t`Ask for approval` : t`Copy and open`}
        <SendKeys />
      </button>
    )
  return (
    <span className="flex shrink-0">
      <button
        type="button"
        aria-disabled={composer.isSending || undefined}
        onClick={() => composer.send('done')}
        className={`${big} rounded-l-md pr-3 pl-3.5 max-md:pr-2 max-md:pl-2.5`}
      >
        {needs ? t`Ask for approval` : t`Reply & done`}
        <SendKeys />
      </button>
      <OtherWays composer={composer}>
        <Suspense>
          <LaterItems dueAt={dueAt} onChoose={sendAt} onOther={() => setLater(true)} />
        </Suspense>
      </OtherWays>
      {isLater && (
        <Suspense>
          <LaterDialog title={t`Send later`} dueAt={dueAt} onChoose={sendAt} onClose={() => setLater(false)} />
        </Suspense>
      )}
    </span>
  )
}

function SendKeys() {
  return <KeyWords of="send" className="text-meta font-semibold max-md:hidden" />
}

function OtherWays({ composer, children }: { composer: Composer; children: ReactNode }) {
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
          <MenuItem
            key={choice.id}
            icon={AlarmClock}
            onSelect={() => composer.send('wait', { waitUntil: choice.until })}
          >
            <span className="flex items-baseline justify-between gap-4">
              {nameOf(choice.id)}
              <span className="num text-meta text-ink-3">{fmt.moment(choice.until)}</span>
            </span>
          </MenuItem>
        ))}
      </MenuGroup>
      {children}
    </Menu>
  )
}

function useSendKeys(composer: Composer, onLater: () => void) {
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
    // What is posted by hand is posted when that hand is there.
    { id: 'sendLater', when: () => has() && !isNote && !composer.isAssisted, run: onLater },
  ])
}
