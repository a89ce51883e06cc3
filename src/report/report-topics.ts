import { type Measure, shareMeasure } from '#domain/measures/measure.ts'
import { driversOf, messagesIn, netTone, sumOf, type ToneCounts } from '#domain/measures/reputation-score.ts'
import { nobody } from './figure-keys.ts'
import type { ToneRow } from './read-tones.ts'
import type { WaitGroup } from './read-waits.ts'
import { daysIn, type ReportPeriod } from './report-period.ts'
import { topicMedian } from './report-waits.ts'

type Topic = { id: string; name: string; isOurs: boolean }
type Asked = { period: ReportPeriod; topics: readonly Topic[] }

export type TopicFigures = {
  id: string
  name: string
  messages: number
  before: number
  tones: ToneCounts
  /** From -1 to 1; null where no tone could be told. */
  net: number | null
  /** What it did to the score. */
  points: number
  days: number[]
  /** How long one waits who asks about it. */
  median: Measure
  /** Where most of it was said. */
  networks: string[]
}
export type Voice = {
  id: string
  name: string
  isOurs: boolean
  messages: number
  share: Measure
  before: Measure
  net: number | null
}

const networksMax = 3

/** Of what is said of us, the topics with most messages first. */
export function topicsOf(
  tones: readonly ToneRow[],
  { period, topics, groups }: Asked & { groups: readonly WaitGroup[] },
): TopicFigures[] {
  const daily = tones.filter(({ topicId, at }) => topicId !== nobody && at !== null)
  const isNow = ({ at }: ToneRow) => at !== null && at >= period.from
  const points = new Map(
    driversOf(
      daily.filter(isNow),
      daily.filter((row) => !isNow(row)),
    ).map((one) => [one.topicId, one.points]),
  )
  const days = daysIn(period)
  return topics
    .filter(({ isOurs }) => isOurs)
    .map(({ id, name }) => {
      const rows = daily.filter(({ topicId }) => topicId === id)
      const now = rows.filter(isNow)
      const sum = sumOf(now)
      const byDay = new Map(now.map((row) => [row.at, messagesIn(row)]))
      return {
        ...{ id, name, messages: messagesIn(sum), before: messagesIn(sumOf(rows.filter((row) => !isNow(row)))) },
        ...{ tones: sum, net: netTone(sum), points: points.get(id) ?? 0, networks: networksOf(tones, id) },
        days: days.map((day) => byDay.get(day) ?? 0),
        median: topicMedian(groups, id),
      }
    })
    .filter(({ messages, before }) => messages + before > 0)
    .toSorted((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1))
}

function networksOf(tones: readonly ToneRow[], id: string): string[] {
  return tones
    .filter(({ topicId, network }) => topicId === id && network !== null)
    .toSorted((a, b) => messagesIn(b) - messagesIn(a))
    .flatMap(({ network }) => network ?? [])
    .slice(0, networksMax)
}

/** Who is spoken of how much: we (each message once) beside each topic that is there to follow the market. Without such a topic there is nothing to share. */
export function voicesOf(tones: readonly ToneRow[], { period, topics }: Asked): Voice[] {
  const others = topics.filter(({ isOurs }) => !isOurs)
  if (others.length === 0) return []
  const voices = [{ id: nobody, name: '', isOurs: true }, ...others].map((topic) => {
    const rows = tones.filter(({ topicId, at }) => topicId === topic.id && at !== null)
    const now = sumOf(rows.filter(({ at }) => (at ?? '') >= period.from))
    const before = sumOf(rows.filter(({ at }) => (at ?? '') < period.from))
    return { ...topic, messages: messagesIn(now), earlier: messagesIn(before), net: netTone(now) }
  })
  const [all, then] = [
    voices.reduce((sum, { messages }) => sum + messages, 0),
    voices.reduce((sum, { earlier }) => sum + earlier, 0),
  ]
  return voices
    .map(({ earlier, ...voice }) => ({
      ...voice,
      share: shareMeasure(voice.messages, all),
      before: shareMeasure(earlier, then),
    }))
    .toSorted((a, b) => b.messages - a.messages)
}
