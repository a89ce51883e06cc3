import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './team.ts'

/** Not to be erased, whatever its age. */
export const holds = pgTable('holds', {
  conversationId: uuid('conversation_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  reason: text('reason').notNull(),
  untilAt: instant('until_at'),
  heldBy: uuid('held_by').notNull(),
  heldAt: instant('held_at').notNull(),
})

/** What was erased after its time, a row a day. */
export const erasings = pgTable(
  'erasings',
  {
    workspaceId: uuid('workspace_id').notNull(),
    onDay: date('on_day').notNull(),
    conversations: integer('conversations').notNull().default(0),
    messages: integer('messages').notNull().default(0),
    authors: integer('authors').notNull().default(0),
    lookedAt: instant('looked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.onDay] })],
)
