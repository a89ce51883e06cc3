import { canUndo } from '#domain/reply.ts'
import type { ReplyRow } from '#reply/outbox-store.ts'
import { type MemoryTables, memoryOutboxStore, memoryTables, write } from './memory-outbox-store.ts'
import { simulatedAccount, simulatedParent, simulatedReply } from './outbox-plan.ts'
import { type StoreHarness, testOutboxStore } from './outbox-store-suite.ts'

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('it is not there')
  return value
}

testOutboxStore('in memory', async () => harnessOn(memoryTables()))

function harnessOn(tables: MemoryTables): StoreHarness {
  const now = new Date()
  tables.parents.set('parent', simulatedParent('parent'))
  tables.writers.add('writer')
  const draftKey = (reply: ReplyRow) => `${reply.conversationId} ${reply.writtenBy}`
  return {
    store: memoryOutboxStore(tables),
    async addAccount() {
      const id = `account-${tables.accounts.size}`
      tables.accounts.set(id, simulatedAccount(id, now))
      return id
    },
    async addReply(given) {
      const planned = { id: `reply-${tables.replies.size}`, parentId: 'parent', text: 'answer', atMs: 0, ...given }
      const row = { ...simulatedReply(planned, now), ...given }
      tables.replies.set(row.id, row)
      return row
    },
    readReply: async (id) => present(tables.replies.get(id)),
    readAccount: async (id) => present(tables.accounts.get(id)),
    async setAccount(id, change) {
      tables.accounts.set(id, { ...present(tables.accounts.get(id)), ...change })
    },
    async deleteParentOf(reply) {
      tables.parents.set(reply.mentionId, { ...present(tables.parents.get(reply.mentionId)), deletedAt: now })
    },
    async undo(id) {
      const row = present(tables.replies.get(id))
      if (!canUndo(row.state)) return false
      write(tables, row, { reply: { state: 'undone', dueAt: null } })
      return true
    },
    draftOf: async (reply) => tables.drafts.get(draftKey(reply)),
    async writeDraft(reply, text) {
      tables.drafts.set(draftKey(reply), text)
    },
  }
}
