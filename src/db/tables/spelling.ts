import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './team.ts'

/** Words of this house that no dictionary knows. */
export const ownWords = pgTable('own_words', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  word: text('word').notNull(),
  /** As it is looked up. */
  folded: text('folded').notNull(),
  addedBy: uuid('added_by'),
  addedAt: instant('added_at').notNull(),
})
