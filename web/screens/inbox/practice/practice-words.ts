import { useLingui } from '@lingui/react/macro'
import type { Sentiment } from '#domain/assessment.ts'
import type { PracticeTask } from '#web/screens/inbox/practice-path.ts'
import { useSession } from '#web/session.ts'

export type PracticeMessage = {
  name: string
  handle: string
  text: string
  sentiment: Sentiment
  /** What to press, and what comes of it. */
  ask: string
  /** When it was pressed. */
  did: string
}

/** Three people who do not exist, who speak of the organisation by its own name. */
export function usePracticeMessages(): Record<PracticeTask, PracticeMessage> {
  const { t } = useLingui()
  const ours = useSession().workspace?.name ?? 'Wederhoor'
  return {
    reply: {
      name: 'Marit Hoekstra',
      handle: 'marit.example',
      text: t`Ordered from ${ours} on Monday, promised for Wednesday, and today is Friday. Where is it? Nobody tells me anything.`,
      sentiment: 'negative',
      ask: t`She wants an answer. Go to the answer.`,
      did: t`Here you write. What you write now goes nowhere: this is an exercise.`,
    },
    done: {
      name: 'Samir el Idrissi',
      handle: 'samir.example',
      text: t`Helped within ten minutes by ${ours}, on a Sunday. Just wanted to say that.`,
      sentiment: 'positive',
      ask: t`Nothing has to happen here any more. Mark it as done; the next one opens by itself.`,
      did: t`Done. That is how most messages leave your list.`,
    },
    undo: {
      name: 'Els Verbeek',
      handle: 'els.example',
      text: t`Does anybody know whether ${ours} is open on Ascension Day?`,
      sentiment: 'neutral',
      ask: t`You just closed this one by mistake. Take back what you did last.`,
      did: t`It is open again. An answer comes back the same way, as long as its ring runs.`,
    },
  }
}
