import { useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { Notice } from '#web/screens/inbox/notice.tsx'
import { useHouseMoment } from './use-later-choices.ts'

/** Above the composer: what is said now takes the place of what waits. */
export function LaterNotice({ at, by }: { at: string; by: string | null }) {
  const { t } = useLingui()
  const when = useHouseMoment()(new Date(at))
  return (
    <Notice icon={<CalendarClock size={15} className="shrink-0 text-sea" />} isCalm>
      {by
        ? t`${by} scheduled an answer for ${when}. What you send now takes its place.`
        : t`Your answer is scheduled for ${when}. What you send now takes its place.`}
    </Notice>
  )
}
