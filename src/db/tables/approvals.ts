import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ApprovalLack, ApprovalOutcome, ApprovalSettings, ApprovalWhy, Approvers } from '#domain/approval.ts'
import { instant } from './team.ts'

export const approvalVersions = pgTable(
  'approval_versions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    number: integer('number').notNull(),
    settings: jsonb('settings').$type<ApprovalSettings>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.number] })],
)

export const approvals = pgTable('approvals', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  replyId: uuid('reply_id').notNull(),
  why: jsonb('why').$type<ApprovalWhy>().notNull(),
  approvers: jsonb('approvers').$type<Approvers>().notNull(),
  version: integer('version').notNull(),
  intentHash: text('intent_hash').notNull(),
  text: text('text').notNull(),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at').notNull(),
  lack: text('lack').$type<ApprovalLack>(),
  delayMs: integer('delay_ms').notNull().default(0),
  waitUntil: instant('wait_until'),
  lateAt: instant('late_at'),
  isLate: boolean('is_late').notNull().default(false),
  outcome: text('outcome').$type<ApprovalOutcome>(),
  settledBy: uuid('settled_by'),
  settledAt: instant('settled_at'),
  note: text('note'),
})
