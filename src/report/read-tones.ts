import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Tone, ToneCounts, TopicPart } from '#domain/measures/reputation-score.ts'
import { anyDepartment, anyNetwork, nobody } from './figure-keys.ts'
import type { ReportAsk } from './report-ask.ts'
import { type DayRange, daysIn } from './report-period.ts'
import { readMonths, rowsOf, type Spans, spansOf } from './report-spans.ts'

type OfTopic = ToneCounts & { topicId: string }
export type ToneDay = OfTopic & { at: string; noise: number; reach: number; reachKnown: number }
export type ToneSum = OfTopic & TopicPart
/** What was said in both times. The topic of zeros is each message once. */
export type Tones = {
  /** Both times by the day: of everything, and of the one topic that was asked for by the day. */
  days: ToneDay[]
  now: ToneSum[]
  before: ToneSum[]
  /** Of the reported time, by topic and network. */
  networks: (OfTopic & { network: string })[]
  /** Of the reported time, each topic: how many messages on each of its days, of the tone that was asked for. */
  daily: ReadonlyMap<string, number[]>
}
/** `byDayId` is a topic that is wanted by the day. */
type Wanted = { tone?: Tone; byDayId?: string }

/** Of topics and networks months are read where they are summed: a year of days of each would be tens of thousands of rows. */
export async function readTones(tx: Tx, ask: ReportAsk, { tone, byDayId = nobody }: Wanted): Promise<Tones> {
  const { period } = ask
  const months = await readMonths(tx, ask.workspaceId)
  const [now, before] = [spansOf(period, months), spansOf(period.before, months)]
  const sums = await readSums(tx, ask, { now, before })
  return {
    days: await readDays(tx, ask, byDayId),
    now: sums.filter(({ part }) => part === 'now'),
    before: sums.filter(({ part }) => part === 'before'),
    networks: sums.flatMap(({ network, ...row }) => (network === null ? [] : [{ ...row, network }])),
    daily: await readDaily(tx, ask, tone),
  }
}

async function readDays(tx: Tx, ask: ReportAsk, byDayId: string): Promise<ToneDay[]> {
  const { period } = ask
  const { rows } = await tx.execute<ToneDay>(sql`
    select topic_id as "topicId", to_char(at, 'YYYY-MM-DD') as at, negative, neutral, mixed, positive, unsure, noise, reach::float8 as reach,
           reach_known as "reachKnown"
      from figure_tone_sums s
     where ${hereIn(ask)} and s.network = ${ask.network ?? anyNetwork} and s.span = 'day' and s.topic_id in (${nobody}, ${byDayId})
       and (s.at between ${period.from}::date and ${period.to}::date or s.at between ${period.before.from}::date and ${period.before.to}::date)
     order by at`)
  return rows
}

type SumRow = ToneSum & { part: 'now' | 'before' | 'network'; network: string | null }

async function readSums(tx: Tx, ask: ReportAsk, { now, before }: Record<'now' | 'before', Spans>): Promise<SumRow[]> {
  const { workspaceId, network } = ask
  const summed = sql`sum(negative)::int as negative, sum(neutral)::int as neutral, sum(mixed)::int as mixed, sum(positive)::int as positive,
    sum(unsure)::int as unsure, sum(weight)::float8 as weight, sum(pull)::float8 as pull`
  const tonesOf = (spans: Spans, on: SQL) =>
    rowsOf(sql`figure_tone_sums`, spans, sql`${hereIn(ask)} and s.network = ${on}`)
  const on = sql`${network ?? anyNetwork}`
  const { rows } = await tx.execute<SumRow>(sql`
    with recursive networks as (${network ? sql`select ${network}::text as network` : networksIn(workspaceId)})
    select topic_id as "topicId", 'now' as part, null as network, ${summed} from ${tonesOf(now, on)} group by 1
    union all
    select topic_id, 'before', null, ${summed} from ${tonesOf(before, on)} group by 1
    union all
    select s.topic_id, 'network', n.network, ${summed} from networks n, lateral ${tonesOf(now, sql`n.network`)} group by 1, 3
     order by 1, 2, 3`)
  return rows
}

/** As text, for that is read at once: five thousand rows of a year are not. */
async function readDaily(tx: Tx, ask: ReportAsk, tone: Tone | undefined): Promise<Tones['daily']> {
  const { period, network = anyNetwork } = ask
  const said = tone ? toneColumns[tone] : sql`negative + neutral + mixed + positive + unsure`
  const { rows } = await tx.execute<{ topicId: string; said: string }>(sql`
    select topic_id as "topicId", string_agg((at - ${period.from}::date) || ':' || (${said}), ' ') as said
      from figure_tone_sums s
     where ${hereIn(ask)} and s.network = ${network} and s.span = 'day' and s.at between ${period.from}::date and ${period.to}::date
     group by 1`)
  return new Map(rows.map((row) => [row.topicId, dailyOf(row.said, period)]))
}

function dailyOf(said: string, range: DayRange): number[] {
  const days = daysIn(range).map(() => 0)
  for (const one of said.split(' ')) {
    const [day, count] = one.split(':')
    days[Number(day)] = Number(count)
  }
  return days
}

function hereIn({ workspaceId, departmentId = anyDepartment }: ReportAsk): SQL {
  return sql`s.workspace_id = ${workspaceId} and s.department_id = ${departmentId}`
}

export const toneColumns: Record<Tone, SQL> = {
  negative: sql`negative`,
  neutral: sql`neutral`,
  mixed: sql`mixed`,
  positive: sql`positive`,
  unsure: sql`unsure`,
}

/** Those of which there are figures, found by a step in the index for each: to name them is to read only their days. */
function networksIn(workspaceId: string): SQL {
  const after = (network: SQL) =>
    sql`(select min(network) from figure_tone_sums where workspace_id = ${workspaceId} and span = 'day' and network > ${network})`
  return sql`select ${after(sql`${anyNetwork}`)} as network union all select ${after(sql`n.network`)} from networks n where n.network is not null`
}
