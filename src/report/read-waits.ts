import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { WaitCount } from '#domain/measures/wait-quantile.ts'
import { waitStepAt, waitSteps } from '#domain/measures/wait-step.ts'
import { anyDepartment, anyNetwork } from './figure-keys.ts'
import type { ReportAsk } from './report-ask.ts'
import { readMonths, rowsOf, type Spans, spansOf } from './report-spans.ts'

export const waitCuts = ['all', 'before', 'hour', 'department', 'source', 'network', 'band', 'topic'] as const
export type WaitCut = (typeof waitCuts)[number]

export const waitCounts = ['waits', 'answered', 'elsewhere', 'silent', 'kept', 'broken'] as const

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

type Row = Omit<WaitGroup, 'cut' | 'published' | 'heard'> & { cut: WaitCut | 'heard'; minutes: string }

/**
 * Of the time reported by every cut, and of the time before as a whole. Months that are summed are read as one, where they lie in the time asked for; the rest by the day.
 */
export async function readWaits(tx: Tx, ask: ReportAsk): Promise<WaitGroup[]> {
  const { period } = ask
  const months = await readMonths(tx, ask.workspaceId)
  const now = groupsIn(await readRows(tx, ask, { spans: spansOf(period, months), cuts: sql`true` }))
  const then = { spans: spansOf(period.before, months), cuts: sql`s.cut in ('all', 'heard')` }
  const before = groupsIn(await readRows(tx, ask, then))
  return [...now, ...before.map((group) => ({ ...group, cut: 'before' as const }))]
}

/** Each cut is one row; its `minutes` are those of its months and days one after the other, in which a step comes again and again. */
async function readRows(tx: Tx, ask: ReportAsk, { spans, cuts }: { spans: Spans; cuts: SQL }): Promise<Row[]> {
  const { workspaceId, network = anyNetwork, departmentId = anyDepartment } = ask
  const here = sql`s.workspace_id = ${workspaceId} and s.network = ${network} and s.department_id = ${departmentId} and ${cuts}`
  const { rows } = await tx.execute<Row>(sql`
    select cut, value, sum(waits)::int as waits, sum(answered)::int as answered, sum(elsewhere)::int as elsewhere, sum(silent)::int as silent,
           sum(kept)::int as kept, sum(broken)::int as broken, string_agg(minutes, ' ') as minutes
      from ${rowsOf(sql`figure_wait_sums`, spans, here)} group by cut, value order by cut, value`)
  return rows
}

function groupsIn(rows: readonly Row[]): WaitGroup[] {
  const heard = rows.find(({ cut }) => cut === 'heard')
  return rows.flatMap(({ cut, minutes, ...row }): WaitGroup[] => {
    if (cut === 'heard') return []
    const isAll = cut === 'all'
    return [{ ...row, cut, published: countsIn(minutes), heard: isAll && heard ? countsIn(heard.minutes) : [] }]
  })
}

const [zero, colon, space] = [48, 58, 32]

/** Steps of waiting as they are kept, `12:3 15:1`, added up. Read sign by sign: a year is half a million of them. */
function countsIn(text: string): WaitCount[] {
  const waits = new Float64Array(waitSteps.length)
  let step = 0
  let number = 0
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at === text.length ? space : text.charCodeAt(at)
    if (sign === colon) {
      step = waitStepAt(number)
      number = 0
    } else if (sign === space) {
      if (number > 0) waits[step] = (waits[step] ?? 0) + number
      number = 0
    } else number = number * 10 + sign - zero
  }
  return waitSteps.flatMap((minutes, at) => (waits[at] ? [{ minutes, waits: waits[at] }] : []))
}

export function emptyGroup({ cut, value }: Pick<WaitGroup, 'cut' | 'value'>): WaitGroup {
  return {
    ...{ cut, value, waits: 0, answered: 0, elsewhere: 0, silent: 0, kept: 0, broken: 0 },
    ...{ published: [], heard: [] },
  }
}
