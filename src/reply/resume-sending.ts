import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { replies, stops } from '#db/tables/reply.ts'
import { spreadMinutesMax, spreadOver } from '#domain/pile.ts'
import { freshMinutesMax, isFresh, type ResumeWay } from '#domain/stop.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { holdBack } from './hold-back.ts'
import { toPerson } from './next-step.ts'
import type { ReplyRow } from './outbox-store.ts'
import { stopOver, stopsWhere } from './read-stops.ts'
import { lockStops, tellLeads } from './stop-sending.ts'
import { wakeOutbox } from './wake-outbox.ts'
import { lockReply, writeChange } from './write-change.ts'

export type Resume = {
  /** The stop that ends. */
  id: string
  thenDo: ResumeWay
  /** `send`: they leave within so many minutes, each account at its own pace. */
  spreadMinutes: number
  /** `send`: what waited longer is looked at by a person. */
  freshMinutes: number
}
/** How many of what waited go out, are a draft again, and are looked at. */
export type Resumed = { send: number; drafts: number; look: number }

/** More than this never waits at once: the rest is looked at when its moment comes. */
const waitingMax = 5_000
const movable = ['ready', 'held', 'waiting'] as const

/**
 * Ends a stop, and decides in the same transaction about all that waited for it. Where another stop still stands (of the account, or of the
 * workspace) everything keeps waiting for that one. @throws AppError `taken` when sending goes on already.
 */
export async function resumeSending(ctx: Context, input: Resume): Promise<Resumed> {
  if (input.spreadMinutes > spreadMinutesMax || input.freshMinutes > freshMinutesMax)
    throw new AppError('bad_input', {
      en: `Spread them over ${spreadMinutesMax} minutes at most, and let go what is at most ${freshMinutesMax} minutes old.`,
      nl: `Spreid ze over hooguit ${spreadMinutesMax} minuten, en laat gaan wat hooguit ${freshMinutesMax} minuten oud is.`,
    })
  return change(ctx, 'sending.resume', async (tx) => {
    await lockStops(tx, ctx.workspaceId)
    const { accountId, name } = await endStop(tx, ctx, input)
    const waited = await readWaited(tx, ctx)
    const resumed = await decideAll(tx, ctx, { waited, input })
    await wakeOutbox(tx)
    await tellLeads(tx, ctx, 'sending_resumed', name)
    return {
      result: resumed,
      subject: accountId ? { kind: 'account', id: accountId } : { kind: 'workspace', id: ctx.workspaceId },
      details: { thenDo: input.thenDo, ...resumed },
      events: [{ kind: 'sending.changed' }],
    }
  })
}

/** What waits for the end of the stop over this account or the workspace, for the question that `resumeSending` answers. */
export async function countWaiting(ctx: Context, accountId: string | null): Promise<number> {
  const ofIt = accountId ? eq(replies.accountId, accountId) : undefined
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.$count(replies, and(eq(replies.workspaceId, ctx.workspaceId), inArray(replies.state, [...movable]), ofIt)),
  )
}

async function endStop(tx: Tx, ctx: Context, { id, thenDo }: Resume) {
  const [standing] = await stopsWhere(tx, ctx, eq(stops.id, id))
  if (!standing) throw new AppError('not_found', 'This stop does not exist.')
  const endedBy = ctx.actor.kind === 'member' ? ctx.actor.member.id : null
  const ended = await tx
    .update(stops)
    .set({ endedAt: ctx.app.clock.now(), endedBy, thenDo })
    .where(and(eq(stops.workspaceId, ctx.workspaceId), eq(stops.id, id), isNull(stops.endedAt)))
    .returning({ id: stops.id })
  if (ended.length === 0)
    throw new AppError('taken', { en: 'Sending goes on already.', nl: 'Het versturen gaat alweer door.' })
  const { account } = standing
  return { accountId: account?.id ?? null, name: account ? `@${account.handle}` : undefined }
}

type Waited = { reply: ReplyRow; number: number }

/** All that no stop keeps any more and that was approved under one, or is held. */
async function readWaited(tx: Tx, ctx: Context): Promise<Waited[]> {
  const rows = await tx
    .select({ reply: replies, stop: stopOver(replies.workspaceId, replies.accountId) })
    .from(replies)
    .where(and(eq(replies.workspaceId, ctx.workspaceId), inArray(replies.state, [...movable])))
    // Conversations are locked in this order, so that two who do this at once do not wait for each other.
    .orderBy(asc(replies.conversationId), asc(replies.createdAt))
    .limit(waitingMax)
  return rows
    .filter(({ reply, stop }) => !stop.isOn && (reply.state === 'held' || reply.stopNumber < stop.number))
    .map(({ reply, stop }) => ({ reply, number: stop.number }))
}

async function decideAll(
  tx: Tx,
  ctx: Context,
  { waited, input }: { waited: readonly Waited[]; input: Resume },
): Promise<Resumed> {
  const now = ctx.app.clock.now()
  const resumed: Resumed = { send: 0, drafts: 0, look: 0 }
  const going: Waited[] = []
  for (const one of waited) {
    if (input.thenDo === 'send' && isFresh(one.reply, { now, freshMinutes: input.freshMinutes })) going.push(one)
    else if (input.thenDo === 'drafts') resumed.drafts += await toDraft(tx, ctx, one.reply)
    else resumed.look += await toLook(tx, ctx, one.reply)
  }
  resumed.send = await letGo(tx, ctx, { going, input, now })
  return resumed
}

async function toDraft(tx: Tx, ctx: Context, row: ReplyRow): Promise<number> {
  await lockConversation(tx, ctx, row.conversationId)
  const changed = await holdBack(tx, ctx, { id: row.id, why: 'resumed' })
  if (changed) await recordChange(tx, ctx, 'reply.undo', { ...changed, details: { isAfterStop: true } })
  return changed ? 1 : 0
}

async function toLook(tx: Tx, ctx: Context, { id, conversationId }: ReplyRow): Promise<number> {
  await lockConversation(tx, ctx, conversationId)
  const row = await lockReply(tx, ctx, id)
  if (!movable.some((state) => state === row.state)) return 0
  const { told } = await writeChange(tx, ctx, { row, change: toPerson('stopped') })
  await tellEvents(tx, ctx.workspaceId, told.map(toldBy(ctx)))
  return 1
}

/** Each account at its own pace, in the order in which they were to leave. What has its moment still to come keeps it. */
async function letGo(
  tx: Tx,
  ctx: Context,
  { going, input, now }: { going: readonly Waited[]; input: Resume; now: Date },
): Promise<number> {
  const lines: { id: string; number: number; due: string }[] = []
  for (const ofAccount of Map.groupBy(going, ({ reply }) => reply.accountId).values()) {
    const overdue = ofAccount
      .filter(({ reply }) => !reply.dueAt || reply.dueAt <= now)
      .toSorted((a, b) => leftAt(a.reply) - leftAt(b.reply))
    const after = spreadOver(overdue.length, input.spreadMinutes, Math.random)
    overdue.forEach(({ reply, number }, at) => {
      lines.push({ id: reply.id, number, due: new Date(now.getTime() + (after[at] ?? 0)).toISOString() })
    })
    for (const { reply, number } of ofAccount)
      if (reply.dueAt && reply.dueAt > now) lines.push({ id: reply.id, number, due: reply.dueAt.toISOString() })
  }
  if (lines.length === 0) return 0
  const { rows } = await tx.execute<{ id: string; conversationId: string }>(sql`
    update replies r set state = 'ready', stop_number = l.number, due_at = l.due, held_at = null, problem = null
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, number int, due timestamptz)
     where r.id = l.id and r.workspace_id = ${ctx.workspaceId} and r.state in ('ready', 'held', 'waiting')
     returning r.id, r.conversation_id as "conversationId"`)
  const told = rows.map(({ id, conversationId }) => ({ kind: 'reply.changed' as const, subjectId: id, conversationId }))
  await tellEvents(tx, ctx.workspaceId, told.map(toldBy(ctx)))
  return rows.length
}

const leftAt = ({ heldAt, dueAt, createdAt }: ReplyRow): number => (heldAt ?? dueAt ?? createdAt).getTime()

function toldBy({ actor }: Context) {
  return <T extends object>(event: T) => ({ ...event, by: actor.kind === 'member' ? actor.member.id : null })
}
