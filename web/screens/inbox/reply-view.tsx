import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Lock } from 'lucide-react'
import { Suspense } from 'react'
import type { Conversation, ReplyView as Reply } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Chip } from '#web/parts/bits.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { NetBadge } from '#web/parts/network.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { BrandTile } from './brand-tile.tsx'
import { useInbox } from './inbox-context.ts'
import { MomentOf } from './moment-of.tsx'
import { ReplyState } from './reply-state.tsx'

const EffectLine = lazyPart(() => withWordsBeside(import('./effect/effect-line.tsx')).then((file) => file.EffectLine))
const HelpedSign = lazyPart(() => withWordsBeside(import('./assist/helped-sign.tsx')).then((file) => file.HelpedSign))
const OverrideSaid = lazyPart(() =>
  withWordsBeside(import('./promotion/override-said.tsx')).then((file) => file.OverrideSaid),
)

const looks: Record<Reply['state'], string> = {
  awaits_approval: 'border-[1.5px] border-dashed border-control bg-raised',
  ready: 'border-[1.5px] border-dashed border-control',
  held: 'border border-warn-f bg-warn-s',
  sending: 'border-[1.5px] border-dashed border-control',
  waiting: 'border-[1.5px] border-dashed border-control',
  unknown: 'border-[1.5px] border-dashed border-control bg-raised',
  needs_person: 'border border-warn-f bg-warn-s',
  assisted: 'border-[1.5px] border-dashed border-warn-f',
  refused: 'border border-neg-f bg-neg-s',
  sent: 'border border-line bg-raised',
  undone: 'border border-line',
  removed: 'border border-dashed border-line-strong',
}

/** Our answer, with who wrote it, and what became of it. */
export function ReplyView({ reply, conversation }: { reply: Reply; conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const account = conversation.accounts.find((one) => one.id === reply.account?.id)
  const name = reply.account?.name || reply.account?.handle || t`By hand`
  const isMine = reply.by.id === me.member?.id
  const who = reply.by.name
  // The bar in place of the composer counts and takes back; twice would be once too much.
  const isHeldHere = isMine && reply.state === 'ready' && !reply.scheduledFor
  return (
    <article className="grid grid-cols-[44px_1fr] gap-x-3 max-md:grid-cols-[36px_1fr]">
      <span className="relative h-11 max-md:h-9">
        <BrandTile name={reply.account ? name : null} avatarUrl={account?.avatarUrl ?? null} />
        <NetBadge id={reply.account?.network ?? conversation.network} />
      </span>
      <div className={clsx('min-w-0 rounded-lg px-3.5 py-2.5', looks[reply.state])}>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <b className="text-body font-bold break-words">{name}</b>
          <span className="text-meta text-ink-3">
            {isHeldHere ? t`by you, not sent yet` : isMine ? t`by you` : t`by ${who}`}
          </span>
          {reply.visibility === 'direct' && <PrivateSign reply={reply} conversation={conversation} />}
          <span className="flex-1" />
          <MomentOf at={reply.settledAt ?? reply.createdAt} />
        </div>
        <p
          dir="auto"
          className={clsx(
            'mt-0.5 text-[15px] leading-[22px] break-words whitespace-pre-line',
            reply.state === 'removed' && 'text-ink-3 line-through',
          )}
        >
          <Hits text={reply.text} links />
        </p>
        {reply.helpedBy && (
          <Suspense>
            <HelpedSign models={reply.helpedBy} />
          </Suspense>
        )}
        {reply.override && (
          <Suspense>
            <OverrideSaid override={reply.override} />
          </Suspense>
        )}
        {!isHeldHere && <ReplyState reply={reply} conversation={conversation} />}
        {reply.effect && (
          <Suspense>
            <EffectLine effect={reply.effect} conversationId={conversation.id} />
          </Suspense>
        )}
      </div>
    </article>
  )
}

/** Not everybody read it. */
function PrivateSign({ reply, conversation }: { reply: Reply; conversation: Conversation }) {
  const { t } = useLingui()
  const to = conversation.messages.find((message) => message.id === reply.mentionId)?.author.handle ?? ''
  return (
    <Chip tone="sea">
      <Lock size={11} aria-hidden="true" />
      {to ? t`Private, to @${to}` : t`Private`}
    </Chip>
  )
}
