import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Words } from '#domain/connector.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { AfterReply, ReplyState, Visibility } from '#domain/reply.ts'
import type { ResumeWay } from '#domain/stop.ts'
import type { TextLimit } from '#domain/text-length.ts'
import { instant } from './team.ts'

/** What went wrong, in words, and the kind that decides what can be done about it. */
export type Problem = { kind: string; why: Words }

/** How the conversation stood before the reply closed it, so that undo gives it back. */
export type Before = { state?: string; ownerId?: string | null; dueAt?: string | null; waitUntil?: string | null }

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  network: text('network').notNull(),
  nativeId: text('native_id').notNull(),
  handle: text('handle').notNull(),
  name: text('name').notNull(),
  avatarUrl: text('avatar_url'),
  url: text('url'),
  limits: jsonb('limits').$type<TextLimit>(),
  credentials: text('credentials').notNull(),
  state: text('state').$type<'connected' | 'reconnect' | 'removed'>().notNull().default('connected'),
  problem: jsonb('problem').$type<Problem>(),
  stopEpoch: integer('stop_epoch').notNull().default(0),
  closedUntil: instant('closed_until'),
  paceFullAt: instant('pace_full_at'),
  connectedBy: uuid('connected_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const drafts = pgTable(
  'drafts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind').$type<'reply' | 'note'>().notNull(),
    text: text('text').notNull(),
    /** What began in private does not go on in public by itself. */
    visibility: text('visibility').$type<Visibility>().notNull().default('public'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.memberId, table.kind] })],
)

export const replies = pgTable('replies', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  mentionId: uuid('mention_id').notNull(),
  accountId: uuid('account_id'),
  text: text('text').notNull(),
  lang: text('lang'),
  writtenBy: uuid('written_by').notNull(),
  state: text('state').$type<ReplyState>().notNull(),
  thenDo: text('then_do').$type<AfterReply>().notNull().default('done'),
  before: jsonb('before').$type<Before>().notNull().default({}),
  intentHash: text('intent_hash').notNull(),
  stopEpoch: integer('stop_epoch').notNull().default(0),
  /** The newest stop when it was approved. */
  stopNumber: integer('stop_number').notNull().default(0),
  /** Since when a stop keeps it. */
  heldAt: instant('held_at'),
  /** The moment that its writer chose. */
  scheduledFor: instant('scheduled_for'),
  visibility: text('visibility').$type<Visibility>().notNull().default('public'),
  dueAt: instant('due_at'),
  leaseUntil: instant('lease_until'),
  leasedBy: text('leased_by'),
  attempts: integer('attempts').notNull().default(0),
  firstAttemptAt: instant('first_attempt_at'),
  lastAttemptAt: instant('last_attempt_at'),
  nativeId: text('native_id'),
  url: text('url'),
  ref: jsonb('ref').$type<unknown>(),
  problem: jsonb('problem').$type<Problem>(),
  /** Written as one with others. */
  pileId: uuid('pile_id'),
  /** Sent although the gate stopped it. */
  override: jsonb('override').$type<Override>(),
  heardBackAt: instant('heard_back_at'),
  settledAt: instant('settled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** Nothing goes out: of the whole workspace where no account is named. */
export const stops = pgTable('stops', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  accountId: uuid('account_id'),
  number: integer('number').notNull(),
  reason: text('reason').notNull(),
  stoppedBy: uuid('stopped_by'),
  stoppedAt: instant('stopped_at').notNull(),
  endedBy: uuid('ended_by'),
  endedAt: instant('ended_at'),
  thenDo: text('then_do').$type<ResumeWay>(),
})
