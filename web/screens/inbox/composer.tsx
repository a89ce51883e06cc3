import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Suspense, useMemo } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import type { Span } from '#domain/span.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { NotAllowed } from '#web/parts/states.tsx'
import { withWords } from '#web/prefs.tsx'
import { AsWhom } from './as-whom.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { ComposerNotices } from './composer-notices.tsx'
import { ComposerTabs } from './composer-tabs.tsx'
import { CountRing } from './count-ring.tsx'
import { useInbox } from './inbox-context.ts'
import { MarkedField } from './marked-field.tsx'
import { SendButton } from './send-button.tsx'
import { useComposer, type Composer as Writer } from './use-composer.ts'

const CoachLine = lazyPart(() => withWords(import('./coach/coach-line.tsx')).then((file) => file.CoachLine))

const NameOffers = lazyPart(() => import('./parties/name-offers.tsx').then((file) => file.NameOffers))

/** Where we answer, or write to colleagues. It says at all times who will read it, and as whom one speaks. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  if (!me.canWrite)
    return (
      <div className="shrink-0 px-3 pb-3">
        <NotAllowed>{t`You look along as an observer. Answering is for members; an administrator can make you one.`}</NotAllowed>
      </div>
    )
  return <Writing conversation={conversation} />
}

function Writing({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const composer = useComposer(conversation)
  const isNote = composer.tab === 'note'
  const lead = isNote ? undefined : composer.answers
  return (
    <div className="mx-3 mb-3 shrink-0 max-md:mx-0 max-md:mb-0">
      <ComposerNotices conversation={conversation} composer={composer} />
      <div
        className={clsx(
          'rounded-lg border shadow-1 focus-within:border-control max-md:rounded-b-none max-md:border-x-0 max-md:border-b-0 max-md:pb-[env(safe-area-inset-bottom)]',
          isNote ? 'border-note-line bg-note' : 'border-line-strong bg-raised',
        )}
      >
        <div className="flex h-10 items-center gap-1 border-b border-line pr-2 pl-1.5 touch:h-12">
          <ComposerTabs tab={composer.tab} onChoose={composer.choose} />
          <span className="flex-1" />
          {isNote ? (
            <span className="px-2 text-meta text-ink-2">{t`Only colleagues read this`}</span>
          ) : (
            <AsWhom conversation={conversation} composer={composer} />
          )}
        </div>
        <MarkedField composer={composer} lang={lead?.lang} label={isNote ? t`Your note` : t`Your answer`} />
        {isNote && composer.text.includes('@') && (
          <Suspense>
            <NameOffers composer={composer} />
          </Suspense>
        )}
        {!isNote && composer.text.trim() !== '' && <Coach conversation={conversation} composer={composer} />}
        <div className="flex items-center gap-2 border-t border-line bg-[color-mix(in_oklab,var(--sunken)_45%,transparent)] py-2 pr-2 pl-3.5">
          <ComposerFoot composer={composer} />
          <span className="flex-1" />
          {!isNote && composer.count && <CountRing count={composer.count} networkName={conversation.networkName} />}
          <SendButton composer={composer} />
        </div>
      </div>
    </div>
  )
}

/** What we said here before, whoever wrote it: in the answers, and in what was heard back from our own account. */
function Coach({ conversation, composer }: { conversation: Conversation; composer: Writer }) {
  const { replies, messages } = conversation
  const previous = useMemo(
    () => [
      ...replies.filter((reply) => reply.state !== 'undone' && reply.state !== 'refused').map((reply) => reply.text),
      ...messages.filter((message) => message.isOwn).map((message) => message.text),
    ],
    [replies, messages],
  )
  const show = ([start, end]: Span): void => {
    composer.field.current?.focus()
    composer.field.current?.setSelectionRange(start, end)
  }
  return (
    <Suspense>
      <CoachLine text={composer.text} person={composer.answers?.author} previous={previous} onShow={show} />
    </Suspense>
  )
}
