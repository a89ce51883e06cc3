import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { PolicyAdvice } from '#domain/ask-policy.ts'
import type { Policy, PolicyAnswer, PolicyExample, PolicyOccasion } from '#domain/policy.ts'
import { instant } from './team.ts'

export const policyVersions = pgTable('policy_versions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  number: integer('number').notNull(),
  policy: jsonb('policy').$type<Policy>().notNull(),
  examples: jsonb('examples').$type<PolicyExample[]>().notNull(),
  note: text('note').notNull().default(''),
  fromNumber: integer('from_number'),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at').notNull(),
})

export const policyDrafts = pgTable('policy_drafts', {
  workspaceId: uuid('workspace_id').primaryKey(),
  text: text('text').notNull(),
  examples: jsonb('examples').$type<PolicyExample[]>().notNull(),
  revision: integer('revision').notNull().default(1),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

export const policyAnswerRows = pgTable('policy_answers', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  questionId: text('question_id').notNull(),
  question: text('question').notNull(),
  answer: text('answer').$type<PolicyAnswer>().notNull(),
  version: integer('version').notNull(),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at').notNull(),
  takenBackBy: uuid('taken_back_by'),
  takenBackAt: instant('taken_back_at'),
})

export const policyDecisions = pgTable('policy_decisions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  occasion: text('occasion').$type<PolicyOccasion>().notNull(),
  version: integer('version').notNull(),
  advice: jsonb('advice').$type<PolicyAdvice>().notNull(),
  by: uuid('by'),
  at: instant('at').notNull(),
})
