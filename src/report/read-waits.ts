import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { WaitCount } from '#domain/measures/wait-quantile.ts'
import { narrowed, type ReportAsk } from './report-ask.ts'

export const waitCuts = ['all', 'before', 'hour', 'department', 'source', 'network', 'band'] as const
export type WaitCut = (typeof waitCuts)[number]

/** Who waited for a first answer, cut one way. */
export type WaitGroup = {
  cut: WaitCut
  /** Which one of the cut: `3 14` is Thursday from two to three. */
  value: string
  waits: number
  answered: number
  elsewhere: number
  silent: number
  kept: number
  broken: number
  published: WaitCount[]
  heard: WaitCount[]
}

type Row = {
  cut: WaitCut
  value: string
  outcome: string
  promise: string
  published: number
  heard: number
  waits: number
}

/** Of the time reported by every cut, and of the time before as a whole. */
export async function readWaits(tx: Tx, ask: ReportAsk): Promise<WaitGroup[]> {
  const { workspaceId, period } = ask
  const range = ({ from, to }: { from: string; to: string }) =>
    sql`w.at >= ${from}::date and w.at < (${to}::date + 1)::timestamp`
  const { rows } = await tx.execute<Row>(sql`
    with counted as (
      select extract(isodow from w.at)::int - 1 || ' ' || extract(hour from w.at)::int as hour, w.department_id, w.source_id, w.network, w.band,
             w.outcome, w.promise, w.published_minutes as published, w.heard_minutes as heard, sum(w.waits)::int as waits
        from figure_waits w where w.workspace_id = ${workspaceId} and ${range(period)} ${narrowed(ask, sql`w`)}
       group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    select 'before' as cut, '' as value, w.outcome, w.promise, w.published_minutes as published, w.heard_minutes as heard, sum(w.waits)::int as waits
      from figure_waits w where w.workspace_id = ${workspaceId} and ${range(period.before)} ${narrowed(ask, sql`w`)} group by 3, 4, 5, 6
    union all
    select case when grouping(hour) = 0 then 'hour' when grouping(department_id) = 0 then 'department' when grouping(source_id) = 0 then 'source'
                when grouping(network) = 0 then 'network' when grouping(band) = 0 then 'band' else 'all' end,
           coalesce(hour, department_id::text, source_id::text, network, band::text, ''), outcome, promise, published, heard, sum(waits)::int
      from counted group by grouping sets ((outcome, promise, published, heard), (hour, outcome, promise, published, heard),
        (department_id, outcome, promise, published, heard), (source_id, outcome, promise, published, heard),
        (network, outcome, promise, published, heard), (band, outcome, promise, published, heard))`)
  return grouped(rows)
}

function grouped(rows: readonly Row[]): WaitGroup[] {
  const groups = new Map<string, WaitGroup>()
  for (const row of rows) {
    const key = `${row.cut} ${row.value}`
    const group = groups.get(key) ?? emptyGroup(row)
    groups.set(key, group)
    add(group, row)
  }
  return [...groups.values()]
}

export function emptyGroup({ cut, value }: Pick<Row, 'cut' | 'value'>): WaitGroup {
  return {
    ...{ cut, value, waits: 0, answered: 0, elsewhere: 0, silent: 0, kept: 0, broken: 0 },
    ...{ published: [], heard: [] },
  }
}

function add(group: WaitGroup, { outcome, promise, published, heard, waits }: Row): void {
  group.waits += waits
  if (outcome === 'answer') group.answered += waits
  if (outcome === 'elsewhere') group.elsewhere += waits
  if (outcome === 'silence') group.silent += waits
  if (promise === 'kept') group.kept += waits
  if (promise === 'broken') group.broken += waits
  if (published < 0) return
  group.published.push({ minutes: published, waits })
  group.heard.push({ minutes: heard, waits })
}
