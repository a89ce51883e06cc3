import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { answerEffects } from '#db/tables/effects.ts'
import { withoutIds } from '#domain/answer-effect.ts'

/** An answer left: from now on it is watched what comes after it. Who had it and what was advised is kept as it is at this moment. */
export async function beginEffect(tx: Tx, { replyId, sentAt }: { replyId: string; sentAt: Date }): Promise<void> {
  const at = sql`${sentAt.toISOString()}::timestamptz`
  await tx.execute(sql`
    insert into answer_effects (reply_id, workspace_id, conversation_id, author_id, network, department_id, strategy, sent_at, until_at, look_at)
    select r.id, r.workspace_id, r.conversation_id, m.author_id, m.network, c.department_id,
           (select d.advice -> 'leaf' ->> 'strategy' from policy_decisions d
             where d.conversation_id = r.conversation_id and d.occasion = 'replied' order by d.at desc limit 1),
           ${at}, ${at} + make_interval(days => w.effect_days), ${at}
      from replies r join mentions m on m.id = r.mention_id join conversations c on c.id = r.conversation_id
      join workspaces w on w.id = r.workspace_id
     where r.id = ${replyId} on conflict (reply_id) do nothing`)
}

/** An answer was deleted again: nothing comes after it any more. */
export async function dropEffect(tx: Tx, replyId: string): Promise<void> {
  await tx.delete(answerEffects).where(eq(answerEffects.replyId, replyId))
}

/** Answers went to another conversation: what is seen in their thread is counted there from now on. */
export async function moveEffects(
  tx: Tx,
  { replyIds, conversationId, at }: { replyIds: readonly string[]; conversationId: string; at: Date },
): Promise<void> {
  if (replyIds.length === 0) return
  const lookAt = sql`case when ${answerEffects.settledAt} is null then ${at.toISOString()}::timestamptz end`
  await tx
    .update(answerEffects)
    .set({ conversationId, lookAt })
    .where(inArray(answerEffects.replyId, [...replyIds]))
}

/** Whom we answered is forgotten, or the conversation outlived its time: what was seen stays as a figure, and nothing more is looked for. */
export async function forgetEffects(
  tx: Tx,
  { authorIds, conversationIds, at }: { authorIds: readonly string[]; conversationIds: readonly string[]; at: Date },
): Promise<void> {
  const rows = await tx
    .select({ replyId: answerEffects.replyId, effect: answerEffects.effect })
    .from(answerEffects)
    .where(
      sql`${answerEffects.authorId} = any(${uuidArray(authorIds)}) or ${answerEffects.conversationId} = any(${uuidArray(conversationIds)})`,
    )
    .orderBy(answerEffects.replyId)
    .for('update')
  for (const { replyId, effect } of rows)
    await tx
      .update(answerEffects)
      .set({
        ...{ authorId: null, lookAt: null, effect: effect && withoutIds(effect) },
        settledAt: sql`coalesce(${answerEffects.settledAt}, ${at.toISOString()}::timestamptz)`,
      })
      .where(eq(answerEffects.replyId, replyId))
}
