import { useLingui } from '@lingui/react/macro'
import { CheckCheck, CircleAlert, Clock, ExternalLink, Hand, Send, Trash2, Undo2 } from 'lucide-react'
import { Suspense } from 'react'
import type { Conversation, ReplyView as Reply } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { useMay } from '#web/session.ts'
import { State } from './reply-state-line.tsx'
import { useReplyWays } from './use-reply-ways.ts'

const ApprovalCard = lazyPart(() =>
  withWordsBeside(import('./approval/approval-card.tsx')).then((file) => file.ApprovalCard),
)
const ReplyAssisted = lazyPart(() => withWordsBeside(import('./reply-assisted.tsx')).then((file) => file.ReplyAssisted))
const LaterLine = lazyPart(() => withWordsBeside(import('./later/later-line.tsx')).then((file) => file.LaterLine))

type Props = { reply: Reply; conversation: Conversation }

/** What became of it, in words, and what a person can do about it. No state ends in silence. */
export function ReplyState({ reply, conversation }: Props) {
  const { t } = useLingui()
  switch (reply.state) {
    case 'held':
      return <Kept reply={reply} conversation={conversation} />
    case 'awaits_approval':
      return (
        <Suspense>
          <ApprovalCard reply={reply} conversation={conversation} />
        </Suspense>
      )
    case 'ready':
      return reply.scheduledFor ? (
        <Suspense>
          <LaterLine reply={reply} conversation={conversation} />
        </Suspense>
      ) : (
        <Held reply={reply} conversation={conversation} />
      )
    case 'waiting':
      return <Held reply={reply} conversation={conversation} />
    case 'sending':
      return <State icon={<Send size={13} />}>{t`Going out now…`}</State>
    case 'unknown':
      return (
        <State icon={<Clock size={13} className="text-warn-t" />}>
          <Why
            reply={reply}
            fallback={t`The network did not say whether it took this. We are checking whether it stands; nothing is sent twice.`}
          />
        </State>
      )
    case 'sent':
      return <Sent reply={reply} conversation={conversation} />
    case 'refused':
      return <Refused reply={reply} conversation={conversation} />
    case 'needs_person':
      return <NeedsPerson reply={reply} conversation={conversation} />
    case 'assisted':
      return (
        <Suspense>
          <ReplyAssisted reply={reply} conversation={conversation} />
        </Suspense>
      )
    case 'removed':
      return <State icon={<Trash2 size={13} />}>{t`Deleted on ${conversation.networkName}.`}</State>
    case 'undone':
      return (
        reply.approval && (
          <Suspense>
            <ApprovalCard reply={reply} conversation={conversation} />
          </Suspense>
        )
      )
  }
}

/** The server's sentence in the reader's language. */
function Why({ reply, fallback }: { reply: Reply; fallback: string }) {
  const { i18n } = useLingui()
  const words = reply.problem?.why
  return (
    <span className="min-w-0 flex-1 basis-56">{words ? (i18n.locale === 'nl' ? words.nl : words.en) : fallback}</span>
  )
}

/** Sending is stopped: it waits for the end of that, and can be taken back meanwhile. */
function Kept({ reply, conversation }: Props) {
  const { t } = useLingui()
  const ways = useReplyWays(reply, conversation)
  return (
    <State icon={<Hand size={13} className="text-warn-t" />}>
      <Why reply={reply} fallback={t`Nothing goes out for now, so this waits. Nothing was posted.`} />
      <Btn small onClick={ways.undo}>
        <Undo2 size={13} />
        {t`Take it back`}
      </Btn>
    </State>
  )
}

function Held({ reply, conversation }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow()
  const ways = useReplyWays(reply, conversation)
  const leftMs = reply.dueAt ? Date.parse(reply.dueAt) - now.getTime() : 0
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000))
  const until = reply.dueAt ? fmt.time(new Date(reply.dueAt)) : ''
  const isLong = seconds > 90
  return (
    <State icon={<Clock size={13} />}>
      <span className="flex-1">
        {reply.state === 'waiting'
          ? t`The network asked us to wait. It goes out at ${until}.`
          : isLong
            ? t`Goes out at ${until}.`
            : t`Not sent yet: goes out in ${seconds} s.`}
      </span>
      <Btn small onClick={ways.undo}>
        <Undo2 size={13} />
        {t`Take it back`}
      </Btn>
    </State>
  )
}

function Sent({ reply, conversation }: Props) {
  const { t } = useLingui()
  const may = useMay()
  const ways = useReplyWays(reply, conversation)
  const { networkName } = conversation
  return (
    <State icon={<CheckCheck size={14} className={reply.isHeardBack ? 'text-pos-t' : 'text-ink-3'} />}>
      <span>{reply.isHeardBack ? t`Sent, and heard back: it stands there.` : t`Sent. Not heard back yet.`}</span>
      {reply.url && (
        <a
          href={reply.url}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-6 items-center gap-1 text-sea hover:underline touch:min-h-11"
        >
          {t`On ${networkName}`}
          <ExternalLink size={11} />
        </a>
      )}
      {conversation.can.removeReply && reply.account && may('reply.remove') && (
        <>
          <span className="flex-1" />
          <button
            type="button"
            onClick={ways.remove}
            className="min-h-6 rounded-sm text-ink-3 hover:text-neg-t hover:underline touch:min-h-11"
          >
            {ways.isRemoveAsked ? t`Delete it there? Press again` : t`Delete`}
          </button>
        </>
      )}
    </State>
  )
}

function Refused({ reply, conversation }: Props) {
  const { t } = useLingui()
  const ways = useReplyWays(reply, conversation)
  return (
    <State icon={<CircleAlert size={14} className="text-neg-t" />}>
      <Why reply={reply} fallback={t`${conversation.networkName} refused it. Nothing was posted; your text is kept.`} />
      {ways.canWrite && <Btn small onClick={ways.writeAgain}>{t`Use the text again`}</Btn>}
    </State>
  )
}

function NeedsPerson({ reply, conversation }: Props) {
  const { t } = useLingui()
  const ways = useReplyWays(reply, conversation)
  const parent = conversation.messages.find((message) => message.id === reply.mentionId)
  return (
    <>
      <State icon={<Hand size={14} className="text-warn-t" />}>
        <Why
          reply={reply}
          fallback={t`It may have been posted, and we cannot find out. Open the post: is your answer there?`}
        />
      </State>
      {ways.canWrite && (
        <div className="mt-2 flex flex-wrap gap-1.5">
          {parent?.url && (
            <a
              href={parent.url}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex h-7 items-center gap-1 rounded-md px-2 text-ui font-semibold text-sea hover:underline touch:h-11"
            >
              {t`Open the post`}
              <ExternalLink size={12} />
            </a>
          )}
          <Btn small onClick={() => ways.settle({ what: 'stands' })}>{t`It stands there`}</Btn>
          <Btn small onClick={() => ways.settle({ what: 'send_again' })}>{t`Send again`}</Btn>
          <Btn small kind="quiet" onClick={() => ways.settle({ what: 'let_go' })}>{t`Let it go`}</Btn>
        </div>
      )}
    </>
  )
}
