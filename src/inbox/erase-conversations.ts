import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { conversations, noiseLessons, notes, personNotes } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { pledges } from '#db/tables/promises.ts'
import { silences } from '#db/tables/silence.ts'
import { type AuthorRow, tellsOf } from '#mentions/erase-messages.ts'
import { forgetEffects } from './effects/begin-effect.ts'
import { forgetBlanked } from './forget-blanked.ts'
import { weighConversations } from './weigh-conversations.ts'

type Erasing = { author: AuthorRow; conversationIds: readonly string[]; names: readonly string[]; at: Date }

/** All they began or took part in, locked in the order in which rows are locked. */
export async function lockConversationsOf(tx: Tx, authorIds: readonly string[]): Promise<string[]> {
  const said = tx
    .select({ id: mentions.conversationId })
    .from(mentions)
    .where(inArray(mentions.authorId, [...authorIds]))
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(or(inArray(conversations.authorId, [...authorIds]), inArray(conversations.id, said)))
    .orderBy(conversations.id)
    .for('update')
  return rows.map(({ id }) => id)
}

/**
 * What the inbox holds of somebody, after their messages: notes on them and in conversations that they began go whole, elsewhere only their name does; titles,
 * threads, lessons and reasons lose it. Answers how many notes went.
 */
export async function eraseConversations(tx: Tx, { author, conversationIds, names, at }: Erasing): Promise<number> {
  await tx
    .update(noiseLessons)
    .set({ words: [], saidWords: [], signature: null, authorId: null })
    .where(eq(noiseLessons.authorId, author.id))
  const nameless = textArray(names)
  const onThem = await tx
    .delete(personNotes)
    .where(eq(personNotes.authorId, author.id))
    .returning({ id: personNotes.id })
  await tx.execute(sql`
    update person_notes set text = without_names(text, ${nameless})
     where workspace_id = ${author.workspaceId} and without_names(text, ${nameless}) <> text`)
  await forgetEffects(tx, { authorIds: [author.id], conversationIds: [], at })
  if (conversationIds.length === 0) return onThem.length
  const ids = uuidArray(conversationIds)
  const begun = tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(inArray(conversations.id, [...conversationIds]), eq(conversations.authorId, author.id)))
  const gone = await tx.delete(notes).where(inArray(notes.conversationId, begun)).returning({ id: notes.id })
  await tx.execute(sql`update notes set text = without_names(text, ${nameless}) where conversation_id = any(${ids})`)
  await tx.delete(pledges).where(inArray(pledges.conversationId, begun))
  await tx.update(silences).set({ note: '' }).where(inArray(silences.conversationId, begun))
  await tx.execute(
    sql`update silences set note = without_names(note, ${nameless}) where conversation_id = any(${ids}) and note <> ''`,
  )
  await tx.execute(sql`update pledges set text = without_names(text, ${nameless}) where conversation_id = any(${ids})`)
  await tx.execute(
    sql`update parties set reason = without_names(reason, ${nameless}) where conversation_id = any(${ids})`,
  )
  await tx.execute(
    sql`update holds set reason = without_names(reason, ${nameless}) where conversation_id = any(${ids})`,
  )
  await tx.execute(sql`
    update conversations set title = without_names(title, ${nameless}), version = version + 1,
           thread_id = case when ${tellsOf(author, sql`thread_id`)} then 'erased:' || id else thread_id end
     where id = any(${ids})`)
  await forgetBlanked(
    tx,
    conversationIds.map((conversationId) => ({ id: '', conversationId })),
  )
  await weighConversations(tx, { workspaceId: author.workspaceId, ids: [...conversationIds], now: at })
  return gone.length + onThem.length
}
