import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AnswerEffect, EffectOutcome } from '#domain/answer-effect.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { instant } from './team.ts'

/** What was seen after an answer. Ids and figures only. */
export const answerEffects = pgTable('answer_effects', {
  replyId: uuid('reply_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  authorId: uuid('author_id'),
  network: text('network').notNull(),
  departmentId: uuid('department_id'),
  strategy: text('strategy').$type<PolicyStrategy>(),
  sentAt: instant('sent_at').notNull(),
  untilAt: instant('until_at').notNull(),
  /** When to look again; null when settled. */
  lookAt: instant('look_at'),
  firstLookAt: instant('first_look_at'),
  lookedAt: instant('looked_at'),
  outcome: text('outcome').$type<EffectOutcome>().notNull().default('waiting'),
  effect: jsonb('effect').$type<AnswerEffect>(),
  settledAt: instant('settled_at'),
})
