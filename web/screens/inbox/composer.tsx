import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Suspense, useMemo, useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { ConversationRumourView } from '#api/contract/rumour-shapes.ts'
import type { Conversation } from '#api/contract/shapes.ts'
import type { DraftFix } from '#domain/draft/draft-rule.ts'
import type { Span } from '#domain/span.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { NotAllowed } from '#web/parts/states.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { stopOver, useStops } from '#web/shell/stop/use-stops.ts'
import { useNeed } from './approval/use-need.ts'
import { AsWhom } from './as-whom.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { ComposerNotices } from './composer-notices.tsx'
import { ComposerTabs } from './composer-tabs.tsx'
import { CountRing } from './count-ring.tsx'
import { useInbox } from './inbox-context.ts'
import { type Looked, MarkedField } from './marked-field.tsx'
import { SendButton } from './send-button.tsx'
import { SnippetTools } from './snippets/snippet-tools.tsx'
import { useComposer, type Composer as Writer } from './use-composer.ts'

const CoachLine = lazyPart(() => withWordsBeside(import('./coach/coach-line.tsx')).then((file) => file.CoachLine))

const AssistHelp = lazyPart(() => withWordsBeside(import('./assist/assist-help.tsx')).then((file) => file.AssistHelp))
const LineOver = lazyPart(() => withWordsBeside(import('./incident/line-over.tsx')).then((file) => file.LineOver))
const GateLine = lazyPart(() => withWordsBeside(import('./promotion/gate-line.tsx')).then((file) => file.GateLine))
const NeedLine = lazyPart(() => withWordsBeside(import('./approval/need-line.tsx')).then((file) => file.NeedLine))
const DirectLine = lazyPart(() => withWordsBeside(import('./direct/direct-line.tsx')).then((file) => file.DirectLine))

const RumourLines = lazyPart(() =>
  withWordsBeside(import('./rumour/rumour-lines.tsx')).then((file) => file.RumourLines),
)

const StoppedLine = lazyPart(() =>
  withWordsBeside(import('#web/shell/stop/stopped-line.tsx')).then((file) => file.StoppedLine),
)

const NameOffers = lazyPart(() => withWordsBeside(import('./parties/name-offers.tsx')).then((file) => file.NameOffers))

const noIncidents: Over = []
const noRumours: readonly ConversationRumourView[] = []

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
  const isDirect = !isNote && composer.visibility === 'direct'
  const lead = isNote ? undefined : composer.answers
  const [looked, setLooked] = useState<Looked>()
  const { assist } = useSession()
  const told = useAsk('GET /api/conversations/{id}/rumours', { params: { id: conversation.id } }).data ?? noRumours
  const stops = useStops()
  const over = useAsk('GET /api/conversations/{id}/incidents', { params: { id: conversation.id } }).data ?? noIncidents
  const need = useNeed(conversation, composer.account?.id)
  const isStopped = composer.account !== undefined && stopOver(stops, composer.account.id) !== undefined
  // What a model says stands above the field, and its button below it.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <div className="mx-3 mb-3 shrink-0 max-md:mx-0 max-md:mb-0">
      <ComposerNotices conversation={conversation} composer={composer} />
      {assist && <div ref={setPlace} />}
      {!isNote && (
        <Suspense>
          {told.length > 0 && <RumourLines rumours={told} composer={composer} />}
          {over.length > 0 && <LineOver over={over} isReadOnly={composer.text !== ''} onUse={composer.change} />}
          {need && <NeedLine need={need} />}
          {isStopped && <StoppedLine />}
        </Suspense>
      )}
      <div
        className={clsx(
          'relative rounded-lg border shadow-1 focus-within:border-control max-md:rounded-b-none max-md:border-x-0 max-md:border-b-0 max-md:pb-[env(safe-area-inset-bottom)]',
          isNote
            ? 'border-note-line bg-note'
            : isDirect
              ? 'border-dashed border-sea bg-raised'
              : 'border-line-strong bg-raised',
        )}
      >
        <div className="flex h-10 items-center gap-1 border-b border-line pr-2 pl-1.5 touch:h-12">
          <ComposerTabs composer={composer} />
          <span className="flex-1" />
          {isNote ? (
            <span className="px-2 text-meta text-ink-2">{t`Only colleagues read this`}</span>
          ) : (
            <AsWhom conversation={conversation} composer={composer} />
          )}
        </div>
        {isDirect && lead && (
          <Suspense fallback={<div className="h-7" />}>
            <DirectLine author={lead.author} />
          </Suspense>
        )}
        <MarkedField
          composer={composer}
          looked={looked}
          lang={lead?.lang}
          label={isNote ? t`Your note` : t`Your answer`}
        />
        {isNote && composer.text.includes('@') && (
          <Suspense>
            <NameOffers composer={composer} />
          </Suspense>
        )}
        {!isNote && composer.text.trim() !== '' && (
          <Coach conversation={conversation} composer={composer} over={over} onLooked={setLooked} />
        )}
        <div className="flex items-center gap-2 border-t border-line bg-[color-mix(in_oklab,var(--sunken)_45%,transparent)] py-2 pr-2 pl-3.5 max-md:gap-1 max-md:pl-2">
          {assist && !isNote && (
            <Suspense fallback={<span className="size-8 touch:size-11" />}>
              <AssistHelp conversation={conversation} composer={composer} assist={assist} place={place} />
            </Suspense>
          )}
          <SnippetTools conversation={conversation} composer={composer} />
          <ComposerFoot composer={composer} />
          <span className="flex-1" />
          {!isNote && composer.count && <CountRing count={composer.count} networkName={conversation.networkName} />}
          <SendButton composer={composer} conversation={conversation} />
        </div>
      </div>
    </div>
  )
}

type Over = Answer<'GET /api/conversations/{id}/incidents'>
type CoachProps = { conversation: Conversation; composer: Writer; over: Over; onLooked: (looked: Looked) => void }

/** What we said here before, whoever wrote it: in the answers, and in what was heard back from our own account. */
function Coach({ conversation, composer, over, onLooked }: CoachProps) {
  const { replies, messages } = conversation
  const previous = useMemo(
    () => [
      ...replies.filter((reply) => reply.state !== 'undone' && reply.state !== 'refused').map((reply) => reply.text),
      ...messages.filter((message) => message.isOwn).map((message) => message.text),
    ],
    [replies, messages],
  )
  const names = useMemo(
    () => messages.flatMap(({ author, text }) => [author.name, `@${author.handle}`, text]),
    [messages],
  )
  const notToSay = useMemo(() => over.flatMap((one) => one.notToSay), [over])
  const show = ([start, end]: Span): void => {
    composer.field.current?.focus()
    composer.field.current?.setSelectionRange(start, end)
  }
  const mend = ({ span: [start, end], text }: DraftFix): void => {
    const field = composer.field.current
    if (!field) return
    show([start, end])
    // As if it were typed, so that the browser's own undo takes it back.
    const isTyped = document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
    if (!isTyped) composer.change(composer.text.slice(0, start) + text + composer.text.slice(end))
  }
  return (
    <Suspense>
      <CoachLine
        text={composer.text}
        lang={composer.answers?.lang}
        person={composer.answers?.author}
        isPrivate={composer.visibility === 'direct'}
        previous={previous}
        names={names}
        notToSay={notToSay}
        onShow={show}
        onFix={mend}
        onLooked={onLooked}
      />
      <GateLine conversation={conversation} composer={composer} onShow={show} />
    </Suspense>
  )
}
