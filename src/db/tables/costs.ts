import { jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './team.ts'

export const costSettings = pgTable('cost_settings', {
  workspaceId: uuid('workspace_id').primaryKey(),
  currency: text('currency').notNull(),
  hourCost: numeric('hour_cost', { mode: 'number' }),
  sourceCosts: jsonb('source_costs').$type<Record<string, number>>().notNull().default({}),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})
