import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { SilenceEnd, SilenceKind } from '#domain/silence.ts'
import { instant } from './team.ts'

/** Closed without an answer of ours: why, by whom, and how that ended. */
export const silences = pgTable('silences', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  kind: text('kind').$type<SilenceKind>().notNull(),
  reasonId: text('reason_id'),
  reasonName: text('reason_name').notNull().default(''),
  note: text('note').notNull().default(''),
  ownerId: uuid('owner_id'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at').notNull(),
  reviewAt: instant('review_at'),
  spreadThen: integer('spread_then').notNull().default(0),
  policyDecisionId: uuid('policy_decision_id'),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by').$type<SilenceEnd>(),
})
