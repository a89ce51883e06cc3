import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { silences } from '#db/tables/silence.ts'
import type { SilenceEnd } from '#domain/silence.ts'
import { grownFrom, spreadSum } from '#domain/wait.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import { writeConversation } from './change-conversation.ts'
import { membersOfDepartment } from './tell-handed-over.ts'
import { readSpreads } from './wake-grown.ts'

const atOnceMax = 200
/** What nobody answered is looked at for growth so long; by then it has spread, or will not. */
const watchedDays = 90
const watchEveryMs = minute

/** What was deliberately not answered and is to be looked at again by now: open for whose it is, who is told. Answers how many. */
export async function wakeReviewed(app: App): Promise<number> {
  const isDue = and(isNull(silences.endedAt), lte(silences.reviewAt, app.clock.now()))
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: silences.id, workspaceId: silences.workspaceId })
      .from(silences)
      .where(isDue)
      .orderBy(asc(silences.reviewAt))
      .limit(atOnceMax),
  )
  for (const one of due) await wake(app, { ...one, by: 'review', details: {} })
  return due.length
}

/** What was deliberately not answered and has spread twice as far since. Answers how many. */
export async function wakeGrownSilences(app: App): Promise<number> {
  const from = new Date(app.clock.now().getTime() - watchedDays * day).toISOString()
  const watched = await app.db.asSystem(async (tx) => {
    // What nobody passed on and nothing else tells of cannot have grown: their own next message opens it anyway.
    const spreads = await readSpreads(
      tx,
      sql`c.id in (select s.conversation_id from silences s where s.ended_at is null and s.kind = 'silence'
            and s.decided_at > ${from}::timestamptz)
          and (c.story_id is not null or exists (select from mentions m where m.conversation_id = c.id and m.reposts > 0))`,
    )
    const { rows } = await tx.execute<{ id: string; of: string; then: number }>(sql`
      select s.id, s.conversation_id as of, s.spread_then as then from silences s
       where s.ended_at is null and s.kind = 'silence' and s.decided_at > ${from}::timestamptz`)
    const byConversation = new Map(rows.map((row) => [row.of, row]))
    return spreads.flatMap((spread) => {
      const silence = byConversation.get(spread.id)
      return silence ? [{ ...silence, workspaceId: spread.workspaceId, now: spreadSum(spread) }] : []
    })
  })
  const grown = watched.filter((one) => one.now >= grownFrom(one.then))
  for (const { id, workspaceId, then, now } of grown)
    await wake(app, { id, workspaceId, by: 'growth', details: { spreadThen: then, spreadNow: now } })
  return grown.length
}

type Waking = {
  id: string
  workspaceId: string
  by: Extract<SilenceEnd, 'review' | 'growth'>
  details: Record<string, unknown>
}

/** One of several processes does it: the condition is in the statement that ends it. */
async function wake(app: App, { id, workspaceId, by, details }: Waking): Promise<void> {
  const ctx = { app, workspaceId, actor: { kind: 'system', part: 'clock' } } as const
  await change(ctx, 'silence.due', async (tx) => {
    const nothing = { result: undefined, subject: { kind: 'silence', id }, isSilent: true }
    const [found] = await tx.select({ of: silences.conversationId }).from(silences).where(eq(silences.id, id))
    if (!found) return nothing
    const [row] = await tx.select().from(conversations).where(eq(conversations.id, found.of)).for('update')
    const [ended] = await tx
      .update(silences)
      .set({ endedAt: app.clock.now(), endedBy: by })
      .where(and(eq(silences.id, id), isNull(silences.endedAt)))
      .returning()
    if (!row || !ended || row.erasedAt) return nothing
    const ownerId = ended.ownerId ?? row.ownerId
    await writeConversation(tx, row.id, { state: 'open', doneAt: null, waitUntil: null })
    const memberIds =
      ownerId !== null ? [ownerId] : row.departmentId === null ? [] : await membersOfDepartment(tx, row.departmentId)
    const said = { name: ended.reasonName }
    await giveNotices(tx, ctx, { memberIds, conversationId: row.id, kind: 'silence_due', details: said })
    return {
      result: undefined,
      subject: { kind: 'silence', id },
      conversationId: row.id,
      details: { ...details, by, reason: ended.reasonName },
      events: [{ kind: 'conversation.changed' as const, subjectId: row.id }],
    }
  })
}

/** Growth is looked for each minute only: it asks about all that was not answered of late. */
export function silenceWaker(app: App): () => Promise<void> {
  let lookedAtMs = Number.NEGATIVE_INFINITY
  return async () => {
    await wakeReviewed(app)
    const nowMs = app.clock.now().getTime()
    if (nowMs - lookedAtMs < watchEveryMs) return
    lookedAtMs = nowMs
    await wakeGrownSilences(app)
  }
}
