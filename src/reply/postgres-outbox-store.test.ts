import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { drafts, replies } from '#db/tables/reply.ts'
import { type StoreHarness, testOutboxStore } from '#testing/outbox-store-suite.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { testApp } from '#testing/test-app.ts'
import type { ReplyRow } from './outbox-store.ts'
import { postgresOutboxStore } from './postgres-outbox-store.ts'

const app = await testApp()

testOutboxStore('on PostgreSQL', async (): Promise<StoreHarness> => {
  // What an earlier test left due is of no account in this one.
  await app.db.asSystem((tx) => tx.update(replies).set({ dueAt: null }))
  const house = await replyHouse(app, { network: 'forum' })
  const isDraftOf = (reply: ReplyRow) => eq(drafts.conversationId, reply.conversationId)
  return {
    ...house,
    store: postgresOutboxStore(app),
    async addReply(given) {
      const conversation = given.conversationId ? undefined : await house.addConversation()
      const [row] = await app.db.asSystem(async (tx) => {
        const [known] = await tx
          .select()
          .from(replies)
          .where(eq(replies.conversationId, given.conversationId ?? newId()))
        return tx
          .insert(replies)
          .values({
            id: newId(),
            workspaceId: house.workspaceId,
            conversationId: conversation?.conversationId ?? '',
            mentionId: conversation?.mentionId ?? known?.mentionId ?? '',
            text: 'answer',
            writtenBy: house.member('noor').id,
            state: 'ready',
            intentHash: 'not looked at here',
            ...given,
          })
          .returning()
      })
      if (!row) throw new Error('it was not written')
      return row
    },
    deleteParentOf: (reply) => house.deleteMention(reply.mentionId),
    undo: (id) =>
      app.db.asSystem(async (tx) => {
        const rows = await tx
          .update(replies)
          .set({ state: 'undone', dueAt: null })
          .where(and(eq(replies.id, id), inArray(replies.state, ['ready', 'waiting'])))
          .returning()
        return rows.length > 0
      }),
    draftOf: async (reply) =>
      (await app.db.asSystem((tx) => tx.select().from(drafts).where(isDraftOf(reply))))[0]?.text,
    writeDraft: async (reply, text) => {
      await app.db.asSystem((tx) => tx.update(drafts).set({ text }).where(isDraftOf(reply)))
    },
  }
})
