import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { WaitCount } from '#domain/measures/wait-quantile.ts'
import { anyDepartment, anyNetwork } from './figure-keys.ts'
import type { ReportAsk } from './report-ask.ts'
import type { DayRange } from './report-period.ts'

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
 * Of the time reported by every cut, and of the time before as a whole. Months that are over are read as one, where they lie in the time asked for; the rest by the day.
 */
export async function readWaits(tx: Tx, ask: ReportAsk): Promise<WaitGroup[]> {
  const { period } = ask
  const now = groupsIn(await readRows(tx, ask, { range: period, cuts: sql`true` }))
  const before = groupsIn(await readRows(tx, ask, { range: period.before, cuts: sql`s.cut in ('all', 'heard')` }))
  return [...now, ...before.map((group) => ({ ...group, cut: 'before' as const }))]
}

async function readRows(tx: Tx, ask: ReportAsk, { range, cuts }: { range: DayRange; cuts: SQL }): Promise<Row[]> {
  const { workspaceId, network = anyNetwork, departmentId = anyDepartment } = ask
  const here = sql`s.workspace_id = ${workspaceId} and s.network = ${network} and s.department_id = ${departmentId} and ${cuts}`
  const shown = sql`s.cut, s.value, s.waits, s.answered, s.elsewhere, s.silent, s.kept, s.broken, s.minutes`
  const { rows } = await tx.execute<Row>(sql`
    with whole as materialized (
      select month from figure_wait_months
       where workspace_id = ${workspaceId} and month >= ${range.from}::date and (month + interval '1 month')::date - 1 <= ${range.to}::date
    )
    select ${shown} from figure_wait_sums s where ${here} and s.span = 'month' and s.at in (select month from whole)
    union all
    select ${shown} from figure_wait_sums s
     where ${here} and s.span = 'day' and s.at between ${range.from}::date and ${range.to}::date
       and date_trunc('month', s.at)::date not in (select month from whole)`)
  return rows
}

/** Steps of waiting as they are kept: `12:3 15:1`. */
type Steps = Map<number, number>

function groupsIn(rows: readonly Row[]): WaitGroup[] {
  const groups = new Map<string, { group: WaitGroup; steps: Steps }>()
  const heard: Steps = new Map()
  for (const row of rows) {
    const { cut, value } = row
    if (cut === 'heard') {
      addSteps(heard, row.minutes)
      continue
    }
    const key = `${cut} ${value}`
    const found = groups.get(key) ?? { group: emptyGroup({ cut, value }), steps: new Map() }
    groups.set(key, found)
    for (const figure of waitCounts) found.group[figure] += row[figure]
    addSteps(found.steps, row.minutes)
  }
  return [...groups.values()].map(({ group, steps }) => ({
    ...{ ...group, published: countsIn(steps) },
    heard: group.cut === 'all' ? countsIn(heard) : [],
  }))
}

const [zero, colon, space] = [48, 58, 32]

/** Read sign by sign: a year is a million of them. */
function addSteps(steps: Steps, text: string): void {
  let minutes = 0
  let number = 0
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at === text.length ? space : text.charCodeAt(at)
    if (sign === colon) {
      minutes = number
      number = 0
    } else if (sign === space) {
      if (number > 0) steps.set(minutes, (steps.get(minutes) ?? 0) + number)
      number = 0
    } else number = number * 10 + sign - zero
  }
}

function countsIn(steps: Steps): WaitCount[] {
  return [...steps].map(([minutes, waits]) => ({ minutes, waits }))
}

export function emptyGroup({ cut, value }: Pick<WaitGroup, 'cut' | 'value'>): WaitGroup {
  return {
    ...{ cut, value, waits: 0, answered: 0, elsewhere: 0, silent: 0, kept: 0, broken: 0 },
    ...{ published: [], heard: [] },
  }
}
