import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, json, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Action } from '#domain/action.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { Density } from '#domain/density.ts'
import type { Distribution } from '#domain/distribution.ts'
import type { EventKind } from '#domain/event.ts'
import type { HouseStyle } from '#domain/house-style.ts'
import type { Layout } from '#domain/inbox-layout.ts'
import type { PracticeState, Role } from '#domain/member.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import type { SilenceReason } from '#domain/silence.ts'

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  lang: text('lang').notNull().default('en'),
  theme: text('theme').notNull().default('system'),
  practice: text('practice').$type<PracticeState>().notNull().default('not_offered'),
  keys: jsonb('keys').$type<Record<string, string[]>>().notNull().default({}),
  areLettersOn: boolean('are_letters_on').notNull().default(true),
  density: text('density').$type<Density>().notNull().default('comfortable'),
  opensNext: boolean('opens_next').notNull().default(true),
  layout: text('layout').$type<Layout>().notNull().default('list'),
  /** By workspace. */
  columns: jsonb('columns').$type<Record<string, string[]>>().notNull().default({}),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const sessions = pgTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  token: text('token').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  workspaceId: uuid('workspace_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** How a user proves who they are: a password now, single sign-on later. */
export const signIns = pgTable('sign_ins', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const verifications = pgTable('verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const workspaces = pgTable('workspaces', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  brands: text('brands').array().notNull().default([]),
  undoSeconds: integer('undo_seconds').notNull().default(10),
  promiseMinutes: jsonb('promise_minutes')
    .$type<PromiseMinutes>()
    .notNull()
    .default({ '0': null, '1': 480, '2': 120, '3': 30 }),
  /** Null is always open. */
  openingHours: jsonb('opening_hours').$type<OpeningHours>(),
  /** Decides about what two departments keep handing each other. */
  coordinatorId: uuid('coordinator_id'),
  /** One author who goes on within so many minutes goes on in the same conversation; null never. */
  joinMinutes: integer('join_minutes'),
  /** For how many days after an answer what happens is counted as after it. */
  effectDays: integer('effect_days').notNull().default(14),
  /** Null is no style of its own. */
  houseStyle: jsonb('house_style').$type<HouseStyle>(),
  houseStyleBy: uuid('house_style_by'),
  /** Why nobody answers; null is the set one begins with. */
  silenceReasons: jsonb('silence_reasons').$type<SilenceReason[]>(),
  promiseRules: jsonb('promise_rules').$type<readonly PromiseRule[]>().notNull().default([]),
  promiseVersion: integer('promise_version').notNull().default(1),
  /** So long is kept what nobody answered, and what was answered; null until somebody removes it. */
  unansweredDays: integer('unanswered_days'),
  answeredDays: integer('answered_days'),
  lastConversationNumber: integer('last_conversation_number').notNull().default(0),
  welcomedAt: instant('welcomed_at'),
  /** A demo company. The id says so too, and the database holds one to the other. */
  isDemo: boolean('is_demo').notNull().default(false),
  /** Its name in addresses. Unique in the house; all it ever had stand in `workspaceSlugs`. */
  slug: text('slug').notNull().default(sql`gen_random_uuid()::text`),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** What workspaces are and were called in addresses: an old one leads on. */
export const workspaceSlugs = pgTable('workspace_slugs', {
  slug: text('slug').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  at: instant('at').notNull().defaultNow(),
})

export const members = pgTable('members', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  userId: text('user_id').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  leftAt: instant('left_at'),
  isAway: boolean('is_away').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const departments = pgTable('departments', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  distribution: text('distribution').$type<Distribution>().notNull().default('free'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const departmentMembers = pgTable(
  'department_members',
  {
    workspaceId: uuid('workspace_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** Null is without end. */
    capacity: integer('capacity'),
  },
  (table) => [primaryKey({ columns: [table.departmentId, table.memberId] })],
)

export const invitations = pgTable('invitations', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  email: text('email').notNull(),
  role: text('role').$type<Role>().notNull(),
  departmentIds: uuid('department_ids').array().notNull().default([]),
  tokenHash: text('token_hash').notNull().unique(),
  invitedBy: uuid('invited_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const audit = pgTable('audit', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: uuid('workspace_id').notNull(),
  at: instant('at').notNull().defaultNow(),
  actor: text('actor').notNull(),
  action: text('action').$type<Action>().notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  conversationId: uuid('conversation_id'),
  details: jsonb('details').$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
})

/** What a screen asked with a key of its own, and what it was answered. */
export const askedOnce = pgTable(
  'asked_once',
  {
    workspaceId: uuid('workspace_id').notNull(),
    memberId: uuid('member_id').notNull(),
    key: text('key').notNull(),
    asked: text('asked').notNull(),
    answer: json('answer').$type<unknown>(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.key] })],
)

export const events = pgTable('events', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: uuid('workspace_id').notNull(),
  at: instant('at').notNull().defaultNow(),
  kind: text('kind').$type<EventKind>().notNull(),
  conversationId: uuid('conversation_id'),
  subjectId: text('subject_id').notNull(),
  by: uuid('by'),
})
