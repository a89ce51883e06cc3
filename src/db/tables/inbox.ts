import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Intent, Sentiment } from '#domain/assessment.ts'
import type { ConversationState } from '#domain/conversation.ts'
import type { NoiseReason } from '#domain/noise.ts'
import type { PartyKind } from '#domain/party.ts'
import type { RiskLevel } from '#domain/risk.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import type { SavedAsk } from '#domain/saved-view.ts'
import type { JoinedHow, JoinedWhy } from '#domain/story.ts'
import type { WaitKind } from '#domain/wait.ts'
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
  waitsFor: text('waits_for').$type<WaitKind>(),
  spreadThen: integer('spread_then'),
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
  risk: real('risk').notNull().default(0),
  riskLevel: smallint('risk_level').$type<RiskLevel>().notNull().default(0),
  riskParts: jsonb('risk_parts').$type<RiskPart[]>().notNull().default([]),
  weighAt: instant('weigh_at'),
  raised: smallint('raised').notNull().default(0),
  openSince: instant('open_since').notNull().defaultNow(),
  storyId: uuid('story_id'),
  noise: jsonb('noise').$type<NoiseReason>(),
  isNeverNoise: boolean('is_never_noise').notNull().default(false),
  mergedInto: uuid('merged_into'),
  isPlacedByHand: boolean('is_placed_by_hand').notNull().default(false),
  urgencyFrom: smallint('urgency_from').notNull().default(0),
  /** After its time: of it only figures are left. */
  erasedAt: instant('erased_at'),
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

export const personNotes = pgTable('person_notes', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  authorId: uuid('author_id').notNull(),
  memberId: uuid('member_id').notNull(),
  text: text('text').notNull(),
  at: instant('at').notNull(),
  changedAt: instant('changed_at'),
})

export const stays = pgTable('stays', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  departmentId: uuid('department_id'),
  fromAt: instant('from_at').notNull(),
  untilAt: instant('until_at'),
  by: uuid('by'),
})

export const parties = pgTable('parties', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  memberId: uuid('member_id'),
  departmentId: uuid('department_id'),
  /** One of the two, for the key. */
  askedId: uuid('asked_id').notNull().generatedAlwaysAs(sql`coalesce(member_id, department_id)`),
  kind: text('kind').$type<PartyKind>().notNull(),
  reason: text('reason').notNull().default(''),
  askedBy: uuid('asked_by'),
  /** The rule that asked, where no colleague did. */
  ruleName: text('rule_name'),
  askedAt: instant('asked_at').notNull(),
  answeredAt: instant('answered_at'),
})

/** How a conversation stood before it was merged, so that taking apart gives it back. Moments as text. */
export type BeforeMerge = {
  state: ConversationState
  waitsFor: WaitKind | null
  waitUntil: string | null
  doneAt: string | null
}

export const merges = pgTable('merges', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  fromId: uuid('from_id').notNull(),
  intoId: uuid('into_id').notNull(),
  mentionIds: uuid('mention_ids').array().notNull(),
  noteIds: uuid('note_ids').array().notNull(),
  before: jsonb('before').$type<BeforeMerge>().notNull(),
  mergedBy: uuid('merged_by'),
  mergedAt: instant('merged_at').notNull(),
  undoneAt: instant('undone_at'),
})

export const savedViews = pgTable('saved_views', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  memberId: uuid('member_id').notNull(),
  name: text('name').notNull(),
  isShared: boolean('is_shared').notNull().default(false),
  ask: jsonb('ask').$type<SavedAsk>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
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

export const stories = pgTable('stories', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationCount: integer('conversation_count').notNull().default(0),
  stormCount: integer('storm_count').notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const storyConversations = pgTable(
  'story_conversations',
  {
    workspaceId: uuid('workspace_id').notNull(),
    storyId: uuid('story_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    how: text('how').$type<JoinedHow>().notNull(),
    why: jsonb('why').$type<JoinedWhy>().notNull().default({}),
    joinedAt: instant('joined_at').notNull(),
    takenOutAt: instant('taken_out_at'),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.storyId] })],
)

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const noiseLessons = pgTable('noise_lessons', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id'),
  topicId: uuid('topic_id'),
  authorId: uuid('author_id'),
  isNoise: boolean('is_noise').notNull(),
  signature: bytes('signature'),
  saidWords: text('said_words').array().notNull().default([]),
  words: text('words').array().notNull().default([]),
  saidBy: uuid('said_by'),
  saidAt: instant('said_at').notNull(),
  revokedAt: instant('revoked_at'),
})
