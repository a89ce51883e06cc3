import { and, eq, inArray, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { incidentConversations, incidentPeople, incidents, incidentTasks } from '#db/tables/crisis.ts'
import { conversations, stories } from '#db/tables/inbox.ts'
import { members } from '#db/tables/team.ts'
import { incidentKey } from '#domain/incident.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { PlaybookKey, PlaybookStep } from '#domain/playbook.ts'
import { isAtLeast } from '#domain/role.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { IncidentRow } from './incident-access.ts'
import { playbookIn } from './read-playbooks.ts'

export type NewIncident = {
  title: string
  happening: string
  isPrivate: boolean
  /** Null: nobody leads it yet. */
  leadId: string | null
  commsId: string | null
  memberIds: readonly string[]
  topicIds: readonly string[]
  /** Those it begins with; their stories come with them. */
  conversationIds: readonly string[]
  alertId: string | null
  /** When it began, where that was before now. */
  beganAt: Date | null
  playbook: PlaybookKey | null
  lang: InterfaceLanguage
}

/**
 * Opens a room, by hand or from an alert: whoever opens it is in it, the steps of its playbook stand there as tasks, and what is not said is set. An
 * alert has one room: a second opening answers the first.
 *
 * @throws AppError `not_found` for who or what is not here; `bad_input` for somebody who may not lead.
 */
export async function openIncident(ctx: Context, input: NewIncident): Promise<IncidentRow> {
  const member = memberOf(ctx)
  return change(ctx, 'incident.open', async (tx) => {
    // One at a time, so that numbers count up, and of two who open one alert one is second.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('incidents ' || ${ctx.workspaceId}, 0))`)
    const standing = await openedFrom(tx, ctx, input.alertId)
    if (standing) return { result: standing, subject: { kind: 'incident', id: standing.id }, isSilent: true }
    const asked = { ...input, memberIds: [...new Set([member.id, ...input.memberIds])] }
    await assertMembersHere(tx, ctx, asked.memberIds)
    await assertMayLead(tx, ctx, [input.leadId, input.commsId])
    await assertTopicsHere(tx, ctx, input.topicIds)
    const storyIds = await storiesOf(tx, ctx, input.conversationIds)
    const playbook = input.playbook && (await playbookIn(tx, ctx, { key: input.playbook, lang: input.lang }))
    const row = await insert(tx, ctx, asked, { storyIds, notToSay: playbook?.notToSay ?? [] })
    await fill(tx, ctx, row, { ...asked, steps: playbook?.steps ?? [] })
    const told = [row.leadId, row.commsId, ...asked.memberIds].flatMap((id) => id ?? [])
    const name = incidentKey(row.number)
    await giveNotices(tx, ctx, { memberIds: told, conversationId: null, kind: 'incident_joined', details: { name } })
    return {
      result: row,
      subject: { kind: 'incident', id: row.id },
      details: { number: row.number, playbook: row.playbook, alertId: row.alertId, isPrivate: row.isPrivate },
      events: [{ kind: 'incident.changed' }],
    }
  })
}

async function openedFrom(tx: Tx, ctx: Context, alertId: string | null): Promise<IncidentRow | undefined> {
  if (alertId === null) return undefined
  const [row] = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.workspaceId, ctx.workspaceId), eq(incidents.alertId, alertId), eq(incidents.state, 'open')))
  return row
}

async function insert(
  tx: Tx,
  ctx: Context,
  input: NewIncident,
  { storyIds, notToSay }: { storyIds: string[]; notToSay: string[] },
): Promise<IncidentRow> {
  const [now, by] = [ctx.app.clock.now(), memberOf(ctx).id]
  const began = input.beganAt && input.beganAt < now ? input.beganAt : now
  const { title, happening, isPrivate, leadId, commsId, alertId, playbook } = input
  const [row] = await tx
    .insert(incidents)
    .values({
      ...{ id: newId(), workspaceId: ctx.workspaceId, title, happening, isPrivate, leadId, commsId, alertId, playbook },
      number: sql`(select coalesce(max(number), 0) + 1 from incidents where workspace_id = ${ctx.workspaceId})`,
      ...{ openedBy: by, openedAt: now, beganAt: began, topicIds: [...input.topicIds], storyIds, notToSay },
      notToSayBy: notToSay.length > 0 ? by : null,
    })
    .returning()
  return present(row, 'the inserted incident comes back')
}

async function fill(
  tx: Tx,
  ctx: Context,
  { id: incidentId, workspaceId }: IncidentRow,
  {
    memberIds,
    conversationIds,
    steps,
  }: Pick<NewIncident, 'memberIds' | 'conversationIds'> & { steps: readonly PlaybookStep[] },
): Promise<void> {
  const [now, by] = [ctx.app.clock.now(), memberOf(ctx).id]
  const same = { incidentId, workspaceId }
  const people = memberIds.map((memberId) => ({ ...same, memberId, part: 'member' as const, addedAt: now }))
  await tx.insert(incidentPeople).values(people)
  const placed = conversationIds.map((conversationId) => ({ ...same, conversationId, placedBy: by, placedAt: now }))
  if (placed.length > 0) await tx.insert(incidentConversations).values(placed)
  const tasks = steps.map(({ title, who, minutes }, position) => ({
    ...{ ...same, id: newId(), position, title, who, addedBy: by, addedAt: now },
    dueAt: minutes === null ? null : new Date(now.getTime() + minutes * minute),
  }))
  if (tasks.length > 0) await tx.insert(incidentTasks).values(tasks)
}

/** A lead stops sending and approves the line: that asks for the role. @throws AppError `not_found`, `bad_input` */
export async function assertMayLead(tx: Tx, ctx: Context, given: readonly (string | null)[]): Promise<void> {
  const ids = given.flatMap((id) => id ?? [])
  await assertMembersHere(tx, ctx, ids)
  if (ids.length === 0) return
  const rows = await tx.select({ role: members.role }).from(members).where(inArray(members.id, ids))
  if (rows.some(({ role }) => !isAtLeast(role, 'lead')))
    throw new AppError('bad_input', {
      en: 'Whoever leads an incident has at least the role of lead. Choose somebody else.',
      nl: 'Wie een incident leidt, heeft minstens de rol van coördinator. Kies iemand anders.',
    })
}

async function storiesOf(tx: Tx, ctx: Context, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await tx
    .select({ id: conversations.id, storyId: stories.id })
    .from(conversations)
    .leftJoin(stories, eq(stories.id, conversations.storyId))
    .where(and(eq(conversations.workspaceId, ctx.workspaceId), inArray(conversations.id, wanted)))
  if (rows.length < wanted.length)
    throw new AppError('not_found', 'This conversation does not exist, or not in this workspace.')
  return [...new Set(rows.flatMap(({ storyId }) => storyId ?? []))]
}
