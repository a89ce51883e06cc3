import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { memo, Suspense, useDeferredValue } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { loadMenuBase } from '#web/parts/menu.tsx'
import { useTitle } from '#web/parts/title.ts'
import { withWords, withWordsBeside } from '#web/prefs.tsx'
import { Author } from './author.tsx'
import { ConversationPane } from './conversation.tsx'
import { type Inbox, InboxContext, useInbox } from './inbox-context.ts'
import { ListPane } from './list.tsx'
import { useMenus } from './menu-place.ts'
import { practiceIn } from './practice-path.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useInboxState } from './use-inbox-state.ts'

const InboxDialogs = lazyPart(async () => {
  const [{ InboxDialogs }] = await Promise.all([withWordsBeside(import('./dialogs.tsx')), loadMenuBase()])
  return InboxDialogs
})

const ColumnsPane = lazyPart(() =>
  withWordsBeside(import('#web/screens/inbox/columns/columns-pane.tsx')).then((file) => file.ColumnsPane),
)

const PracticePane = lazyPart(() =>
  withWords(import('#web/screens/inbox/practice/practice-pane.tsx')).then((file) => file.PracticePane),
)

/** What was said, and what we answer. */
export function InboxScreen() {
  const { t } = useLingui()
  const inbox = useInboxState()
  useInboxKeys(inbox)
  useMenus(inbox)
  // What was decided is seen in the list at once; the next conversation follows when that is drawn, whole and of one moment.
  const follows = useDeferredValue(inbox)
  const beside = inbox.isAfterDecision ? follows : inbox
  useTitle(t`Inbox`, inbox.list.rows.filter((row) => row.isUnread).length)
  return (
    <InboxContext value={inbox}>
      <div className={clsx('grid h-full min-h-0', panes(beside))}>
        {inbox.columns ? (
          <Suspense fallback={<div className="bg-canvas" />}>
            <ColumnsPane />
          </Suspense>
        ) : (
          <ListPane className={clsx(beside.current && 'max-md:hidden')} />
        )}
        <InboxContext value={beside}>{(beside.columns?.isOpen ?? true) && <Beside />}</InboxContext>
      </div>
      <Suspense>{inbox.dialog && <InboxDialogs />}</Suspense>
    </InboxContext>
  )
}

/** The open conversation and who speaks in it. */
const Beside = memo(function Beside() {
  const inbox = useInbox()
  const { current, me } = inbox
  const practice = practiceIn(current)
  return (
    <>
      {practice ? (
        <Suspense fallback={<Nothing />}>{me.isPracticing && <PracticePane task={practice} />}</Suspense>
      ) : (
        current && <ConversationPane key={current} conversationId={current} />
      )}
      {hasAuthor(inbox) && <Author className="max-xl:hidden" />}
      {!current && !inbox.columns && !isFinished(inbox) && <Nothing />}
    </>
  )
})

/** Four panes, two, or one. When there is nothing to open, the list has all the room to say so. */
function panes(inbox: Inbox): string {
  if (inbox.columns)
    return inbox.columns.isOpen ? 'grid-cols-[minmax(0,1fr)_minmax(440px,42%)]' : 'grid-cols-[minmax(0,1fr)]'
  if (!inbox.current && isFinished(inbox)) return 'grid-cols-1'
  const two = 'grid-cols-[376px_minmax(0,1fr)] max-xl:grid-cols-[340px_minmax(0,1fr)] max-md:grid-cols-1'
  const three = 'grid-cols-[376px_minmax(480px,1fr)_284px] max-xl:grid-cols-[340px_minmax(0,1fr)] max-md:grid-cols-1'
  return hasAuthor(inbox) ? three : two
}

function hasAuthor({ current, isAuthorShown, columns }: Inbox): boolean {
  return !columns && current !== undefined && isAuthorShown && practiceIn(current) === undefined
}

function isFinished({ list }: Inbox): boolean {
  return list.status === 'ready' && list.items.length === 0
}

/** Between the list and the first conversation: a blink, so no words. */
function Nothing() {
  return <div className="border-l border-line bg-pane max-md:hidden" />
}
