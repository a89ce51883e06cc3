import { bigint, date, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { instant } from './team.ts'

/** Counted in numbers of JavaScript: a workspace has fewer messages than those can say exactly. */
const whole = (name: string) => bigint(name, { mode: 'number' })

const counted = {
  workspaceId: uuid('workspace_id').notNull(),
  topicId: uuid('topic_id').notNull(),
  network: text('network').notNull(),
  sourceId: uuid('source_id').notNull(),
  departmentId: uuid('department_id').notNull(),
  negative: integer('negative').notNull(),
  neutral: integer('neutral').notNull(),
  mixed: integer('mixed').notNull(),
  positive: integer('positive').notNull(),
  unsure: integer('unsure').notNull(),
  noise: integer('noise').notNull(),
  reach: whole('reach').notNull(),
  reachKnown: integer('reach_known').notNull(),
  weight: whole('weight').notNull(),
  pull: whole('pull').notNull(),
}

/** Marks that hours have to be counted anew. Written by triggers only. */
export const figureMarks = pgTable('figure_marks', {
  id: whole('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  hour: instant('hour').notNull(),
})

export const figureHours = pgTable(
  'figure_hours',
  { ...counted, at: timestamp('at', { mode: 'string' }).notNull() },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.at, table.topicId, table.network, table.sourceId, table.departmentId],
    }),
  ],
)

export const figureDays = pgTable(
  'figure_days',
  { ...counted, at: date('at', { mode: 'string' }).notNull() },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.at, table.topicId, table.network, table.sourceId, table.departmentId],
    }),
  ],
)

export const figureWaits = pgTable(
  'figure_waits',
  {
    workspaceId: uuid('workspace_id').notNull(),
    at: timestamp('at', { mode: 'string' }).notNull(),
    network: text('network').notNull(),
    sourceId: uuid('source_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    band: smallint('band').notNull(),
    outcome: text('outcome').$type<'answer' | 'elsewhere' | 'silence' | 'open'>().notNull(),
    promise: text('promise').$type<'kept' | 'broken' | 'runs' | 'none'>().notNull(),
    publishedMinutes: integer('published_minutes').notNull(),
    heardMinutes: integer('heard_minutes').notNull(),
    /** Of what they wrote first, sorted; a wait of several topics is one. */
    topicIds: uuid('topic_ids').array().notNull().default([]),
    waits: integer('waits').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.at,
        table.network,
        table.sourceId,
        table.departmentId,
        table.band,
        table.outcome,
        table.promise,
        table.publishedMinutes,
        table.heardMinutes,
        table.topicIds,
      ],
    }),
  ],
)
