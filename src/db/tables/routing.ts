import { bigint, boolean, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type {
  RoutingActions,
  RoutingConditions,
  RoutingExample,
  RoutingFiring,
  RoutingRule,
  RoutingRunKind,
  RoutingRunState,
} from '#domain/routing.ts'
import { instant } from './team.ts'

export const routingRules = pgTable('routing_rules', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  isOn: boolean('is_on').notNull().default(true),
  position: integer('position').notNull(),
  conditions: jsonb('conditions').$type<RoutingConditions>().notNull(),
  departmentId: uuid('department_id'),
  memberId: uuid('member_id'),
  actions: jsonb('actions').$type<Omit<RoutingActions, 'departmentId' | 'memberId'>>().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().defaultNow(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

export const routingRuns = pgTable('routing_runs', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  kind: text('kind').$type<RoutingRunKind>().notNull(),
  state: text('state').$type<RoutingRunState>().notNull().default('running'),
  rules: jsonb('rules').$type<RoutingRule[]>().notNull(),
  ruleName: text('rule_name'),
  undoes: uuid('undoes'),
  since: instant('since').notNull(),
  afterNumber: integer('after_number').notNull().default(0),
  ofCount: integer('of_count').notNull().default(0),
  triedCount: integer('tried_count').notNull().default(0),
  movedCount: integer('moved_count').notNull().default(0),
  broughtCount: integer('brought_count').notNull().default(0),
  byHandCount: integer('by_hand_count').notNull().default(0),
  before: jsonb('before').$type<Record<string, number>>().notNull().default({}),
  after: jsonb('after').$type<Record<string, number>>().notNull().default({}),
  examples: jsonb('examples').$type<RoutingExample[]>().notNull().default([]),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at').notNull(),
  nextAt: instant('next_at').notNull(),
  finishedAt: instant('finished_at'),
})

export const routings = pgTable('routings', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  mentionId: uuid('mention_id'),
  runId: uuid('run_id'),
  at: instant('at').notNull(),
  firings: jsonb('firings').$type<RoutingFiring[]>().notNull(),
  fromDepartmentId: uuid('from_department_id'),
  fromOwnerId: uuid('from_owner_id'),
  fromUrgency: smallint('from_urgency').notNull().default(0),
  departmentId: uuid('department_id'),
  ownerId: uuid('owner_id'),
  urgency: smallint('urgency').notNull().default(0),
  takenBackAt: instant('taken_back_at'),
})

export const departmentTurns = pgTable(
  'department_turns',
  {
    workspaceId: uuid('workspace_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    memberId: uuid('member_id').notNull(),
    turn: bigint('turn', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.departmentId, table.memberId] })],
)
