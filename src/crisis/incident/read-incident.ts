import { asc, desc, eq, sql } from 'drizzle-orm'
import { hour as hourMs } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import {
  incidentEntries,
  incidentLetters,
  incidentLines,
  incidentPeople,
  incidents,
  incidentTasks,
} from '#db/tables/crisis.ts'
import { topics } from '#db/tables/mentions.ts'
import { members } from '#db/tables/team.ts'
import { type IncidentPart, incidentKey, type LineState } from '#domain/incident.ts'
import { isAtLeast } from '#domain/role.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type ExpectedVolume, expectVolume } from './expect-volume.ts'
import { idsInScope } from './in-scope.ts'
import { type IncidentRow, incidentSeen, mayEnter } from './incident-access.ts'

export type Named = { id: string; name: string }
export type ReadLine = {
  number: number
  text: string
  state: LineState
  by: Named | null
  at: Date
  settledBy: Named | null
  settledAt: Date | null
  note: string | null
}
export type ReadTask = {
  id: string
  title: string
  who: string
  dueAt: Date | null
  assignee: Named | null
  doneBy: Named | null
  doneAt: Date | null
}
export type ReadEntry = { id: string; kind: 'decision' | 'update'; text: string; by: Named | null; at: Date }
export type ReadIncident = {
  row: IncidentRow
  key: string
  lead: Named | null
  comms: Named | null
  openedBy: Named | null
  closedBy: Named | null
  notToSayBy: Named | null
  people: (Named & { part: IncidentPart })[]
  topics: Named[]
  /** The newest version first. */
  lines: ReadLine[]
  tasks: ReadTask[]
  updates: ReadEntry[]
  letters: { waiting: number; sent: number; failed: number }
  /** Nothing goes out of the workspace now. */
  isStopped: boolean
  volume: { hour: Date; count: number; expected: ExpectedVolume | null }[]
  can: { work: boolean; lead: boolean }
}
export type IncidentLine = {
  id: string
  key: string
  title: string
  happening: string
  state: 'open' | 'closed'
  isPrivate: boolean
  lead: Named | null
  openedAt: Date
  closedAt: Date | null
  nextUpdateAt: Date | null
  tasksOpen: number
}

const listMax = 200
const entriesMax = 50
/** The figure shows as many hours. */
const volumeHours = 48

/** Those one may see: open ones first, the newest first. */
export async function readIncidents(ctx: Context): Promise<IncidentLine[]> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .select({
        row: incidents,
        lead: { id: members.id, name: members.name },
        tasksOpen: sql<number>`(select count(*)::int from incident_tasks t where t.incident_id = incidents.id and t.done_at is null and t.removed_at is null)`,
      })
      .from(incidents)
      .leftJoin(members, eq(members.id, incidents.leadId))
      .where(sql`${incidents.workspaceId} = ${ctx.workspaceId} and ${mayEnter(ctx)}`)
      .orderBy(sql`${incidents.state} = 'closed'`, desc(incidents.number))
      .limit(listMax)
    return rows.map(({ row, lead, tasksOpen }) => {
      const { id, title, happening, state, isPrivate, openedAt, closedAt, nextUpdateAt } = row
      const said = { id, key: incidentKey(row.number), title, happening, state, isPrivate }
      return { ...said, lead, openedAt, closedAt, nextUpdateAt, tasksOpen }
    })
  })
}

/** The room as it stands. By its id or its key. @throws AppError `not_found` */
export async function readIncident(ctx: Context, idOrKey: string): Promise<ReadIncident> {
  const me = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { row, mayWork } = await incidentSeen(tx, ctx, idOrKey)
    const may = mayWork && row.state === 'open'
    const can = { work: may && isAtLeast(me.role, 'member'), lead: may && isAtLeast(me.role, 'lead') }
    return { ...(await incidentIn(tx, ctx, row)), can }
  })
}

export async function incidentIn(tx: Tx, ctx: Context, row: IncidentRow): Promise<Omit<ReadIncident, 'can'>> {
  const everybody = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(eq(members.workspaceId, ctx.workspaceId))
  const names = new Map(everybody.map((one) => [one.id, one]))
  const person = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    row,
    key: incidentKey(row.number),
    lead: person(row.leadId),
    comms: person(row.commsId),
    openedBy: person(row.openedBy),
    closedBy: person(row.closedBy),
    notToSayBy: person(row.notToSayBy),
    people: await peopleIn(tx, row.id, person),
    topics: await topicsIn(tx, row.topicIds, ctx.workspaceId),
    lines: await linesIn(tx, row.id, person),
    tasks: await tasksIn(tx, row.id, person),
    updates: await entriesIn(tx, row.id, person),
    letters: await lettersIn(tx, row.id),
    isStopped: await isStopped(tx, ctx.workspaceId),
    volume: await volumeIn(tx, ctx, row),
  }
}

type Person = (id: string | null) => Named | null

async function peopleIn(tx: Tx, incidentId: string, person: Person) {
  const rows = await tx
    .select()
    .from(incidentPeople)
    .where(eq(incidentPeople.incidentId, incidentId))
    .orderBy(asc(incidentPeople.addedAt), asc(incidentPeople.memberId))
  return rows.flatMap(({ memberId, part }) => {
    const one = person(memberId)
    return one ? [{ ...one, part }] : []
  })
}

async function topicsIn(tx: Tx, ids: readonly string[], workspaceId: string): Promise<Named[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId))
    .orderBy(asc(topics.name))
  return rows.filter(({ id }) => ids.includes(id))
}

async function linesIn(tx: Tx, incidentId: string, person: Person): Promise<ReadLine[]> {
  const isOfIt = eq(incidentLines.incidentId, incidentId)
  const rows = await tx.select().from(incidentLines).where(isOfIt).orderBy(desc(incidentLines.number)).limit(entriesMax)
  return rows.map(({ number, text, state, writtenBy, writtenAt, settledBy, settledAt, note }) => ({
    ...{ number, text, state, by: person(writtenBy), at: writtenAt, settledBy: person(settledBy), settledAt, note },
  }))
}

async function tasksIn(tx: Tx, incidentId: string, person: Person): Promise<ReadTask[]> {
  const isOfIt = sql`${incidentTasks.incidentId} = ${incidentId} and ${incidentTasks.removedAt} is null`
  const rows = await tx.select().from(incidentTasks).where(isOfIt).orderBy(asc(incidentTasks.position))
  return rows.map(({ id, title, who, dueAt, assigneeId, doneBy, doneAt }) => ({
    ...{ id, title, who, dueAt, assignee: person(assigneeId), doneBy: person(doneBy), doneAt },
  }))
}

async function entriesIn(tx: Tx, incidentId: string, person: Person): Promise<ReadEntry[]> {
  const rows = await tx
    .select()
    .from(incidentEntries)
    .where(eq(incidentEntries.incidentId, incidentId))
    .orderBy(desc(incidentEntries.writtenAt), desc(incidentEntries.id))
    .limit(entriesMax)
  return rows.map(({ id, kind, text, writtenBy, writtenAt }) => ({
    id,
    kind,
    text,
    by: person(writtenBy),
    at: writtenAt,
  }))
}

async function lettersIn(tx: Tx, incidentId: string): Promise<ReadIncident['letters']> {
  const count = (state: 'waiting' | 'sent' | 'failed') =>
    tx.$count(
      incidentLetters,
      sql`${incidentLetters.incidentId} = ${incidentId} and ${incidentLetters.state} = ${state}`,
    )
  return { waiting: await count('waiting'), sent: await count('sent'), failed: await count('failed') }
}

async function isStopped(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from stops where workspace_id = ${workspaceId} and account_id is null and ended_at is null limit 1`,
  )
  return rows.length > 0
}

/** How many messages of its conversations were published in each hour, and what is usual of its searches; hours without any are there too. */
async function volumeIn(tx: Tx, ctx: Context, row: IncidentRow): Promise<ReadIncident['volume']> {
  const until = row.closedAt ?? ctx.app.clock.now()
  const { rows } = await tx.execute<{ hour: string; count: number }>(sql`
    with heard as (
      select date_trunc('hour', m.published_at) as hour, count(*)::int as count from mentions m
       where m.conversation_id in ${idsInScope(row)} and not m.is_own
         and m.published_at > ${until.toISOString()}::timestamptz - make_interval(hours => ${volumeHours}) and m.published_at <= ${until.toISOString()}
       group by 1)
    select h as hour, coalesce(count, 0) as count
      from generate_series(date_trunc('hour', ${until.toISOString()}::timestamptz) - make_interval(hours => ${volumeHours - 1}),
        date_trunc('hour', ${until.toISOString()}::timestamptz), interval '1 hour') h left join heard on heard.hour = h
     order by 1`)
  const hours = rows.map(({ hour, count }) => ({ hour: new Date(hour), count }))
  const expected = await expectVolume(tx, ctx, { row, from: hours[0]?.hour ?? until, until })
  return hours.map((one) => ({ ...one, expected: expected?.get(Math.floor(one.hour.getTime() / hourMs)) ?? null }))
}
