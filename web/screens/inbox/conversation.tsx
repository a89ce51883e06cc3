import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ArrowLeft } from 'lucide-react'
import { memo, Suspense, useEffect } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { isProblem } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { useMarks } from '#web/offline/door.ts'
import { Bar, EmptyState, FailedState } from '#web/parts/states.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { rememberConversation } from '#web/shell/recent-conversations.ts'
import { Composer } from './composer.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { useInbox } from './inbox-context.ts'
import { useTellPresence } from './presence.ts'
import { ThreadView } from './thread-view.tsx'
import { useConversation } from './use-conversation.ts'
import { langAttribute } from './words.ts'

const NotKept = lazyPart(() => withWordsBeside(import('#web/offline/not-kept.tsx')).then((file) => file.NotKept))
const QueuedReply = lazyPart(() =>
  withWordsBeside(import('#web/offline/queued-reply.tsx')).then((file) => file.QueuedReply),
)
const NoiseStrip = lazyPart(() => withWordsBeside(import('./weight/noise-strip.tsx')).then((file) => file.NoiseStrip))
const PromiseStrip = lazyPart(() =>
  withWordsBeside(import('./promise/promise-strip.tsx')).then((file) => file.PromiseStrip),
)
const StoryStrip = lazyPart(() => withWordsBeside(import('./weight/story-strip.tsx')).then((file) => file.StoryStrip))
const SilenceStrip = lazyPart(() =>
  withWordsBeside(import('./silence/silence-strip.tsx')).then((file) => file.SilenceStrip),
)
const PledgesStrip = lazyPart(() =>
  withWordsBeside(import('./pledges/pledges-strip.tsx')).then((file) => file.PledgesStrip),
)
const PartiesStrip = lazyPart(() =>
  withWordsBeside(import('./parties/parties-strip.tsx')).then((file) => file.PartiesStrip),
)
const MergedStrip = lazyPart(() =>
  withWordsBeside(import('./parties/merged-strip.tsx')).then((file) => file.MergedStrip),
)
const OutgoingBar = lazyPart(() => withWordsBeside(import('./outgoing-bar.tsx')).then((file) => file.OutgoingBar))
const ErasedConversation = lazyPart(() =>
  withWordsBeside(import('./kept/erased-conversation.tsx')).then((file) => file.ErasedConversation),
)

type Props = { conversationId: string; className?: string }

/** What was said, and what we answer to it. */
export const ConversationPane = memo(function ConversationPane({ conversationId, className }: Props) {
  const { t } = useLingui()
  const { data, error, refetch } = useConversation(conversationId)
  return (
    <section
      aria-label={t`Conversation`}
      aria-busy={!data && !error}
      className={clsx('flex min-h-0 min-w-0 flex-col border-x border-line bg-pane max-md:border-x-0', className)}
    >
      {data ? (
        <Opened conversation={data} />
      ) : error ? (
        <NotOpened error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  )
})

function Opened({ conversation }: { conversation: Conversation }) {
  const { me } = useInbox()
  useMarkRead(conversation)
  useTellPresence(conversation.id)
  useRemember(conversation)
  // Held words stand where they were written, until they leave or are taken back.
  const queued = useMarks().get(conversation.id)?.reply
  // One that waits for a moment of its own says so itself; meanwhile one goes on writing.
  const held = conversation.replies.find(
    ({ state, by, scheduledFor }) => state === 'ready' && by.id === me.member?.id && !scheduledFor,
  )
  if (conversation.keeping?.erasedAt)
    return (
      <Suspense>
        <ErasedConversation conversation={conversation} />
      </Suspense>
    )
  return (
    <>
      <ConversationHeader conversation={conversation} />
      <Strips conversation={conversation} />
      <ThreadView conversation={conversation} />
      {queued ? (
        <Suspense>
          <QueuedReply replyKey={queued} />
        </Suspense>
      ) : held ? (
        <Suspense>
          <OutgoingBar conversation={conversation} reply={held} />
        </Suspense>
      ) : (
        <Composer key={conversation.id} conversation={conversation} />
      )}
    </>
  )
}

/** How it came to stand here. Their place is kept while they are fetched: the words below must not move under the reader. */
function Strips({ conversation }: { conversation: Conversation }) {
  const { noise, state, story, parties, pledges, shares, merged, clocks } = conversation
  const running = clocks.filter(({ isRunning }) => isRunning)
  const isNoisy = noise !== null && (state === 'noise' || noise.back !== null)
  const hasParties = parties.length > 0 || shares.filter(({ department }) => department).length > 1
  const place = <div className="min-h-10 shrink-0 border-b border-line bg-sunken" />
  return (
    <>
      {running.length > 0 && (
        <Suspense
          fallback={running.map(({ id }) => <div key={id} className="h-11 shrink-0 border-b border-line bg-sunken" />)}
        >
          <PromiseStrip conversation={conversation} />
        </Suspense>
      )}
      {isNoisy && (
        <Suspense fallback={place}>
          <NoiseStrip conversation={conversation} />
        </Suspense>
      )}
      {hasParties && (
        <Suspense fallback={place}>
          <PartiesStrip conversation={conversation} />
        </Suspense>
      )}
      {conversation.silence && (
        <Suspense fallback={null}>
          <SilenceStrip conversation={conversation} />
        </Suspense>
      )}
      {pledges?.some(({ outcome }) => outcome === null) && (
        <Suspense fallback={place}>
          <PledgesStrip conversation={conversation} />
        </Suspense>
      )}
      {merged.length > 0 && (
        <Suspense fallback={place}>
          <MergedStrip conversation={conversation} />
        </Suspense>
      )}
      {story && story.count > 1 && (
        <Suspense fallback={place}>
          <StoryStrip key={conversation.id} conversation={conversation} />
        </Suspense>
      )}
    </>
  )
}

/** The palette leads back to it. */
function useRemember({ key, title, lang }: Conversation) {
  useEffect(() => rememberConversation({ key, title, lang: langAttribute(lang) }), [key, title, lang])
}

const readAfterMs = 700

/** Read is what stood open for a moment, not what one passed by on the way down. */
function useMarkRead(conversation: Conversation) {
  const { decide } = useInbox()
  const { id, isUnread, latestAt } = conversation
  // biome-ignore lint/correctness/useExhaustiveDependencies: marking unread by hand must stand; only another conversation or another message starts the clock.
  useEffect(() => {
    if (!isUnread) return
    const timer = setTimeout(() => decide.setRead({ id, isUnread }, true), readAfterMs)
    return () => clearTimeout(timer)
  }, [id, latestAt])
}

function Loading() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The conversation is on its way`}>
      <div className="flex h-[54px] flex-col justify-center gap-2 border-b border-line px-5">
        <Bar width={34} />
        <Bar width={18} />
      </div>
      <div className="grid grid-cols-[44px_1fr] gap-3 px-5 pt-5">
        <span className="size-11 rounded-full bg-sunken" />
        <span className="space-y-3">
          <Bar width={30} />
          <Bar width={96} className="!h-4" />
          <Bar width={92} className="!h-4" />
          <Bar width={58} className="!h-4" />
        </span>
      </div>
    </div>
  )
}

function NotOpened({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useLingui()
  const { view, search, currentRow } = useInbox()
  return (
    <>
      <div className="p-2 md:hidden">
        <Link
          to="/inbox/$view"
          params={{ view }}
          search={search}
          aria-label={t`Back to the list`}
          className="grid size-11 place-items-center rounded-md text-ink-2"
        >
          <ArrowLeft size={18} />
        </Link>
      </div>
      {isProblem(error, 'not_found') ? (
        <EmptyState
          title={t`This conversation is not here`}
          text={t`It was erased, or it belongs to another workspace.`}
          className="m-auto max-w-md"
        />
      ) : isProblem(error, 'offline') ? (
        <Suspense>
          <NotKept row={currentRow} retry={retry} />
        </Suspense>
      ) : (
        <FailedState error={error} retry={retry} />
      )}
    </>
  )
}
