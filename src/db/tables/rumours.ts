import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import type {
  RumourMarks,
  RumourSays,
  RumourSource,
  RumourState,
  RumourTruth,
  RumourVerdict,
  RumourWording,
} from '#domain/rumour.ts'
import { instant } from './team.ts'

export const rumours = pgTable('rumours', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  title: text('title').notNull(),
  truth: text('truth').$type<RumourTruth>().notNull(),
  state: text('state').$type<RumourState>().notNull().default('watched'),
  wordings: jsonb('wordings').$type<RumourWording[]>().notNull(),
  marks: jsonb('marks').$type<RumourMarks>().notNull(),
  sources: jsonb('sources').$type<RumourSource[]>().notNull().default([]),
  topicIds: uuid('topic_ids').array().notNull().default([]),
  ownerId: uuid('owner_id'),
  revision: integer('revision').notNull().default(1),
  lookFrom: instant('look_from').notNull(),
  lookedTo: instant('looked_to').notNull(),
  lookedId: uuid('looked_id'),
  createdAt: instant('created_at').notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

export const rumourAnswers = pgTable('rumour_answers', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  rumourId: uuid('rumour_id').notNull(),
  number: integer('number').notNull(),
  statements: jsonb('statements').$type<KnowledgeStatement[]>().notNull(),
  by: uuid('by'),
  at: instant('at').notNull(),
  approvedBy: uuid('approved_by'),
  approvedAt: instant('approved_at'),
})

export const rumourMentions = pgTable(
  'rumour_mentions',
  {
    rumourId: uuid('rumour_id').notNull(),
    mentionId: uuid('mention_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    says: text('says').$type<RumourSays>().notNull(),
    verdict: text('verdict').$type<RumourVerdict>().notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    publishedAt: instant('published_at').notNull(),
    heardAt: instant('heard_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rumourId, table.mentionId] })],
)
