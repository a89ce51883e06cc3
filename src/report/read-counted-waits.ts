import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type CountedPage, excerptMax, following, pageOf, pageRows } from './counted-page.ts'
import { anyDepartment, anyNetwork, nobody } from './figure-keys.ts'
import { isWithin, narrowed, type ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { isEveningAt } from './report-waits.ts'
import { zoneOf } from './settle-figures.ts'

export const waitLineCuts = [
  ...(['department', 'source', 'network', 'band', 'topic', 'weekday', 'hour', 'time', 'cell'] as const),
] as const
export type WaitLineCut = (typeof waitLineCuts)[number]
export const waitOutcomes = ['answered', 'silent', 'kept', 'broken'] as const
type Outcome = (typeof waitOutcomes)[number]
export type CountedWait = {
  id: string
  conversationId: string
  number: number
  network: string
  at: Date
  author: string
  text: string
  /** Until the first answer; null where nobody answered. */
  minutes: number | null
}
type Asked = DayRange & ReportFilter & { cut?: WaitLineCut; value?: string; outcome?: Outcome; after?: string }

/** Whoever waited behind a figure, the newest first: the same ones that are counted. @throws AppError `bad_input` */
export async function readCountedWaits(ctx: Context, input: Asked): Promise<CountedPage<CountedWait>> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  const follows = following(input.after, { at: sql`p.asked_at`, id: sql`p.id` })
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId)
    const { rows } = await tx.execute<Omit<CountedWait, 'at'> & { at: string }>(sql`
      select p.id, c.id as "conversationId", c.number, c.network, p.asked_at as at, coalesce(a.name, '') as author, left(c.title, ${excerptMax}) as text,
             case when p.stopped_by in ('answer', 'elsewhere') then floor(extract(epoch from p.stopped_at - p.asked_at) / 60)::int end as minutes
        from promise_clocks p join conversations c on c.id = p.conversation_id left join authors a on a.id = c.author_id
       where p.workspace_id = ${workspaceId} and p.kind = 'first' and ${isWithin(sql`p.asked_at`, period, zone)}
         and c.state not in ('noise', 'merged') and p.stopped_by is distinct from 'anew' ${narrowed(input, sql`c`)}
         ${input.cut ? sql`and ${isOfCut(input.cut, input.value ?? '', sql`(p.asked_at at time zone ${zone})`)}` : sql``}
         ${input.outcome ? sql`and ${outcomes[input.outcome]}` : sql``} ${follows}
       order by p.asked_at desc, p.id desc limit ${pageRows + 1}`)
    return pageOf(
      rows.map((row) => ({ ...row, at: new Date(row.at) })),
      await totalOf(tx, { workspaceId, period }, input),
    )
  })
}

const outcomes: Record<Outcome, SQL> = {
  answered: sql`p.stopped_by in ('answer', 'elsewhere')`,
  silent: sql`p.stopped_by = 'silence'`,
  kept: sql`p.due_at is not null and p.broken_at is null and p.stopped_at is not null`,
  broken: sql`p.due_at is not null and p.broken_at is not null`,
}

function isOfCut(cut: WaitLineCut, value: string, asked: SQL): SQL {
  const weekday = sql`(extract(isodow from ${asked})::int - 1)`
  const hour = sql`extract(hour from ${asked})::int`
  switch (cut) {
    case 'department':
      return sql`coalesce(c.department_id, ${nobody})::text = ${value}`
    case 'source':
      return sql`coalesce(p.asked -> 0 ->> 'sourceId', ${nobody}) = ${value}`
    case 'network':
      return sql`c.network = ${value}`
    case 'band':
      return sql`band_of(a.followers)::text = ${value}`
    case 'topic':
      return sql`p.asked -> 0 -> 'topicIds' @> to_jsonb(${value}::text)`
    case 'weekday':
    case 'hour':
    case 'time':
    case 'cell':
      return sql`${weekday} || ' ' || ${hour} in (select jsonb_array_elements_text(${JSON.stringify(cellsOf(cut, value))}::jsonb))`
  }
}

/** The cells of the week, `3 14` is Thursday from two to three, that a weekday, an hour or the evenings are made of. */
function cellsOf(cut: 'weekday' | 'hour' | 'time' | 'cell', value: string): string[] {
  const cells = Array.from({ length: 7 * 24 }, (_, i) => ({ weekday: Math.floor(i / 24), hour: i % 24 }))
  return cells
    .filter((cell) => {
      if (cut === 'weekday') return String(cell.weekday) === value
      if (cut === 'hour') return String(cell.hour) === value
      if (cut === 'time') return isEveningAt(cell) === (value === 'evening')
      return `${cell.weekday} ${cell.hour}` === value
    })
    .map(({ weekday, hour }) => `${weekday} ${hour}`)
}

/** As the figure says it. */
async function totalOf(tx: Tx, { workspaceId, period }: { workspaceId: string; period: DayRange }, input: Asked) {
  const { network = anyNetwork, departmentId = anyDepartment, cut, value = '', outcome } = input
  const isTime = cut === 'weekday' || cut === 'hour' || cut === 'time' || cut === 'cell'
  const values = isTime ? cellsOf(cut, value) : [cut ? value : '']
  const counted = outcome ? totals[outcome] : sql`waits`
  const { rows } = await tx.execute<{ total: number }>(sql`
    select coalesce(sum(${counted}), 0)::int as total from figure_wait_sums
     where workspace_id = ${workspaceId} and span = 'day' and network = ${network} and department_id = ${departmentId}
       and at between ${period.from}::date and ${period.to}::date and cut = ${isTime ? 'hour' : (cut ?? 'all')}
       and value in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`)
  return rows[0]?.total ?? 0
}

const totals: Record<Outcome, SQL> = {
  answered: sql`answered + elsewhere`,
  silent: sql`silent`,
  kept: sql`kept`,
  broken: sql`broken`,
}
