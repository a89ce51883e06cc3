import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleAlert, Hand, Lock, Stamp } from 'lucide-react'
import type { ScheduledView } from '#api/contract/sending-shapes.ts'
import { breaksPromise } from '#domain/schedule.ts'
import { Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { LaterButtons } from '#web/screens/inbox/later/later-buttons.tsx'
import { useLater } from '#web/screens/inbox/later/use-later.ts'
import { useHouseMoment } from '#web/screens/inbox/later/use-later-choices.ts'
import { useMe } from '#web/screens/inbox/use-me.ts'
import { langAttribute } from '#web/screens/inbox/words.ts'

/** When, to whom, what, by whom and as whom; and another moment, now, or not at all. */
export function ScheduledLine({ scheduled }: { scheduled: ScheduledView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { canWrite, member } = useMe()
  const momentOf = useHouseMoment()
  const { reply, conversation, to } = scheduled
  const ways = useLater(reply, conversation.id)
  const at = new Date(reply.dueAt ?? reply.scheduledFor ?? Date.now())
  const dueAt = conversation.dueAt ? new Date(conversation.dueAt) : null
  const name = to.name || to.handle
  const who = reply.by.name
  const handle = reply.account?.handle ?? ''
  const promised = dueAt ? momentOf(dueAt) : ''
  return (
    <li data-scheduled className="grid gap-x-5 gap-y-1 py-4 md:grid-cols-[132px_minmax(0,1fr)]">
      <time dateTime={at.toISOString()} title={fmt.whole(at)} className="num text-body font-bold">
        {momentOf(at)}
      </time>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Net id={conversation.network} size={12} className="self-center text-ink-2" />
          <Link
            to="/c/$key"
            params={{ key: conversation.key }}
            className="hit-area min-w-0 text-body font-semibold hover:underline"
          >
            {t`Answer to ${name}`}
          </Link>
          <span className="text-meta text-ink-3">
            {reply.by.id === member?.id ? t`by you, as @${handle}` : t`by ${who}, as @${handle}`}
          </span>
          {reply.visibility === 'direct' && (
            <Chip tone="sea">
              <Lock size={11} />
              {t`Private`}
            </Chip>
          )}
          {reply.state === 'awaits_approval' && (
            <Chip tone="warn">
              <Stamp size={11} />
              {t`Waits for approval`}
            </Chip>
          )}
          {reply.state === 'held' && (
            <Chip tone="warn">
              <Hand size={11} />
              {t`Held: sending is stopped`}
            </Chip>
          )}
        </div>
        <p className="truncate text-ui text-ink-3" lang={langAttribute(conversation.lang)}>
          {conversation.title}
        </p>
        <p dir="auto" className="mt-1 line-clamp-3 text-body break-words whitespace-pre-line">
          {reply.text}
        </p>
        {breaksPromise(at, dueAt) && (
          <p className="num mt-1 flex items-center gap-1 text-meta font-semibold text-warn-t">
            <CircleAlert size={13} className="shrink-0" aria-hidden="true" />
            {t`That is after what was promised: ${promised}.`}
          </p>
        )}
        {canWrite && (
          <div className="mt-2.5">
            <LaterButtons reply={reply} dueAt={dueAt} ways={ways} canMove={reply.state === 'ready'} />
          </div>
        )}
      </div>
    </li>
  )
}
