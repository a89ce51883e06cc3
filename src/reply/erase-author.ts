import { and, eq, inArray, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { againOnDeadlock } from '#db/again-on-deadlock.ts'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { conversations } from '#db/tables/inbox.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import { foldSpelled } from '#domain/draft/spelled-words.ts'
import { namesOf } from '#domain/names-of.ts'
import { eraseConversations, lockConversationsOf } from '#inbox/erase-conversations.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { eraseUnreadables } from '#listen/erase-unreadables.ts'
import { type AuthorRow, eraseMessages, eraseProfile, tellsOf } from '#mentions/erase-messages.ts'
import { forgetLinks } from '#mentions/forget-links.ts'
import { groupOf, lockLinked, lockPeople } from '#mentions/lock-people.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { eraseNames } from '#team/erase-names.ts'
import { forgetUses } from './assist/forget-uses.ts'

/** What stands to the right of this forgets too, in the same transaction. */
export type AlsoForget = (
  tx: Tx,
  erasing: { workspaceId: string; conversationIds: readonly string[]; names: readonly string[] },
) => Promise<void>
type Erasing = { id: string; keepsOut: boolean; alsoIds?: readonly string[]; alsoForget?: AlsoForget }
export type Erased = { messages: number; conversations: number; notes: number }

const underWay = ['awaits_approval', 'ready', 'sending', 'unknown', 'waiting'] as const

/**
 * Forgets somebody who asks for it (article 17 of the GDPR): the profile, the words of all messages and what they were judged by, notes about
 * them, and their name wherever colleagues wrote it in conversations they took part in. What stays is that somebody wrote at a moment, what we
 * answered (without the name), and figures. Of linked identities those go that are named in `alsoIds`; the others stay, and are linked to it no longer. What a network tells again of before is not taken in; with `keepsOut` nothing of them ever is.
 *
 * @throws AppError `bad_input` for one of our own accounts, and while an answer to them is on its way; `not_found`; `taken` when `alsoIds` are linked no longer.
 */
export async function eraseAuthor(ctx: Context, input: Erasing): Promise<Erased> {
  // It touches rows of many kinds beside runners that hold some of them.
  return againOnDeadlock(() => change(ctx, 'author.erase', (tx) => erase(tx, ctx, input)))
}

async function erase(tx: Tx, ctx: Context, input: Erasing): Promise<Changed<Erased>> {
  await lockStories(tx, ctx.workspaceId)
  await lockPeople(tx, ctx.workspaceId)
  const ids = [...new Set([input.id, ...(input.alsoIds ?? [])])]
  const conversationIds = await lockConversationsOf(tx, ids)
  const group = groupOf(await lockLinked(tx, ctx, ids), input.id)
  const going = group.filter(({ id }) => ids.includes(id))
  if (going.length < ids.length) throw new AppError('taken', 'These are not linked to each other any more.')
  for (const author of going) await assertErasable(tx, { author, conversationIds })
  await forgetLinks(tx, { going, staying: group.filter((row) => !going.includes(row)) })
  const counts = { messages: 0, notes: 0 }
  for (const author of going) {
    const erased = await eraseOne(tx, ctx, { author, conversationIds, keepsOut: input.keepsOut })
    await input.alsoForget?.(tx, { workspaceId: ctx.workspaceId, conversationIds, names: namesOf(author) })
    counts.messages += erased.messages
    counts.notes += erased.notes
  }
  const result = { ...counts, conversations: conversationIds.length }
  const alsoIds = ids.slice(1)
  return {
    result,
    subject: { kind: 'author', id: input.id },
    details: { ...result, keepsOut: input.keepsOut, ...(alsoIds.length > 0 ? { alsoIds } : {}) },
    events: conversationIds.map((id) => ({ kind: 'mention.changed' as const, subjectId: id, conversationId: id })),
  }
}

async function eraseOne(tx: Tx, ctx: Context, asked: Asked & { keepsOut: boolean }) {
  const { author, conversationIds, keepsOut } = asked
  const erasing = { author, conversationIds, names: namesOf(author), at: ctx.app.clock.now() }
  await eraseProfile(tx, ctx, { ...erasing, keepsOut })
  const messages = await eraseMessages(tx, erasing)
  await eraseAnswers(tx, erasing)
  await eraseOwnWords(tx, erasing)
  const notes = await eraseConversations(tx, erasing)
  await eraseNames(tx, { workspaceId: ctx.workspaceId, ...erasing })
  await eraseUnreadables(tx, { workspaceId: ctx.workspaceId, ...erasing })
  return { messages, notes }
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

/** A name that somebody made one of our words is none any more, nor is a part of it. */
async function eraseOwnWords(tx: Tx, { author, names }: { author: AuthorRow; names: readonly string[] }) {
  const parts = [...names, author.name, author.handle].flatMap((name) => [name, ...name.split(/[^\p{L}\p{M}'’-]+/u)])
  await tx.execute(sql`
    delete from own_words where workspace_id = ${author.workspaceId} and folded = any(${textArray(parts.map(foldSpelled))})`)
}

/** Drafts to them go. Our answers are ours and stand on the network; here they lose the name. */
async function eraseAnswers(tx: Tx, { author, conversationIds, names }: Asked & { names: readonly string[] }) {
  if (conversationIds.length === 0) return
  const begun = tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(inArray(conversations.id, [...conversationIds]), eq(conversations.authorId, author.id)))
  await tx.delete(drafts).where(inArray(drafts.conversationId, begun))
  await forgetUses(tx, conversationIds)
  const ids = uuidArray(conversationIds)
  const nameless = textArray(names)
  await tx.execute(sql`update drafts set text = without_names(text, ${nameless}) where conversation_id = any(${ids})`)
  await tx.execute(sql`
    update approvals set text = without_names(text, ${nameless}), note = without_names(note, ${nameless}) where conversation_id = any(${ids})`)
  await tx.execute(sql`
    update replies set text = without_names(text, ${nameless}),
           override = case when override is null then null else jsonb_set(override, '{reason}', to_jsonb(without_names(override->>'reason', ${nameless}))) end,
           ref = case when ${tellsOf(author, sql`coalesce(ref::text, '')`)} then null else ref end
     where conversation_id = any(${ids})`)
  // A place may be called after them: their own site.
  await tx.execute(sql`
    update judged_replies j set sketch = '{}', place = without_names(j.place, ${nameless}), place_name = without_names(j.place_name, ${nameless})
      from replies r where r.id = j.reply_id and r.conversation_id = any(${ids})`)
}
