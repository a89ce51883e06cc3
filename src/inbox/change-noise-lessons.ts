import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { noiseLessons } from '#db/tables/inbox.ts'
import { topics } from '#db/tables/mentions.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { tellingWords } from '#triage/telling-words.ts'

/** Words that tell a namesake of a topic from us, given by hand: one of them in a message is enough. */
export async function giveNoiseWords(ctx: Context, input: { topicId: string; words: string }): Promise<{ id: string }> {
  const words = tellingWords(input.words)
  if (words.length === 0)
    throw new AppError('bad_input', 'These words are too short or too common to tell anything apart. Choose others.')
  return change(ctx, 'noise.teach', async (tx) => {
    const [topic] = await tx
      .select({ id: topics.id })
      .from(topics)
      .where(and(eq(topics.workspaceId, ctx.workspaceId), eq(topics.id, input.topicId)))
    if (!topic) throw new AppError('not_found', 'This topic is not here any more.')
    const id = newId()
    await tx.insert(noiseLessons).values({
      id,
      workspaceId: ctx.workspaceId,
      topicId: topic.id,
      isNoise: true,
      words,
      saidBy: memberOf(ctx).id,
      saidAt: ctx.app.clock.now(),
    })
    return { result: { id }, subject: { kind: 'noise lesson', id }, details: { topicId: topic.id } }
  })
}

/** It teaches no more. What was sorted by it stays where it is. */
export async function forgetNoiseLesson(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'noise.forget', async (tx) => {
    const [gone] = await tx
      .update(noiseLessons)
      .set({ revokedAt: ctx.app.clock.now() })
      .where(
        and(eq(noiseLessons.workspaceId, ctx.workspaceId), eq(noiseLessons.id, id), isNull(noiseLessons.revokedAt)),
      )
      .returning({ id: noiseLessons.id })
    if (!gone) throw new AppError('not_found', 'This is forgotten already.')
    return { result: undefined, subject: { kind: 'noise lesson', id } }
  })
}
