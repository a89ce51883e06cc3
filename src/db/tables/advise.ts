import { boolean, integer, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Opinion, OpinionState } from '#domain/adviser.ts'
import type { Words } from '#domain/connector.ts'
import { instant } from './team.ts'

/** Where a workspace asks for second opinions. */
export const advisers = pgTable('advisers', {
  workspaceId: uuid('workspace_id').primaryKey(),
  isOn: boolean('is_on').notNull().default(false),
  address: text('address').notNull(),
  model: text('model').notNull(),
  key: text('key'),
  priceIn: numeric('price_in', { mode: 'number' }).notNull().default(0),
  priceOut: numeric('price_out', { mode: 'number' }).notNull().default(0),
  mostPerMonth: numeric('most_per_month', { mode: 'number' }).notNull(),
  onSince: instant('on_since').notNull(),
  problem: jsonb('problem').$type<Words>(),
  closedUntil: instant('closed_until'),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

export const opinions = pgTable('opinions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  mentionId: uuid('mention_id'),
  assessedAt: instant('assessed_at').notNull(),
  state: text('state').$type<OpinionState>().notNull(),
  model: text('model').notNull(),
  question: text('question').notNull(),
  said: jsonb('said').$type<Opinion>(),
  tokensIn: integer('tokens_in').notNull(),
  tokensOut: integer('tokens_out').notNull(),
  isEstimated: boolean('is_estimated').notNull().default(true),
  cost: numeric('cost', { mode: 'number' }).notNull(),
  askedAt: instant('asked_at').notNull(),
})
