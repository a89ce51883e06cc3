import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { countMeasure, type Measure, shareMeasure } from '#domain/measures/measure.ts'
import {
  messagesIn,
  reputationScore,
  type ScoreChange,
  scoreChange,
  sumOf,
  type Tone,
  type ToneCounts,
} from '#domain/measures/reputation-score.ts'
import type { Context } from '#team/context.ts'
import { nobody } from './figure-keys.ts'
import { type Answered, readAnswered } from './read-answered.ts'
import { readTones, type ToneDay, type Tones } from './read-tones.ts'
import { readWaits } from './read-waits.ts'
import type { ReportFilter } from './report-ask.ts'
import { type Against, type DayRange, daysAfter, daysIn, type ReportPeriod, reportPeriod } from './report-period.ts'
import { type TopicFigures, topicsOf, type Voice, voicesOf } from './report-topics.ts'
import { type SpeedCell, speedOf, type WaitFigures, type WaitLine, waitFigures, waitLines } from './report-waits.ts'
import { zoneOf } from './settle-figures.ts'

export type Both = { now: Measure; before: Measure }
export type ReportDay = ToneCounts & { at: string; noise: number; score: Measure; before: number | null }
export type Reputation = {
  period: ReportPeriod & { zone: string }
  /** Hours are being counted anew at this moment: figures may still move. */
  isCounting: boolean
  score: Measure
  scoreBefore: Measure
  change: ScoreChange | null
  days: ReportDay[]
  messages: Both
  reach: Both
  waits: WaitFigures
  waitsBefore: WaitFigures
  milder: Both
  promotion: Measure
  initiative: Measure
  topics: TopicFigures[]
  voices: Voice[]
  speed: SpeedCell[]
  lines: WaitLine[]
  works: { strategy: Answered['works'][number]['strategy']; network: string; better: Measure }[]
  silences: Answered['silences']
}
/** A tone narrows what was said. The score and what moved it need all tones, and how we answer is counted for all. */
export type ReputationAsk = DayRange & ReportFilter & { against: Against; tone?: Tone }

/** The score of a day is that of the week up to it: one day of few messages says nothing. */
const scoreDays = 7

/** How we are spoken of and how we answer, in a time and against another. @throws AppError `bad_input` */
export async function readReputation(ctx: Context, input: ReputationAsk): Promise<Reputation> {
  const { workspaceId } = ctx
  const period = reportPeriod(input)
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId)
    const ask = { ...input, workspaceId, period, zone }
    const tones = await readTones(tx, ask, { tone: input.tone })
    const groups = await readWaits(tx, ask)
    const answered = await readAnswered(tx, ask)
    const names = await namesIn(tx, workspaceId)
    const [now, before] = [dayRows(tones.days, period), dayRows(tones.days, period.before)]
    const said = input.tone ? toned(tones, input.tone) : tones
    const [saidNow, saidBefore] = [dayRows(said.days, period), dayRows(said.days, period.before)]
    const groupOf = (cut: 'all' | 'before') => groups.find((group) => group.cut === cut)
    return {
      period: { ...period, zone },
      isCounting: names.isCounting,
      score: reputationScore(now),
      scoreBefore: reputationScore(before),
      change: scoreChange(now, before),
      days: withTone(daysOf(period, { now, before }), saidNow),
      messages: { now: countMeasure(messagesIn(sumOf(saidNow))), before: countMeasure(messagesIn(sumOf(saidBefore))) },
      reach: { now: reachOf(now), before: reachOf(before) },
      waits: waitFigures(groupOf('all'), groups),
      waitsBefore: waitFigures(groupOf('before'), []),
      milder: { now: milderOf(answered.now), before: milderOf(answered.before) },
      promotion: shareMeasure(answered.now.promotional, answered.now.judged),
      initiative: shareMeasure(answered.now.unasked, answered.now.judged),
      topics: topicsOf(said, { period, topics: names.topics, groups }),
      voices: voicesOf(said, names.topics),
      speed: speedOf(groups),
      lines: waitLines(groups, names),
      works: answered.works.map(({ strategy, network, better, compared }) => ({
        ...{ strategy, network },
        better: shareMeasure(better, compared),
      })),
      silences: answered.silences,
    }
  })
}

const quiet = { negative: 0, neutral: 0, mixed: 0, positive: 0, unsure: 0, noise: 0, reach: 0, reachKnown: 0 }
type DayRow = typeof quiet & { at: string }

/** Every day of the range, also those on which nothing was said. */
export function dayRows(given: readonly ToneDay[], range: DayRange, topicId: string = nobody): DayRow[] {
  const byDay = new Map(given.flatMap((row) => (row.topicId === topicId ? [[row.at, row] as const] : [])))
  return daysIn(range).map((at) => ({ ...quiet, ...byDay.get(at), at }))
}

/** Only what was said in one tone; what a topic pulls stays that of all. */
function toned({ daily, ...tones }: Tones, tone: Tone): Tones {
  const only = <Row extends ToneCounts>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, ...noTones, [tone]: row[tone] }))
  const { days, now, before, networks } = tones
  return { days: only(days), now: only(now), before: only(before), networks: only(networks), daily }
}

const noTones = { negative: 0, neutral: 0, mixed: 0, positive: 0, unsure: 0 }

function withTone(days: ReportDay[], said: readonly DayRow[]): ReportDay[] {
  return days.map((day, i) => {
    const { negative, neutral, mixed, positive, unsure } = said[i] ?? noTones
    return { ...day, negative, neutral, mixed, positive, unsure }
  })
}

export function daysOf(period: ReportPeriod, { now, before }: { now: DayRow[]; before: DayRow[] }): ReportDay[] {
  const rows = [...before, ...now]
  // Between the two there may be weeks of which nothing was read.
  const weekTo = (end: number) => {
    const first = daysAfter(rows[end]?.at ?? period.from, 1 - scoreDays)
    return rows.slice(Math.max(0, end + 1 - scoreDays), end + 1).filter(({ at }) => at >= first)
  }
  return now.map(({ at, negative, neutral, mixed, positive, unsure, noise }, i) => {
    const hasBefore = before[i] && i >= scoreDays - 1 && period.days > scoreDays
    return {
      ...{ at, negative, neutral, mixed, positive, unsure, noise },
      score: reputationScore(weekTo(before.length + i)),
      before: hasBefore ? reputationScore(weekTo(i)).value : null,
    }
  })
}

function reachOf(days: readonly DayRow[]): Measure {
  const known = days.reduce((sum, { reachKnown }) => sum + reachKnown, 0)
  const reach = days.reduce((sum, day) => sum + day.reach, 0)
  return { ...countMeasure(reach), sample: known }
}

function milderOf({ better, compared }: { better: number; compared: number }): Measure {
  return shareMeasure(better, compared)
}

export type ReportNames = {
  isCounting: boolean
  topics: { id: string; name: string; isOurs: boolean }[]
  departments: { id: string; name: string }[]
  sources: { id: string; name: string }[]
}

export async function namesIn(tx: Tx, workspaceId: string): Promise<ReportNames> {
  const { rows } = await tx.execute<ReportNames>(sql`
    select exists (select from figure_marks where workspace_id = ${workspaceId}) as "isCounting",
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'isOurs', purpose <> 'market') order by name) from topics where workspace_id = ${workspaceId}), '[]') as topics,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name) from departments where workspace_id = ${workspaceId}), '[]') as departments,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name) from sources where workspace_id = ${workspaceId}), '[]') as sources`)
  return rows[0] ?? { isCounting: false, topics: [], departments: [], sources: [] }
}
