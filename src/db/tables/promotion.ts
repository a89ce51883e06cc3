import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CommunityRules } from '#domain/promotion/community.ts'
import type { PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { instant } from './team.ts'

export const promotionSettings = pgTable('promotion_settings', {
  workspaceId: uuid('workspace_id').primaryKey(),
  settings: jsonb('settings').$type<Partial<PromotionSettings>>().notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

export const communityRules = pgTable('community_rules', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  network: text('network').notNull(),
  /** Empty is the network itself. */
  place: text('place').notNull(),
  name: text('name').notNull(),
  rules: jsonb('rules').$type<Partial<CommunityRules>>().notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
})

/** What each answer was taken for when it was written. */
export const judgedReplies = pgTable('judged_replies', {
  replyId: uuid('reply_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  departmentId: uuid('department_id'),
  network: text('network').notNull(),
  place: text('place').notNull(),
  placeName: text('place_name').notNull(),
  isPromotional: boolean('is_promotional').notNull(),
  isUnasked: boolean('is_unasked').notNull(),
  hasLink: boolean('has_link').notNull(),
  sketch: integer('sketch').array().notNull().default([]),
  at: instant('at').notNull(),
})
