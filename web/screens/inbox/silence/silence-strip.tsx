import { useLingui } from '@lingui/react/macro'
import { MessageSquareOff } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Strip } from '#web/screens/inbox/weight/strip.tsx'

/** That nobody answers here, deliberately: why, by whom, and until when; or why it is to be looked at again. */
export function SilenceStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { silence, state } = conversation
  if (!silence) return null
  const stands = silence.endedBy === null
  const isBack = state === 'open' && ['review', 'growth', 'author'].includes(silence.endedBy ?? '')
  if (!stands && !isBack) return null
  const by = silence.by?.name ?? t`somebody`
  const reason = silence.reason?.name ?? ''
  const day = silence.reviewAt ? fmt.day(new Date(silence.reviewAt)) : ''
  const why =
    silence.kind === 'elsewhere'
      ? t`Answered by another way, says ${by}.`
      : stands
        ? t`Deliberately no answer: ${reason}, by ${by}.`
        : t`There was deliberately no answer: ${reason}, by ${by}.`
  const back = {
    review: t`It is time to look again.`,
    growth: t`It spread twice as far since.`,
    author: t`They wrote again.`,
  }
  const { endedBy, advised } = silence
  const now =
    endedBy === 'review' || endedBy === 'growth' || endedBy === 'author'
      ? back[endedBy]
      : day && t`Looked at again on ${day}.`
  return (
    <Strip
      icon={<MessageSquareOff size={15} />}
      says={
        <>
          <span className="text-ink">{why}</span> {now} {silence.note && `“${silence.note}”`}{' '}
          {advised && <span className="text-ink-3">{t`The policy advised: ${advised}.`}</span>}
        </>
      }
    />
  )
}
