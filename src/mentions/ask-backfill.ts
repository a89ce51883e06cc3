import { and, eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { backfillSources, backfills } from '#db/tables/backfill.ts'
import { topics } from '#db/tables/mentions.ts'
import { backfillDays } from '#domain/backfill.ts'
import type { TopicState } from '#domain/topic.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

/**
 * Holds a run until the end of the transaction: nobody changes the search, stops it or lets it look back anew meanwhile. False when
 * somebody did already. The search is held first, as whoever changes or removes it does.
 */
export async function holdBackfill(tx: Tx, { topicId, askedAt }: { topicId: string; askedAt: Date }): Promise<boolean> {
  await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, topicId)).for('key share')
  const held = await tx
    .select({ topicId: backfills.topicId })
    .from(backfills)
    .where(and(eq(backfills.topicId, topicId), eq(backfills.askedAt, askedAt), eq(backfills.state, 'running')))
    .for('update')
  return held.length > 0
}

type Asked = { workspaceId: string; topicId: string; now: Date }

/** Lets a search look back, from the beginning: part of the change that makes it find something else. */
export async function askBackfill(tx: Tx, { workspaceId, topicId, now }: Asked): Promise<void> {
  await tx.delete(backfills).where(eq(backfills.topicId, topicId))
  const since = new Date(now.getTime() - backfillDays * day)
  await tx.insert(backfills).values({ topicId, workspaceId, askedAt: now, since, nextAt: now })
}

/** Once more, because a network can be asked now or has moved on. What was found before is not found twice. */
export async function lookBack(ctx: Context, topicId: string): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'topic.look_back', async (tx) => {
    if ((await stateOf(tx, ctx, topicId)) === 'paused')
      throw new AppError('bad_input', {
        en: 'This search is paused. Listen again first, then look back.',
        nl: 'Deze zoekvraag is gepauzeerd. Luister eerst weer, en zoek dan terug.',
      })
    await askBackfill(tx, { workspaceId, topicId, now: ctx.app.clock.now() })
    return { result: undefined, ...told(topicId) }
  })
}

/** What was found until now stays. Of two who stop it, or a stop at the very end, nothing is heard. */
export async function stopBackfill(ctx: Context, topicId: string): Promise<void> {
  await change(ctx, 'topic.look_back', async (tx) => {
    await stateOf(tx, ctx, topicId)
    const stopped = await tx
      .update(backfills)
      .set({ state: 'stopped', finishedAt: ctx.app.clock.now() })
      .where(
        and(eq(backfills.workspaceId, ctx.workspaceId), eq(backfills.topicId, topicId), eq(backfills.state, 'running')),
      )
      .returning({ topicId: backfills.topicId })
    await tx
      .update(backfillSources)
      .set({ state: 'done' })
      .where(and(eq(backfillSources.topicId, topicId), eq(backfillSources.state, 'running')))
    return { result: undefined, ...told(topicId), isSilent: stopped.length === 0 }
  })
}

async function stateOf(tx: Tx, { workspaceId }: Context, topicId: string): Promise<TopicState> {
  const [topic] = await tx
    .select({ state: topics.state })
    .from(topics)
    .where(and(eq(topics.workspaceId, workspaceId), eq(topics.id, topicId)))
    .for('no key update')
  if (!topic) throw new AppError('not_found', 'This search does not exist any more.')
  return topic.state
}

function told(topicId: string) {
  return { subject: { kind: 'topic', id: topicId }, events: [{ kind: 'backfill.changed' as const }] }
}
