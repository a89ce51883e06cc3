import { bigint, boolean, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { AssistShows, AssistState, AssistTask } from '#domain/assist/assist-task.ts'
import type { SuggestionFindingKind } from '#domain/assist/suggestion-finding.ts'
import { instant } from './team.ts'

/** Which model helps whoever writes, and what that may cost. */
export const assistSettings = pgTable('assist_settings', {
  workspaceId: uuid('workspace_id').primaryKey(),
  isOn: boolean('is_on').notNull().default(false),
  address: text('address').notNull(),
  model: text('model').notNull(),
  key: text('key'),
  tasks: text('tasks').array().$type<AssistTask[]>().notNull(),
  departmentIds: uuid('department_ids').array().notNull().default([]),
  memberIds: uuid('member_ids').array().notNull().default([]),
  priceIn: numeric('price_in', { mode: 'number' }).notNull().default(0),
  priceOut: numeric('price_out', { mode: 'number' }).notNull().default(0),
  moneyMost: numeric('money_most', { mode: 'number' }),
  tokensMost: bigint('tokens_most', { mode: 'number' }),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

export const assistMonths = pgTable(
  'assist_months',
  {
    workspaceId: uuid('workspace_id').notNull(),
    /** 2026-11. */
    month: text('month').notNull(),
    cost: numeric('cost', { mode: 'number' }).notNull(),
    tokens: bigint('tokens', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.month] })],
)

export const assistUses = pgTable('assist_uses', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id'),
  memberId: uuid('member_id'),
  task: text('task').$type<AssistTask>().notNull(),
  state: text('state').$type<AssistState>().notNull(),
  model: text('model').notNull(),
  prompt: text('prompt').notNull(),
  leftHash: text('left_hash'),
  findings: text('findings').array().$type<SuggestionFindingKind[]>().notNull().default([]),
  month: text('month').notNull(),
  tokensIn: integer('tokens_in').notNull(),
  tokensOut: integer('tokens_out').notNull(),
  isEstimated: boolean('is_estimated').notNull().default(true),
  cost: numeric('cost', { mode: 'number' }).notNull(),
  askedAt: instant('asked_at').notNull(),
  endedAt: instant('ended_at'),
  acceptedAt: instant('accepted_at'),
  replyId: uuid('reply_id'),
})

export const assistChoices = pgTable('assist_choices', {
  memberId: uuid('member_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  shows: text('shows').$type<AssistShows>().notNull(),
})
