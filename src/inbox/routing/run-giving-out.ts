import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { departments } from '#db/tables/team.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { tellGiven } from '#inbox/tell-handed-over.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { giveOut } from './give-out.ts'
import type { Standing } from './route-through.ts'
import { writePlaces } from './write-places.ts'

const lookEveryMs = 10 * second
const workspacesMax = 100
const atOnceMax = 100

/** Gives out what waits in departments that work in turn, as soon as somebody has room. Resolves when the signal aborts. */
export async function runGivingOut(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await giveOutWaiting(app)
    } catch (error) {
      app.log.error({ err: error }, 'waiting conversations could not be given out; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** With its workspace, since that is how the index of departments begins. */
const isOfDepartment = and(
  eq(departments.id, conversations.departmentId),
  eq(departments.workspaceId, conversations.workspaceId),
)

/** What waits for a turn: placed by a rule, open, and nobody's. What a person placed there is free for all, as they meant it. */
const isWaiting = and(
  eq(conversations.state, 'open'),
  isNull(conversations.ownerId),
  eq(conversations.isPlacedByHand, false),
  eq(departments.distribution, 'in_turn'),
)

export async function giveOutWaiting(app: App): Promise<number> {
  const due = await app.db.asSystem((tx) =>
    tx
      .selectDistinct({ workspaceId: conversations.workspaceId })
      .from(conversations)
      .innerJoin(departments, isOfDepartment)
      .where(isWaiting)
      .limit(workspacesMax),
  )
  let given = 0
  for (const { workspaceId } of due)
    given += await giveOutIn({ app, workspaceId, actor: { kind: 'system', part: 'clock' } })
  return given
}

async function giveOutIn(ctx: Context): Promise<number> {
  const { workspaceId } = ctx
  return change(ctx, 'routing.apply', async (tx) => {
    await lockStories(tx, workspaceId)
    // What was promised soonest first; then the oldest.
    const next = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .innerJoin(departments, isOfDepartment)
      .where(and(eq(conversations.workspaceId, workspaceId), isWaiting))
      .orderBy(sql`${conversations.dueAt} nulls last`, asc(conversations.number))
      .limit(atOnceMax)
    const ids = next.map(({ id }) => id)
    const held = await tx
      .select({
        id: conversations.id,
        departmentId: conversations.departmentId,
        ownerId: conversations.ownerId,
        urgencyFrom: conversations.urgencyFrom,
        isPlacedByHand: conversations.isPlacedByHand,
      })
      .from(conversations)
      .where(inArray(conversations.id, ids))
      .orderBy(asc(conversations.id))
      .for('update')
    const standing = new Map<string, Standing>()
    for (const { isPlacedByHand, ...row } of held) if (!isPlacedByHand) standing.set(row.id, row)
    const asked = ids.flatMap((id) => standing.get(id) ?? [])
    const placings = asked.map((row) => ({ before: row, after: row, firings: [], mentionId: null }))
    const given = (await giveOut(tx, { workspaceId, placings, at: ctx.app.clock.now() })).filter(
      ({ after }) => after.ownerId !== null,
    )
    await writePlaces(tx, { workspaceId, placings: given, at: ctx.app.clock.now(), runId: null, counts: 1 })
    await tellGiven(
      tx,
      ctx,
      given.map(({ after }) => ({ id: after.id, givenTo: after.ownerId })),
    )
    return {
      result: given.length,
      subject: { kind: 'workspace', id: workspaceId },
      details: { given: given.length },
      isSilent: given.length === 0,
      events: given.map(({ after }) => ({
        kind: 'conversation.changed' as const,
        subjectId: after.id,
        conversationId: after.id,
      })),
    }
  })
}
