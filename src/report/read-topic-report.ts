import { AppError } from '#base/errors.ts'
import { countMeasure, type Measure } from '#domain/measures/measure.ts'
import { messagesIn, reputationScore, sumOf } from '#domain/measures/reputation-score.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type Both, dayRows, daysOf, namesIn, type ReportDay } from './read-reputation.ts'
import { readTones } from './read-tones.ts'
import { readWaits } from './read-waits.ts'
import type { ReportFilter } from './report-ask.ts'
import { type Against, type DayRange, type ReportPeriod, reportPeriod } from './report-period.ts'
import { topicsOf } from './report-topics.ts'
import { topicGroup, type WaitFigures, waitFigures } from './report-waits.ts'
import { zoneOf } from './settle-figures.ts'

export type TopicReport = {
  id: string
  name: string
  period: ReportPeriod & { zone: string }
  isCounting: boolean
  /** As the score of the house, of what was said of this topic only. */
  score: Measure
  scoreBefore: Measure
  /** What it did to the score of the house; null for whoever else is spoken of. */
  points: number | null
  days: ReportDay[]
  messages: Both
  waits: WaitFigures
  networks: { network: string; messages: number }[]
}
type Asked = DayRange & ReportFilter & { id: string; against: Against }

/** One topic in depth: how it is spoken of day by day, where, and how long one waits who asks about it. @throws AppError `bad_input`, `not_found` */
export async function readTopicReport(ctx: Context, input: Asked): Promise<TopicReport> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const { id } = input
  const period = reportPeriod(input)
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId)
    const ask = { ...input, workspaceId, period, zone }
    const names = await namesIn(tx, workspaceId)
    const topic = names.topics.find((one) => one.id === id)
    if (!topic) throw new AppError('not_found', 'There is no such topic.')
    const tones = await readTones(tx, ask, { byDayId: id })
    const groups = await readWaits(tx, ask)
    const [now, before] = [dayRows(tones.days, period, id), dayRows(tones.days, period.before, id)]
    const figures = topicsOf(tones, { period, topics: names.topics, groups }).find((one) => one.id === id)
    return {
      ...{ id, name: topic.name, period: { ...period, zone }, isCounting: names.isCounting },
      ...{ score: reputationScore(now), scoreBefore: reputationScore(before), points: figures?.points ?? null },
      days: daysOf(period, { now, before }),
      messages: { now: countMeasure(messagesIn(sumOf(now))), before: countMeasure(messagesIn(sumOf(before))) },
      waits: waitFigures(topicGroup(groups, id), []),
      networks: tones.networks
        .flatMap(({ topicId, network, ...row }) => (topicId === id ? [{ network, messages: messagesIn(row) }] : []))
        .filter(({ messages }) => messages > 0)
        .toSorted((a, b) => b.messages - a.messages),
    }
  })
}
