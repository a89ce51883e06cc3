import { useLingui } from '@lingui/react/macro'
import { Suspense, useEffect, useMemo, useRef } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { LeadMessage } from './lead-message.tsx'
import { buildThread, type ThreadItem } from './thread.ts'
import { ThreadMessage } from './thread-message.tsx'
import { takeWish } from './wish.ts'

const HappeningsView = lazyPart(() => import('./happenings-view.tsx').then((file) => file.HappeningsView))
const NoteView = lazyPart(() => import('./note-view.tsx').then((file) => file.NoteView))
const ReplyView = lazyPart(() => import('./reply-view.tsx').then((file) => file.ReplyView))
const RoutedLine = lazyPart(() => withWordsBeside(import('./routed/routed-line.tsx')).then((file) => file.RoutedLine))

/** The words it is about, large; below them what followed, in the order it happened. */
export function ThreadView({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const thread = useMemo(() => buildThread(conversation), [conversation])
  const scroller = useScrollToAnswer(conversation)
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by key.
      tabIndex={0}
      data-thread={conversation.key}
      aria-label={t`Messages in this conversation`}
      className="thin-scroll min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-4 -outline-offset-2 max-md:px-4"
    >
      {thread.before.length > 0 && (
        <div className="mb-4 border-l-2 border-line pl-3.5">
          {thread.before.map((message) => (
            <ThreadMessage key={message.id} message={message} conversation={conversation} isLoose />
          ))}
        </div>
      )}
      {thread.lead && <LeadMessage message={thread.lead} conversation={conversation} />}
      <div className="mt-4 space-y-4">
        <Suspense>
          {groupLine(thread.after).map((group) =>
            group.kind === 'line' ? (
              <div key={group.key} className="ml-[21px] space-y-3.5 border-l-2 border-line pl-[34px] max-md:ml-[17px]">
                {group.items.map((item) => (
                  <ThreadMessage key={item.key} message={item.message} conversation={conversation} />
                ))}
              </div>
            ) : (
              <Item key={group.item.key} item={group.item} conversation={conversation} />
            ),
          )}
        </Suspense>
      </div>
    </section>
  )
}

/** What one just wrote is brought into sight; what others add moves nothing. */
function useScrollToAnswer(conversation: Conversation) {
  const scroller = useRef<HTMLElement>(null)
  const count = conversation.replies.length + conversation.notes.length
  const before = useRef(count)
  // Enter may have been pressed before there was anything to go into.
  useEffect(() => {
    if (takeWish(['enter'])) scroller.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (count > before.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    before.current = count
  }, [count])
  return scroller
}

type MessageItem = Extract<ThreadItem, { kind: 'message' }>
type OtherItem = Exclude<ThreadItem, { kind: 'message' }>
type Group = { kind: 'line'; key: string; items: MessageItem[] } | { kind: 'other'; key: string; item: OtherItem }

/** What the public said hangs on one line; our notes and answers stand between. */
function groupLine(items: readonly ThreadItem[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.kind !== 'message') groups.push({ kind: 'other', key: item.key, item })
    else if (last?.kind === 'line') last.items.push(item)
    else groups.push({ kind: 'line', key: `line:${item.key}`, items: [item] })
  }
  return groups
}

function Item({ item, conversation }: { item: OtherItem; conversation: Conversation }) {
  switch (item.kind) {
    case 'note':
      return <NoteView note={item.note} />
    case 'reply':
      return <ReplyView reply={item.reply} conversation={conversation} />
    case 'happenings':
      return <HappeningsView happenings={item.happenings} />
    case 'routed':
      return <RoutedLine line={item.line} />
  }
}
