import { type Measure, shareMeasure } from '#domain/measures/measure.ts'
import { driversOf, messagesIn, netTone, sumOf, type ToneCounts } from '#domain/measures/reputation-score.ts'
import { nobody } from './figure-keys.ts'
import type { ToneSum, Tones } from './read-tones.ts'
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
  { now, before, networks, daily }: Tones,
  { period, topics, groups }: Asked & { groups: readonly WaitGroup[] },
): TopicFigures[] {
  const isTopic = ({ topicId }: { topicId: string }) => topicId !== nobody
  const points = new Map(driversOf(now.filter(isTopic), before.filter(isTopic)).map((one) => [one.topicId, one.points]))
  const none = daysIn(period).map(() => 0)
  return topics
    .filter(({ isOurs }) => isOurs)
    .map(({ id, name }) => {
      const sum = sumIn(now, id)
      return {
        ...{ id, name, messages: messagesIn(sum), before: messagesIn(sumIn(before, id)) },
        ...{ tones: sum, net: netTone(sum), points: points.get(id) ?? 0, networks: networksOf(networks, id) },
        days: daily.get(id) ?? none,
        median: topicMedian(groups, id),
      }
    })
    .filter(({ messages, before }) => messages + before > 0)
    .toSorted((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1))
}

function sumIn(sums: readonly ToneSum[], id: string): ToneCounts {
  return sumOf(sums.filter(({ topicId }) => topicId === id))
}

function networksOf(networks: Tones['networks'], id: string): string[] {
  return networks
    .filter(({ topicId }) => topicId === id)
    .toSorted((a, b) => messagesIn(b) - messagesIn(a))
    .map(({ network }) => network)
    .slice(0, networksMax)
}

/** Who is spoken of how much: we (each message once) beside each topic that is there to follow the market. Without such a topic there is nothing to share. */
export function voicesOf({ now, before }: Tones, topics: readonly Topic[]): Voice[] {
  const others = topics.filter(({ isOurs }) => !isOurs)
  if (others.length === 0) return []
  const voices = [{ id: nobody, name: '', isOurs: true }, ...others].map((topic) => {
    const sum = sumIn(now, topic.id)
    return { ...topic, messages: messagesIn(sum), earlier: messagesIn(sumIn(before, topic.id)), net: netTone(sum) }
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
