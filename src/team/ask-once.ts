import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { askedOnce } from '#db/tables/team.ts'
import { type Context, memberOf } from './context.ts'

/** Longer than anything waits in a browser that lost its connection. */
const keptMs = 30 * day
/** So many that are too old are swept by one request. */
const sweptMax = 100

/**
 * Does what was asked once, however often it is asked with this key. Effect and answer are written in one transaction, so
 * that either both are there or neither is; of two that come at the same time the second waits for the first. What was
 * refused had no effect and leaves no trace: asked again, it is decided again.
 *
 * @returns the answer; on a repetition the first one, as it went over the wire.
 * @throws AppError `mismatched` when the key was used for something else.
 */
export async function askOnce(
  ctx: Context,
  { key, question }: { key: string; question: unknown },
  work: (ctx: Context) => Promise<unknown>,
): Promise<unknown> {
  const member = memberOf(ctx)
  const { app, workspaceId } = ctx
  const asked = createHash('sha256').update(JSON.stringify(question)).digest('base64url')
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const at = app.clock.now()
    const isThis = and(eq(askedOnce.memberId, member.id), eq(askedOnce.key, key))
    const [begun] = await tx
      .insert(askedOnce)
      .values({ workspaceId, memberId: member.id, key, asked, at })
      .onConflictDoNothing()
      .returning({ key: askedOnce.key })
    if (!begun) return answerBefore(await tx.select().from(askedOnce).where(isThis), asked)
    const answer = await work(within(ctx, tx))
    await tx.update(askedOnce).set({ answer }).where(isThis)
    await sweep(tx, new Date(at.getTime() - keptMs))
    return answer
  })
}

/** The verbs open their own transactions; here they must be part of ours. */
function within(ctx: Context, tx: Tx): Context {
  return { ...ctx, app: { ...ctx.app, db: { ...ctx.app.db, inWorkspace: (_workspaceId, work) => work(tx) } } }
}

function answerBefore(rows: readonly (typeof askedOnce.$inferSelect)[], asked: string): unknown {
  const [row] = rows
  if (row?.asked === asked) return row.answer
  throw new AppError('mismatched', {
    en: 'What was sent first did arrive, in other words. Look whether it is there before you send this as well. (This key was used for another request.)',
    nl: 'Wat eerst verstuurd werd is wel aangekomen, in andere woorden. Kijk of het er staat voor je dit ook verstuurt. (Deze sleutel is voor een andere vraag gebruikt.)',
  })
}

/** What another request is sweeping at this moment is left to it, so that two of them never wait for each other. */
async function sweep(tx: Tx, before: Date): Promise<void> {
  await tx.execute(sql`delete from asked_once where (member_id, key) in (
    select member_id, key from asked_once where at < ${before} limit ${sweptMax} for update skip locked)`)
}
