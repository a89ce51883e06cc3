import { eq, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import type { Role } from '#domain/member.ts'
import { sealCredentials } from '#reply/open-credentials.ts'
import type { AccountRow, ReplyRow } from '#reply/outbox-store.ts'
import type { Context } from '#team/context.ts'
import { type TestApp, testWorkspace } from './test-app.ts'

export type ReplyHouse = Awaited<ReturnType<typeof replyHouse>>

/** A workspace with somebody to answer: accounts, conversations with a mention, and eyes on the rows. */
export async function replyHouse(
  app: TestApp,
  { network, people }: { network: string; people?: Record<string, Role> | undefined },
) {
  const workspace = await testWorkspace(app, people ?? { noor: 'owner', sem: 'member' })
  const { workspaceId } = workspace
  const only = <T>(rows: T[]): T => {
    const [row] = rows
    if (row === undefined) throw new Error('the row is not there')
    return row
  }

  async function addAccount(given: Partial<AccountRow> = {}): Promise<string> {
    const id = newId()
    const credentials = sealCredentials(app, { id, workspaceId }, { token: `of ${id}` })
    const nativeId = `native-${id}`
    await app.db.asSystem((tx) =>
      tx
        .insert(accounts)
        .values({ id, workspaceId, network, nativeId, handle: 'zeemeeuw', name: 'Zeemeeuw', credentials, ...given }),
    )
    return id
  }

  async function addConversation(given: Partial<typeof conversations.$inferInsert> = {}) {
    const authorId = newId()
    const conversationId = newId()
    const mentionId = newId()
    const now = app.clock.now()
    const nativeId = `post-${mentionId}`
    await app.db.asSystem(async (tx) => {
      await tx
        .insert(authors)
        .values({ id: authorId, workspaceId, network, nativeId: authorId, handle: 'fleur', name: 'Fleur' })
      await tx.insert(conversations).values({
        id: conversationId,
        workspaceId,
        number: sql`(select coalesce(max(number), 0) + 1 from conversations where workspace_id = ${workspaceId})`,
        network,
        threadId: nativeId,
        title: 'Te laat',
        authorId,
        latestMentionId: mentionId,
        latestAt: now,
        ...given,
      })
      await tx.insert(mentions).values({
        id: mentionId,
        workspaceId,
        network,
        nativeId,
        authorId,
        conversationId,
        kind: 'post',
        text: 'Weer te laat.',
        lang: 'nl',
        publishedAt: now,
        heardAt: now,
      })
    })
    return { conversationId, mentionId, nativeId }
  }

  const readReply = async (id: string): Promise<ReplyRow> =>
    only(await app.db.asSystem((tx) => tx.select().from(replies).where(eq(replies.id, id))))
  const readAccount = async (id: string): Promise<AccountRow> =>
    only(await app.db.asSystem((tx) => tx.select().from(accounts).where(eq(accounts.id, id))))
  const readConversation = async (id: string) =>
    only(await app.db.asSystem((tx) => tx.select().from(conversations).where(eq(conversations.id, id))))
  /** The token that a fake network knows as this account. */
  const setToken = async (id: string, nativeId: string): Promise<void> => {
    const credentials = sealCredentials(app, { id, workspaceId }, { token: `token-of-${nativeId}` })
    await setAccount(id, { credentials })
  }
  const setAccount = async (id: string, change: Partial<AccountRow>): Promise<void> => {
    await app.db.asSystem((tx) => tx.update(accounts).set(change).where(eq(accounts.id, id)))
  }
  const deleteMention = async (id: string): Promise<void> => {
    const deletedAt = app.clock.now()
    await app.db.asSystem((tx) => tx.update(mentions).set({ deletedAt, text: '' }).where(eq(mentions.id, id)))
  }
  const system: Context = { app, workspaceId, actor: { kind: 'system', part: 'outbox' } }
  const eyes = { readReply, readAccount, readConversation, setToken }
  return { app, ...workspace, system, addAccount, addConversation, setAccount, deleteMention, ...eyes }
}
