import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import type { Assessment, Correction } from '#domain/assessment.ts'
import { instant } from './team.ts'

export const assessments = pgTable('assessments', {
  mentionId: uuid('mention_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  said: jsonb('said').$type<Assessment>().notNull(),
  correction: jsonb('correction').$type<Correction>(),
  correctedBy: uuid('corrected_by'),
  correctedAt: instant('corrected_at'),
  at: instant('at').notNull().defaultNow(),
})
