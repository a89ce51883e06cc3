import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { Bar } from '#web/parts/states.tsx'

const minuteMs = 60_000
const troubled = ['failing', 'reconnect', 'refused', 'behind']

/** The answer to "so?": can I rely on hearing what is said? */
export function ListenSentence() {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow(minuteMs)
  const sources = useAsk('GET /api/sources')
  const topics = useAsk('GET /api/topics')
  if (sources.error || topics.error) return null
  if (!sources.data || !topics.data) return <Bar width={60} className="mt-3 h-7!" />
  const on = sources.data.filter((source) => source.health !== 'paused')
  const troubledCount = on.filter((source) => troubled.includes(source.health)).length
  const busiest = topics.data.toSorted((a, b) => (b.perDay.at(-1) ?? 0) - (a.perDay.at(-1) ?? 0))[0]
  const busiestName = busiest?.name ?? ''
  const todayCount = busiest?.perDay.at(-1) ?? 0
  const newest = on
    .flatMap((source) => source.lastHeardAt ?? [])
    .sort()
    .at(-1)
  return (
    <p className="num display mt-1 max-w-[40ch] text-[24px] leading-[30px] text-pretty md:text-hero">
      {headline({ onCount: on.length, topicCount: topics.data.length, troubledCount })}{' '}
      <span className="text-ink-3">
        {newest && t`The newest message came ${fmt.ago(new Date(newest), now)}.`}{' '}
        {todayCount > 0 &&
          t`Most heard today: ${busiestName}, ${plural(todayCount, { one: '# message', other: '# messages' })}.`}
      </span>
    </p>
  )

  function headline(given: { onCount: number; topicCount: number; troubledCount: number }): string {
    const { onCount, topicCount } = given
    if (topicCount === 0) return t`You do not listen for anything yet.`
    if (onCount === 0) return t`You do not listen anywhere yet.`
    if (given.troubledCount === onCount) return t`No source answers now; each is tried again.`
    if (given.troubledCount === 0) return t`We hear everything you asked for.`
    const trouble = given.troubledCount
    return t`${plural(trouble, { one: '# source needs', other: '# sources need' })} a look; the rest goes on.`
  }
}
