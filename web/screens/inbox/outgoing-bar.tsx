import { useLingui } from '@lingui/react/macro'
import { Clock } from 'lucide-react'
import type { Conversation, ReplyView } from '#api/contract/shapes.ts'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { KeyWords } from '#web/parts/keys.tsx'
import { useInbox } from './inbox-context.ts'
import { useUndoReply } from './use-send.ts'
import { firstName, langAttribute } from './words.ts'

const girth = 2 * Math.PI * 7
/** Farther away it is a time of day: an answer of a pile has its own. */
const soonSeconds = 99

/** The seconds after sending, in place of the composer. Nothing has left yet. */
export function OutgoingBar({ conversation, reply }: { conversation: Conversation; reply: ReplyView }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const fmt = useFmt()
  const now = useNow(250)
  const { undoReply } = useUndoReply(conversation)
  const answered = conversation.messages.find((message) => message.id === reply.mentionId)
  const name = firstName(answered?.author ?? conversation.author, t`Somebody`)
  const leftMs = Math.max(0, (reply.dueAt ? Date.parse(reply.dueAt) : 0) - now.getTime())
  const seconds = Math.ceil(leftMs / 1_000)
  const time = reply.dueAt ? fmt.time(new Date(reply.dueAt)) : ''
  const share = Math.min(1, leftMs / Math.max(1_000, me.undoSeconds * 1_000))
  return (
    <div className="mx-3 mb-3 flex shrink-0 items-center gap-3.5 rounded-lg bg-ink px-4 py-3 text-on-ink shadow-2">
      <span className="relative grid size-9 shrink-0 place-items-center">
        <svg width="36" height="36" viewBox="0 0 18 18" className="absolute inset-0 -rotate-90" aria-hidden="true">
          <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeOpacity=".25" strokeWidth="1.3" />
          <circle
            cx="9"
            cy="9"
            r="7"
            fill="none"
            stroke="var(--marker)"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeDasharray={`${girth * share} ${girth}`}
          />
        </svg>
        <span className="num text-ui font-bold" aria-hidden="true">
          {seconds > soonSeconds ? <Clock size={17} /> : seconds}
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <b className="num block text-body font-bold">
          {seconds > soonSeconds
            ? t`Answer to ${name} goes out at ${time}`
            : seconds > 0
              ? t`Answer to ${name} goes out in ${seconds} seconds`
              : t`Answer to ${name} goes out now`}
        </b>
        <span className="block truncate text-ui opacity-75" lang={answered && langAttribute(answered.lang)}>
          {reply.text}
        </span>
      </span>
      {seconds > 0 && me.canWrite && (
        <button
          type="button"
          onClick={() => void undoReply(reply)}
          className="inline-flex h-9 items-center gap-2 rounded-md bg-marker px-3.5 text-body font-bold text-on-marker hover:bg-marker-hover touch:h-11"
        >
          {t`Undo`}
          <KeyWords of="undo" className="text-meta font-semibold" />
        </button>
      )}
    </div>
  )
}
