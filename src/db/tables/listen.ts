import { bigint, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Words } from '#domain/connector.ts'
import type { SourceState } from '#domain/source.ts'
import { instant } from './team.ts'

/** Why a source does not answer, since when, and until when it asked to be left alone. */
export type SourceFailure = {
  kind: 'wait' | 'retry' | 'reconnect' | 'refused'
  why: Words
  since: string
  until?: string
}

export const sources = pgTable('sources', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  connector: text('connector').notNull(),
  name: text('name').notNull(),
  settings: jsonb('settings').$type<unknown>().notNull().default({}),
  accountId: uuid('account_id'),
  listensTo: text('listens_to').$type<'settings' | 'account'>().notNull().default('settings'),
  state: text('state').$type<SourceState>().notNull().default('on'),
  cursor: jsonb('cursor').$type<unknown>(),
  nextAt: instant('next_at').notNull().defaultNow(),
  lastHeardAt: instant('last_heard_at'),
  lastSuccessAt: instant('last_success_at'),
  delayMs: integer('delay_ms'),
  heardCount: bigint('heard_count', { mode: 'number' }).notNull().default(0),
  keptCount: bigint('kept_count', { mode: 'number' }).notNull().default(0),
  failure: jsonb('failure').$type<SourceFailure>(),
  failuresInRow: integer('failures_in_row').notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const sourceGaps = pgTable('source_gaps', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  sourceId: uuid('source_id').notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  why: text('why').notNull(),
  whyDutch: text('why_dutch'),
  filledAt: instant('filled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const unreadables = pgTable('unreadables', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  sourceId: uuid('source_id').notNull(),
  why: text('why').notNull(),
  whyDutch: text('why_dutch'),
  sample: text('sample').notNull(),
  at: instant('at').notNull().defaultNow(),
})

/** A hub that was asked to tell of a source's news: asked, confirmed by itself, or refused. */
export const hubSubscriptions = pgTable('hub_subscriptions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  sourceId: uuid('source_id').notNull(),
  hub: text('hub').notNull(),
  topic: text('topic').notNull(),
  secret: text('secret').notNull(),
  state: text('state').$type<'asked' | 'on' | 'refused'>().notNull().default('asked'),
  leaseUntil: instant('lease_until'),
  askedAt: instant('asked_at').notNull().defaultNow(),
  deliveredAt: instant('delivered_at'),
})
