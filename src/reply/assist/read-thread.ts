import { and, desc, eq, isNull, notInArray, or } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { members, workspaces } from '#db/tables/team.ts'
import type { Said } from '#domain/assist/assist-prompt.ts'
import { type HouseStyle, plainHouse } from '#domain/house-style.ts'
import type { Context } from '#team/context.ts'

const messagesMax = 40
const peopleMax = 300

export type Thread = {
  network: string
  /** The oldest first, with what we answered. */
  said: Said[]
  answered: { id: string; lang: string } | undefined
  /** What everybody is called who may be named in it: who is answered first, colleagues last. */
  names: string[]
  keep: string[]
  brands: string[]
  house: HouseStyle
}

/** What a model is told of a conversation, before anything of it is hidden. @throws AppError `not_found`, `gone` */
export async function readThread(
  tx: Tx,
  ctx: Context,
  asked: { conversationId: string; mentionId: string | null },
): Promise<Thread> {
  const { workspaceId } = ctx
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, asked.conversationId)))
  if (!conversation) throw new AppError('not_found', 'This conversation is not here any more.')
  const found = await tx
    .select({ mention: mentions, author: authors })
    .from(mentions)
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .where(and(eq(mentions.conversationId, conversation.id), isNull(mentions.deletedAt)))
    .orderBy(desc(mentions.publishedAt), desc(mentions.id))
    .limit(messagesMax)
  const theirs = found.filter(({ mention }) => !mention.isOwn)
  const answered = asked.mentionId ? theirs.find(({ mention }) => mention.id === asked.mentionId) : theirs[0]
  if (asked.mentionId && !answered)
    throw new AppError('not_found', 'The message you answer is not in this conversation.')
  const ours = await answersIn(tx, conversation.id)
  const { brands, name, houseStyle } = await workspaceIn(tx, workspaceId)
  const own = await tx
    .select({ name: accounts.name, handle: accounts.handle })
    .from(accounts)
    .where(eq(accounts.workspaceId, workspaceId))
  const people = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
    .limit(peopleMax)
  const writers = [...(answered ? [answered] : []), ...theirs].map(({ author }) => author)
  const said = [
    ...found.map(({ mention, author }) => ({
      at: mention.publishedAt,
      who: mention.isOwn
        ? ('us' as const)
        : author.id === conversation.authorId
          ? ('customer' as const)
          : ('other' as const),
      name: mention.isOwn ? '' : author.name || author.handle,
      text: mention.title ? `${mention.title}\n${mention.text}` : mention.text,
      isAnswered: mention.id === answered?.mention.id,
    })),
    // What was heard back of ours stands among the messages already.
    ...ours
      .filter(({ text }) => !found.some(({ mention }) => mention.isOwn && mention.text === text))
      .map(({ text, at }) => ({ at, who: 'us' as const, name: '', text })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return {
    network: conversation.network,
    said: said.map(({ at: _at, ...rest }) => rest),
    answered: answered && { id: answered.mention.id, lang: answered.mention.lang },
    names: [...new Set([...writers.flatMap(calledBy), ...people.flatMap((one) => partsOf(one.name))])],
    keep: [...brands, name, ...own.flatMap((one) => [one.name, one.handle])].filter(Boolean),
    brands: [...brands],
    house: houseStyle ?? plainHouse,
  }
}

async function answersIn(tx: Tx, conversationId: string): Promise<{ text: string; at: Date }[]> {
  return tx
    .select({ text: replies.text, at: replies.createdAt })
    .from(replies)
    .where(
      and(
        eq(replies.conversationId, conversationId),
        notInArray(replies.state, ['undone', 'refused', 'removed']),
        or(isNull(replies.heardBackAt), eq(replies.state, 'sent')),
      ),
    )
    .orderBy(desc(replies.createdAt))
    .limit(messagesMax)
}

async function workspaceIn(tx: Tx, workspaceId: string) {
  const [row] = await tx
    .select({ brands: workspaces.brands, name: workspaces.name, houseStyle: workspaces.houseStyle })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  if (!row) throw new AppError('not_found', 'This workspace does not exist any more.')
  return row
}

function calledBy({ name, handle }: { name: string; handle: string }): string[] {
  return [...partsOf(name), handle].filter((one) => one.trim().length > 1)
}

const partMin = 3
/** "Fleur de Vries", "Fleur", "Vries": whoever speaks of somebody uses any of them. */
function partsOf(name: string): string[] {
  const whole = name.trim()
  const parts = whole.split(/\s+/u).filter((part) => part.length >= partMin && /^\p{Lu}/u.test(part))
  return [...new Set([whole, ...parts])].filter((one) => one.length > 1)
}
