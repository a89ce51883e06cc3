import { customType, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Label } from '#domain/assessment.ts'
import type { StruckReason, saidKinds } from '#domain/correction.ts'
import type { deltaStates, HeadFigures, WordWeight } from '#domain/learned.ts'
import { instant } from './team.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const corrections = pgTable('corrections', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  mentionId: uuid('mention_id').notNull(),
  kind: text('kind').$type<(typeof saidKinds)[number]>().notNull(),
  label: text('label').$type<Label>().notNull(),
  value: text('value'),
  reason: jsonb('reason').$type<StruckReason>(),
  said: text('said').notNull(),
  saidBy: text('said_by').notNull(),
  by: uuid('by'),
  at: instant('at').notNull(),
  takenBackBy: uuid('taken_back_by'),
  takenBackAt: instant('taken_back_at'),
})

export const deltaVersions = pgTable('delta_versions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  lang: text('lang').notNull(),
  nth: integer('nth').notNull(),
  version: text('version').notNull(),
  model: text('model').notNull(),
  state: text('state').$type<(typeof deltaStates)[number]>().notNull(),
  corrections: integer('corrections').notNull(),
  agreed: integer('agreed').notNull(),
  figures: jsonb('figures').$type<HeadFigures[]>().notNull(),
  words: jsonb('words').$type<WordWeight[]>().notNull(),
  weights: bytea('weights'),
  madeAt: instant('made_at').notNull(),
  rolledBackBy: uuid('rolled_back_by'),
  rolledBackAt: instant('rolled_back_at'),
})
