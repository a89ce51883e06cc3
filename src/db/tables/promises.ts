import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { PledgeOutcome } from '#domain/pledge.ts'
import type { ClockKind } from '#domain/promise-clock.ts'
import type { Asked } from '#domain/promise-rule.ts'
import { instant } from './team.ts'

/** Somebody waits for us. Written by its conversation's intake, by our answers, and by the clocks. */
export const promiseClocks = pgTable('promise_clocks', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  kind: text('kind').$type<ClockKind>().notNull(),
  asked: jsonb('asked').$type<readonly Asked[]>().notNull(),
  /** The first word that nobody answered. */
  askedAt: instant('asked_at').notNull(),
  ruleId: uuid('rule_id'),
  ruleName: text('rule_name'),
  minutes: integer('minutes'),
  /** Publication of the word that made the deadline, and when we heard it. */
  countsFrom: instant('counts_from').notNull(),
  heardAt: instant('heard_at').notNull(),
  dueAt: instant('due_at'),
  actAt: instant('act_at'),
  brokenAt: instant('broken_at'),
  stoppedAt: instant('stopped_at'),
  stoppedBy: text('stopped_by').$type<'answer' | 'elsewhere' | 'anew' | 'silence'>(),
  isRunning: boolean('is_running').notNull(),
  version: integer('version').notNull(),
})

export const promiseFirings = pgTable(
  'promise_firings',
  {
    clockId: uuid('clock_id').notNull(),
    actionId: uuid('action_id').notNull(),
    dueAt: instant('due_at').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clockId, table.actionId, table.dueAt] })],
)

export const beats = pgTable('beats', { name: text('name').primaryKey(), at: instant('at').notNull() })

/** What somebody of us said we would do for a customer: a task with a clock. */
export const pledges = pgTable('pledges', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  text: text('text').notNull(),
  dueAt: instant('due_at').notNull(),
  madeBy: uuid('made_by'),
  madeAt: instant('made_at').notNull(),
  outcome: text('outcome').$type<PledgeOutcome>(),
  settledBy: uuid('settled_by'),
  settledAt: instant('settled_at'),
  toldAt: instant('told_at'),
})
