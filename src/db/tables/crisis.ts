import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { EntryKind, IncidentPart, IncidentReview, Lane, LineState, Voice } from '#domain/incident.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { instant } from './team.ts'

export const incidents = pgTable('incidents', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  number: integer('number').notNull(),
  title: text('title').notNull(),
  happening: text('happening').notNull().default(''),
  state: text('state').$type<'open' | 'closed'>().notNull().default('open'),
  isPrivate: boolean('is_private').notNull().default(true),
  alertId: uuid('alert_id'),
  leadId: uuid('lead_id'),
  commsId: uuid('comms_id'),
  openedBy: uuid('opened_by'),
  openedAt: instant('opened_at').notNull(),
  beganAt: instant('began_at').notNull(),
  closedBy: uuid('closed_by'),
  closedAt: instant('closed_at'),
  updateMinutes: integer('update_minutes'),
  nextUpdateAt: instant('next_update_at'),
  isUpdateTold: boolean('is_update_told').notNull().default(false),
  needsApproval: boolean('needs_approval').notNull().default(false),
  topicIds: uuid('topic_ids').array().notNull().default([]),
  storyIds: uuid('story_ids').array().notNull().default([]),
  notToSay: text('not_to_say').array().notNull().default([]),
  notToSayBy: uuid('not_to_say_by'),
  voices: jsonb('voices').$type<Voice[]>().notNull().default([]),
  mailTo: text('mail_to').array().notNull().default([]),
  mailsUpdates: boolean('mails_updates').notNull().default(false),
  playbook: text('playbook'),
  review: jsonb('review').$type<IncidentReview>(),
  version: integer('version').notNull().default(1),
})

export const incidentPeople = pgTable(
  'incident_people',
  {
    incidentId: uuid('incident_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    memberId: uuid('member_id').notNull(),
    part: text('part').$type<IncidentPart>().notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.memberId] })],
)

export const incidentLines = pgTable('incident_lines', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  number: integer('number').notNull(),
  text: text('text').notNull(),
  state: text('state').$type<LineState>().notNull().default('proposed'),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull(),
  settledBy: uuid('settled_by'),
  settledAt: instant('settled_at'),
  note: text('note'),
})

export const incidentTasks = pgTable('incident_tasks', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  assigneeId: uuid('assignee_id'),
  addedBy: uuid('added_by'),
  addedAt: instant('added_at').notNull(),
  doneBy: uuid('done_by'),
  doneAt: instant('done_at'),
  removedAt: instant('removed_at'),
  /** Whose task it is by the playbook, in words. */
  who: text('who').notNull().default(''),
  dueAt: instant('due_at'),
})

export const incidentConversations = pgTable(
  'incident_conversations',
  {
    incidentId: uuid('incident_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    lane: text('lane').$type<Lane>(),
    isOut: boolean('is_out').notNull().default(false),
    placedBy: uuid('placed_by'),
    placedAt: instant('placed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.conversationId] })],
)

export const incidentEntries = pgTable('incident_entries', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  kind: text('kind').$type<EntryKind>().notNull(),
  text: text('text').notNull(),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull(),
})

export const incidentStars = pgTable(
  'incident_stars',
  {
    incidentId: uuid('incident_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    auditId: bigint('audit_id', { mode: 'number' }).notNull(),
    starredBy: uuid('starred_by'),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.auditId] })],
)

export const incidentLetters = pgTable('incident_letters', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  address: text('address').notNull(),
  lang: text('lang').$type<InterfaceLanguage>().notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  dueAt: instant('due_at').notNull(),
  settledAt: instant('settled_at'),
  trouble: jsonb('trouble').$type<{ en: string; nl: string }>(),
})

export const playbooks = pgTable(
  'playbooks',
  {
    workspaceId: uuid('workspace_id').notNull(),
    key: text('key').notNull(),
    lang: text('lang').$type<InterfaceLanguage>().notNull(),
    name: text('name').notNull(),
    steps: text('steps').array().notNull(),
    /** Of each step, by its place: who does it, and within how many minutes. */
    plan: jsonb('plan').$type<{ who: string; minutes: number | null }[]>().notNull().default([]),
    notToSay: text('not_to_say').array().notNull().default([]),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key, table.lang] })],
)
