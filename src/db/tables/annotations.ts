import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './team.ts'

export const annotations = pgTable('annotations', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  day: date('day').notNull(),
  untilDay: date('until_day'),
  words: text('words').notNull(),
  madeBy: uuid('made_by'),
  madeAt: instant('made_at').notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at'),
})
