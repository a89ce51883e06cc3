import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type {
  DeliveryChannel,
  HookKind,
  MailLevel,
  MailSecurity,
  NoticeKind,
  NoticeLevel,
  NoticeLevels,
  Trouble,
} from '#domain/notice.ts'
import { instant } from './team.ts'

export const notices = pgTable('notices', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  memberId: uuid('member_id').notNull(),
  conversationId: uuid('conversation_id'),
  kind: text('kind').$type<NoticeKind>().notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
  level: text('level').$type<NoticeLevel>().notNull().default('nudge'),
  /** The same for all who were told of one thing. */
  happeningId: uuid('happening_id').notNull(),
  at: instant('at').notNull(),
  readAt: instant('read_at'),
  plannedAt: instant('planned_at'),
})

export const noticeSettings = pgTable('notice_settings', {
  memberId: uuid('member_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  /** Only what differs from the usual. */
  levels: jsonb('levels').$type<Partial<NoticeLevels>>().notNull().default({}),
  quietFrom: text('quiet_from'),
  quietTo: text('quiet_to'),
  timeZone: text('time_zone').notNull().default('UTC'),
  isPageHeard: boolean('is_page_heard').notNull().default(true),
  mailFrom: text('mail_from').$type<MailLevel>().notNull().default('page'),
  showsText: boolean('shows_text').notNull().default(false),
  hasDigest: boolean('has_digest').notNull().default(true),
})

export const mutes = pgTable(
  'mutes',
  {
    memberId: uuid('member_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    until: instant('until'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.conversationId] })],
)

export const pushDevices = pgTable('push_devices', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  memberId: uuid('member_id').notNull(),
  name: text('name').notNull(),
  /** Sealed. */
  subscription: text('subscription').notNull(),
  endpointHash: text('endpoint_hash').notNull(),
  trouble: jsonb('trouble').$type<Trouble>(),
  at: instant('at').notNull(),
  sentAt: instant('sent_at'),
})

export const ownKeys = pgTable('own_keys', {
  name: text('name').primaryKey(),
  publicKey: text('public_key').notNull(),
  /** Sealed. */
  privateKey: text('private_key').notNull(),
  at: instant('at').notNull(),
})

export const mailServers = pgTable('mail_servers', {
  workspaceId: uuid('workspace_id').primaryKey(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  security: text('security').$type<MailSecurity>().notNull(),
  username: text('username').notNull().default(''),
  /** Sealed. */
  password: text('password'),
  sender: text('sender').notNull(),
  trouble: jsonb('trouble').$type<Trouble>(),
  sentAt: instant('sent_at'),
})

export const digestTimes = pgTable('digest_times', {
  workspaceId: uuid('workspace_id').primaryKey(),
  hour: text('hour').notNull().default('16:30'),
  timeZone: text('time_zone').notNull(),
})

export const hooks = pgTable('hooks', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<HookKind>().notNull(),
  /** Sealed: who has the address may write there. */
  url: text('url').notNull(),
  host: text('host').notNull(),
  kinds: text('kinds').array().$type<NoticeKind[]>().notNull(),
  departmentId: uuid('department_id'),
  lang: text('lang').$type<'en' | 'nl'>().notNull().default('en'),
  failures: integer('failures').notNull().default(0),
  trouble: jsonb('trouble').$type<Trouble>(),
  stoppedAt: instant('stopped_at'),
  sentAt: instant('sent_at'),
  at: instant('at').notNull(),
})

export const deliveries = pgTable('deliveries', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  channel: text('channel').$type<DeliveryChannel>().notNull(),
  memberId: uuid('member_id'),
  targetId: uuid('target_id').notNull(),
  bundle: text('bundle').notNull(),
  noticeIds: uuid('notice_ids').array().notNull().default([]),
  level: text('level').$type<NoticeLevel>().notNull(),
  state: text('state').$type<'waiting' | 'sending' | 'sent' | 'failed' | 'dropped'>().notNull().default('waiting'),
  /** When it is to be sent; of one being sent, when the claim runs out. */
  dueAt: instant('due_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  claim: uuid('claim'),
  trouble: jsonb('trouble').$type<Trouble>(),
  at: instant('at').notNull(),
  settledAt: instant('settled_at'),
})
