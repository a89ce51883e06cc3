import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PlugZap } from 'lucide-react'
import { Suspense } from 'react'
import type { Conversation, ReplyView } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { useMay } from '#web/session.ts'
import { useInbox } from './inbox-context.ts'
import { Notice } from './notice.tsx'
import type { Composer } from './use-composer.ts'

const Problem = lazyPart(() => withWordsBeside(import('./composer-troubles.tsx')).then((file) => file.Problem))
const Faster = lazyPart(() => withWordsBeside(import('./composer-troubles.tsx')).then((file) => file.Faster))
const Ghost = lazyPart(() => withWordsBeside(import('./composer-troubles.tsx')).then((file) => file.Ghost))
const Others = lazyPart(() => withWordsBeside(import('./composer-troubles.tsx')).then((file) => file.Others))

const LaterNotice = lazyPart(() => withWordsBeside(import('./later/later-notice.tsx')).then((file) => file.LaterNotice))

type Props = { conversation: Conversation; composer: Composer }

/** What one must know before or after sending, above the words, at most one at a time. */
export function ComposerNotices(props: Props) {
  const { composer } = props
  const { problem, kept } = composer
  return (
    <div aria-live="polite">
      <Suspense>
        {problem ? (
          <Problem {...props} />
        ) : kept?.by ? (
          <Faster {...props} by={kept.by.name} />
        ) : (
          <Standing {...props} />
        )}
      </Suspense>
    </div>
  )
}

const waits: readonly ReplyView['state'][] = ['awaits_approval', 'ready', 'held']

/** What is so before one writes: a colleague writes here, it is somebody else's, or the account must be connected. */
function Standing({ conversation, composer }: Props) {
  const { me, present } = useInbox()
  const isOther = (id: string) => id !== me.member?.id
  const ghost = conversation.drafts.find((draft) => draft.kind === 'reply' && isOther(draft.by.id) && draft.text !== '')
  const [typing] = present.get(conversation.id)?.typing ?? []
  if (composer.tab === 'note') return null
  if (ghost || typing) return <Ghost conversation={conversation} composer={composer} ghost={ghost} typing={typing} />
  const later = conversation.replies.find((reply) => reply.scheduledFor && waits.includes(reply.state))
  if (later?.scheduledFor && composer.text !== '')
    return <LaterNotice at={later.scheduledFor} by={isOther(later.by.id) ? later.by.name : null} />
  const { owner } = conversation
  if (owner && isOther(owner.id)) return <Others conversation={conversation} owner={owner} />
  return <AccountNotice conversation={conversation} />
}

function AccountNotice({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const may = useMay()
  const { networkName, accounts, can } = conversation
  const broken = accounts.find((account) => account.state === 'reconnect')
  if (!can.reply) return null
  if (!broken && accounts.length > 0) return null
  return (
    <Notice
      icon={<PlugZap size={15} className="text-warn-t" />}
      isCalm
      action={
        may('account.connect') && (
          <Link
            to="/settings/accounts"
            className="inline-flex min-h-7 items-center rounded-md px-2 font-semibold text-sea hover:underline touch:min-h-11"
          >
            {broken ? t`Connect again` : t`Connect an account`}
          </Link>
        )
      }
    >
      {broken
        ? t`@${broken.handle} must be connected again before it can answer.`
        : t`No account on ${networkName} yet. You can answer by hand: copy, open, paste.`}
    </Notice>
  )
}
