import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { BackfillSourceState, BackfillState } from '#domain/backfill.ts'
import type { Words } from '#domain/connector.ts'
import { instant } from './team.ts'

export const backfills = pgTable('backfills', {
  topicId: uuid('topic_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  state: text('state').$type<BackfillState>().notNull().default('running'),
  askedAt: instant('asked_at').notNull(),
  since: instant('since').notNull(),
  storedAt: instant('stored_at'),
  storedId: uuid('stored_id'),
  storedOf: integer('stored_of').notNull().default(0),
  storedTried: integer('stored_tried').notNull().default(0),
  storedFound: integer('stored_found').notNull().default(0),
  storedBackTo: instant('stored_back_to'),
  isStoredDone: boolean('is_stored_done').notNull().default(false),
  nextAt: instant('next_at').notNull().defaultNow(),
  finishedAt: instant('finished_at'),
})

export const backfillSources = pgTable(
  'backfill_sources',
  {
    topicId: uuid('topic_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    state: text('state').$type<BackfillSourceState>().notNull(),
    cursor: jsonb('cursor').$type<unknown>(),
    pages: integer('pages').notNull().default(0),
    found: integer('found').notNull().default(0),
    backTo: instant('back_to'),
    why: jsonb('why').$type<Words>(),
    failuresInRow: integer('failures_in_row').notNull().default(0),
    nextAt: instant('next_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.topicId, table.sourceId] })],
)
