import { boolean, jsonb, pgTable, primaryKey, real, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type {
  AlertAgain,
  AlertScopeKind,
  AlertSeen,
  AlertSensitivity,
  AlertSpike,
  AlertState,
  CourseBin,
  FalseAlarmReason,
  ForecastHour,
  SeverityPart,
} from '#domain/alert.ts'
import { instant } from './team.ts'

export const alertSettings = pgTable('alert_settings', {
  workspaceId: uuid('workspace_id').primaryKey(),
  isOn: boolean('is_on').notNull().default(true),
  sensitivity: text('sensitivity').$type<AlertSensitivity>().notNull().default('usual'),
  lookedAt: instant('looked_at'),
  deafSourceIds: uuid('deaf_source_ids').array().notNull().default([]),
})

export const alerts = pgTable('alerts', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  state: text('state').$type<AlertState>().notNull().default('open'),
  beganAt: instant('began_at').notNull(),
  raisedAt: instant('raised_at').notNull(),
  lastAt: instant('last_at').notNull(),
  endedAt: instant('ended_at'),
  severity: smallint('severity').notNull(),
  worstSeverity: smallint('worst_severity').notNull(),
  seen: jsonb('seen').$type<AlertSeen>().notNull(),
  seenNow: jsonb('seen_now').$type<AlertSeen>(),
  severityParts: jsonb('severity_parts').$type<SeverityPart[]>().notNull().default([]),
  course: jsonb('course').$type<CourseBin[]>().notNull().default([]),
  forecast: jsonb('forecast').$type<ForecastHour[]>().notNull().default([]),
  again: jsonb('again').$type<AlertAgain[]>().notNull().default([]),
  isDeaf: boolean('is_deaf').notNull().default(false),
  isGraveTold: boolean('is_grave_told').notNull().default(false),
  seenBy: uuid('seen_by'),
  seenAt: instant('seen_at'),
  refusedBy: uuid('refused_by'),
  refusedAs: text('refused_as').$type<FalseAlarmReason>(),
  note: text('note').notNull().default(''),
})

export const alertScopes = pgTable(
  'alert_scopes',
  {
    alertId: uuid('alert_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    kind: text('kind').$type<AlertScopeKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    beganAt: instant('began_at').notNull(),
    raisedAt: instant('raised_at').notNull(),
    lastAt: instant('last_at').notNull(),
    endedAt: instant('ended_at'),
    spike: jsonb('spike').$type<AlertSpike>().notNull(),
    worst: jsonb('worst').$type<AlertSpike>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.alertId, table.kind, table.subjectId] })],
)

export const expectedPeaks = pgTable('expected_peaks', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  topicIds: uuid('topic_ids').array().notNull().default([]),
  times: real('times'),
  by: uuid('by'),
  createdAt: instant('created_at').notNull(),
})
