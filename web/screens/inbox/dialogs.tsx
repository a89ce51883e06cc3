import { useLingui } from '@lingui/react/macro'
import { Suspense } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { AuthorCard } from './author-card.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { useInbox } from './inbox-context.ts'
import { CardMenu, MessageMenu } from './inbox-menus.tsx'
import { useConversation } from './use-conversation.ts'
import { WaitDialog } from './wait-dialog.tsx'

const JoinDialog = lazyPart(() => withWordsBeside(import('./weight/join-dialog.tsx')).then((file) => file.JoinDialog))

const PledgeDialog = lazyPart(() =>
  withWordsBeside(import('./pledges/pledge-dialog.tsx')).then((file) => file.PledgeDialog),
)
const CloseDialog = lazyPart(() =>
  withWordsBeside(import('./silence/close-dialog.tsx')).then((file) => file.CloseDialog),
)
const ToIncidentDialog = lazyPart(() =>
  withWordsBeside(import('./incident/to-incident-dialog.tsx')).then((file) => file.ToIncidentDialog),
)
const HoldDialog = lazyPart(() => withWordsBeside(import('./kept/hold-dialog.tsx')).then((file) => file.HoldDialog))

/** The few questions of the inbox; fetched when the first one is asked. */
export function InboxDialogs() {
  const { dialog } = useInbox()
  switch (dialog?.kind) {
    case 'handOver':
      return <HandOverDialog rows={dialog.rows} how={dialog.how ?? 'handOver'} />
    case 'wait':
      return <WaitDialog rows={dialog.rows} />
    case 'close':
      return (
        <Suspense>
          <CloseDialog rows={dialog.rows} />
        </Suspense>
      )
    case 'toIncident':
      return (
        <Suspense>
          <ToIncidentDialog rows={dialog.rows} />
        </Suspense>
      )
    case 'joinStory':
    case 'merge':
      return (
        <Suspense>
          <JoinDialog row={dialog.row} isMerge={dialog.kind === 'merge'} />
        </Suspense>
      )
    case 'hold':
      return (
        <Suspense>
          <HoldDialog id={dialog.id} />
        </Suspense>
      )
    case 'pledge':
      return (
        <Suspense>
          <PledgeDialog key={dialog.id} id={dialog.id} />
        </Suspense>
      )
    case 'author':
      return <AuthorDrawer />
    case 'menu':
      return <CardMenu at={dialog.at} rows={dialog.rows} />
    case 'messageMenu':
      return <MessageMenu at={dialog.at} messageId={dialog.messageId} />
    case undefined:
      return null
  }
}

function AuthorDrawer() {
  const { t } = useLingui()
  const { current, openDialog } = useInbox()
  const conversation = useConversation(current).data
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title={t`About the author`} shape="side">
      {conversation && <AuthorCard conversation={conversation} />}
    </Dialog>
  )
}
