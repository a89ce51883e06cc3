import { boolean, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { Intent, Sentiment } from '#domain/assessment.ts'
import type { ConversationState } from '#domain/conversation.ts'
import { instant } from './team.ts'

export const conversations = pgTable('conversations', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  number: integer('number').notNull(),
  network: text('network').notNull(),
  threadId: text('thread_id').notNull(),
  title: text('title').notNull(),
  isTitleGiven: boolean('is_title_given').notNull().default(false),
  state: text('state').$type<ConversationState>().notNull().default('open'),
  ownerId: uuid('owner_id'),
  departmentId: uuid('department_id'),
  version: integer('version').notNull().default(1),
  dueAt: instant('due_at'),
  promisedMinutes: integer('promised_minutes'),
  waitUntil: instant('wait_until'),
  answeredAt: instant('answered_at'),
  doneAt: instant('done_at'),
  authorId: uuid('author_id'),
  latestMentionId: uuid('latest_mention_id'),
  latestAt: instant('latest_at').notNull(),
  latestHeardAt: instant('latest_heard_at').notNull().defaultNow(),
  messageCount: integer('message_count').notNull().default(0),
  urgency: smallint('urgency').notNull().default(0),
  sentiment: text('sentiment').$type<Sentiment>().notNull().default('unsure'),
  intent: text('intent').$type<Intent>().notNull().default('unsure'),
  lang: text('lang').notNull().default('und'),
  topicIds: uuid('topic_ids').array().notNull().default([]),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const notes = pgTable('notes', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  memberId: uuid('member_id').notNull(),
  text: text('text').notNull(),
  at: instant('at').notNull().defaultNow(),
})

export const presences = pgTable(
  'presences',
  {
    workspaceId: uuid('workspace_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    memberId: uuid('member_id').notNull(),
    isTyping: boolean('is_typing').notNull().default(false),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.memberId] })],
)

export const conversationReads = pgTable(
  'conversation_reads',
  {
    workspaceId: uuid('workspace_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    memberId: uuid('member_id').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.memberId] })],
)
