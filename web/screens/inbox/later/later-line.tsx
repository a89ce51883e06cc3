import { useLingui } from '@lingui/react/macro'
import { CalendarClock, CircleAlert, Clock, Undo2 } from 'lucide-react'
import type { Conversation, ReplyView } from '#api/contract/shapes.ts'
import { breaksPromise } from '#domain/schedule.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { composerOf, useInbox } from '#web/screens/inbox/inbox-context.ts'
import { State } from '#web/screens/inbox/reply-state-line.tsx'
import { LaterButtons } from './later-buttons.tsx'
import { useLater } from './use-later.ts'
import { useHouseMoment } from './use-later-choices.ts'

/** Nearer than this it is counted down, and only taken back. */
const soonSeconds = 60

type Props = { reply: ReplyView; conversation: Conversation }

/** Under an answer that waits for its moment: when it leaves, what that means for the promise, and what can be done. */
export function LaterLine({ reply, conversation }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const inbox = useInbox()
  const momentOf = useHouseMoment()
  const now = useNow()
  const composer = () => composerOf(inbox, conversation.id)
  const ways = useLater(reply, conversation.id, {
    // What was typed meanwhile stays where it is.
    whenTakenBack: () => composer()?.read().trim() === '' && composer()?.setText(reply.text, reply.visibility),
    whenBack: () => composer()?.read() === reply.text && composer()?.setText('', 'public'),
  })
  const at = new Date(reply.dueAt ?? reply.scheduledFor ?? now)
  const seconds = Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1_000))
  const dueAt = conversation.dueAt ? new Date(conversation.dueAt) : null
  const when = momentOf(at)
  if (seconds <= soonSeconds)
    return (
      <State icon={<Clock size={13} />}>
        <span className="flex-1">{seconds > 0 ? t`Not sent yet: goes out in ${seconds} s.` : t`Going out now…`}</span>
        {seconds > 0 && inbox.me.canWrite && (
          <Btn small onClick={ways.takeBack}>
            <Undo2 size={13} />
            {t`Take it back`}
          </Btn>
        )}
      </State>
    )
  return (
    <State icon={<CalendarClock size={14} className="text-sea" />}>
      <span className="min-w-0 flex-1 basis-48" data-scheduled>
        <b className="font-semibold text-ink" title={fmt.whole(at)}>{t`Goes out ${when}.`}</b>{' '}
        {t`When they write again first, it is held back.`}
        {breaksPromise(at, dueAt) && dueAt && <Late dueAt={dueAt} />}
      </span>
      {inbox.me.canWrite && <LaterButtons reply={reply} dueAt={dueAt} ways={ways} canMove />}
    </State>
  )
}

function Late({ dueAt }: { dueAt: Date }) {
  const { t } = useLingui()
  const promised = useHouseMoment()(dueAt)
  return (
    <span className="mt-0.5 flex items-center gap-1 font-semibold text-warn-t">
      <CircleAlert size={13} className="shrink-0" aria-hidden="true" />
      {t`That is after what was promised: ${promised}.`}
    </span>
  )
}
