import { and, eq, inArray, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors } from '#db/tables/mentions.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import { namesOf } from '#domain/names-of.ts'
import { eraseConversations, lockConversationsOf } from '#inbox/erase-conversations.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { eraseUnreadables } from '#listen/erase-unreadables.ts'
import { type AuthorRow, eraseMessages, eraseProfile, tellsOf } from '#mentions/erase-messages.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { eraseNames } from '#team/erase-names.ts'

export type Erased = { messages: number; conversations: number; notes: number }

const underWay = ['ready', 'sending', 'unknown', 'waiting'] as const

/**
 * Forgets somebody who asks for it (article 17 of the GDPR): the profile, the words of all messages and what they were judged by, notes about
 * them, and their name wherever colleagues wrote it in conversations they took part in. What stays is that somebody wrote at a moment, what we
 * answered (without the name), and figures. What a network tells again of before is not taken in; with `keepsOut` nothing of them ever is.
 *
 * @throws AppError `bad_input` for one of our own accounts, and while an answer to them is on its way; `not_found`.
 */
export async function eraseAuthor(ctx: Context, input: { id: string; keepsOut: boolean }): Promise<Erased> {
  return change(ctx, 'author.erase', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const conversationIds = await lockConversationsOf(tx, input.id)
    const author = await lockAuthor(tx, ctx, input.id)
    await assertErasable(tx, { author, conversationIds })
    const erasing = { author, conversationIds, names: namesOf(author), at: ctx.app.clock.now() }
    await eraseProfile(tx, ctx, { ...erasing, keepsOut: input.keepsOut })
    const messages = await eraseMessages(tx, erasing)
    await eraseAnswers(tx, erasing)
    const notes = await eraseConversations(tx, erasing)
    await eraseNames(tx, { workspaceId: ctx.workspaceId, ...erasing })
    await eraseUnreadables(tx, { workspaceId: ctx.workspaceId, ...erasing })
    const counts = { messages, conversations: conversationIds.length, notes }
    return {
      result: counts,
      subject: { kind: 'author', id: author.id },
      details: { ...counts, keepsOut: input.keepsOut },
      events: conversationIds.map((id) => ({ kind: 'mention.changed' as const, subjectId: id, conversationId: id })),
    }
  })
}

async function lockAuthor(tx: Tx, ctx: Context, id: string): Promise<AuthorRow> {
  const [row] = await tx
    .select()
    .from(authors)
    .where(and(eq(authors.workspaceId, ctx.workspaceId), eq(authors.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This person is not here any more.')
  return row
}

type Asked = { author: AuthorRow; conversationIds: readonly string[] }

async function assertErasable(tx: Tx, { author, conversationIds }: Asked): Promise<void> {
  const { workspaceId, network, nativeId } = author
  const isOurs = and(eq(accounts.network, network), eq(accounts.nativeId, nativeId))
  if ((await tx.$count(accounts, and(eq(accounts.workspaceId, workspaceId), isOurs))) > 0)
    throw new AppError('bad_input', 'This is one of your own accounts. Disconnect it in the settings instead.')
  const ids = [...conversationIds]
  const isUnderWay = and(inArray(replies.conversationId, ids), inArray(replies.state, [...underWay]))
  if (ids.length > 0 && (await tx.$count(replies, isUnderWay)) > 0)
    throw new AppError(
      'bad_input',
      'An answer to them is on its way. Erase them when it has left, or take it back first.',
    )
}

/** Drafts to them go. Our answers are ours and stand on the network; here they lose the name. */
async function eraseAnswers(tx: Tx, { author, conversationIds, names }: Asked & { names: readonly string[] }) {
  if (conversationIds.length === 0) return
  const begun = tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(inArray(conversations.id, [...conversationIds]), eq(conversations.authorId, author.id)))
  await tx.delete(drafts).where(inArray(drafts.conversationId, begun))
  const ids = uuidArray(conversationIds)
  const nameless = textArray(names)
  await tx.execute(sql`update drafts set text = without_names(text, ${nameless}) where conversation_id = any(${ids})`)
  await tx.execute(sql`
    update replies set text = without_names(text, ${nameless}),
           ref = case when ${tellsOf(author, sql`coalesce(ref::text, '')`)} then null else ref end
     where conversation_id = any(${ids})`)
}
