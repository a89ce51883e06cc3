import { customType, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import type { SnippetState, SnippetWording, SnippetWriters } from '#domain/snippet.ts'
import { instant } from './team.ts'

/** Written and asked in SQL only; reading leaves it there. */
const stems = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const snippets = pgTable('snippets', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  tags: text('tags').array().notNull().default([]),
  wordings: jsonb('wordings').$type<SnippetWording[]>().notNull(),
  version: integer('version').notNull().default(1),
  state: text('state').$type<SnippetState>().notNull(),
  ownerId: uuid('owner_id'),
  expiresAt: instant('expires_at'),
  toldSoonAt: instant('told_soon_at'),
  toldEndedAt: instant('told_ended_at'),
  search: stems('search').notNull(),
  createdAt: instant('created_at').notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

export const snippetVersions = pgTable('snippet_versions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  snippetId: uuid('snippet_id').notNull(),
  number: integer('number').notNull(),
  name: text('name').notNull(),
  tags: text('tags').array().notNull(),
  wordings: jsonb('wordings').$type<SnippetWording[]>().notNull(),
  fromNumber: integer('from_number'),
  by: uuid('by'),
  at: instant('at').notNull(),
})

export const snippetUses = pgTable(
  'snippet_uses',
  {
    replyId: uuid('reply_id').notNull(),
    versionId: uuid('version_id').notNull(),
    snippetId: uuid('snippet_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    wording: text('wording').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.replyId, table.snippetId] })],
)

export const snippetSettings = pgTable('snippet_settings', {
  workspaceId: uuid('workspace_id').primaryKey(),
  inARowMax: integer('in_a_row_max').notNull(),
  writers: text('writers').$type<SnippetWriters>().notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

export const knowledgeItems = pgTable('knowledge_items', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  statements: jsonb('statements').$type<KnowledgeStatement[]>().notNull(),
  source: text('source').notNull(),
  confirmedBy: text('confirmed_by').notNull().default(''),
  since: instant('since'),
  validUntil: instant('valid_until'),
  ownerId: uuid('owner_id'),
  tags: text('tags').array().notNull().default([]),
  topicIds: uuid('topic_ids').array().notNull().default([]),
  revision: integer('revision').notNull().default(1),
  toldSoonAt: instant('told_soon_at'),
  toldEndedAt: instant('told_ended_at'),
  search: stems('search').notNull(),
  createdAt: instant('created_at').notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})
