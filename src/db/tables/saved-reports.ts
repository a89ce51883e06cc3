import { boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { LetterRhythm, ReportPart, ReportSpan } from '#domain/saved-report.ts'
import { instant } from './team.ts'

export type ReportAsked = {
  span: ReportSpan
  against: 'before' | 'year'
  network: string | null
  departmentId: string | null
  tone: 'negative' | 'neutral' | 'mixed' | 'positive' | 'unsure' | null
}
export type ChosenPart = { part: ReportPart; words: string }
export type LetterPlan = {
  rhythm: LetterRhythm
  onDay: number
  hour: string
  addresses: string[]
  lang: InterfaceLanguage
  linkDays: number
  hasPdf: boolean
}

export const savedReports = pgTable('saved_reports', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  lead: text('lead').notNull(),
  asked: jsonb('asked').$type<ReportAsked>().notNull(),
  parts: jsonb('parts').$type<ChosenPart[]>().notNull(),
  version: integer('version').notNull().default(1),
  madeBy: uuid('made_by'),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
  letters: jsonb('letters').$type<LetterPlan>(),
  lettersAt: instant('letters_at'),
})

export const reportShares = pgTable('report_shares', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  reportId: uuid('report_id').notNull(),
  fromDay: date('from_day').notNull(),
  toDay: date('to_day').notNull(),
  isOfLetter: boolean('is_of_letter').notNull(),
  madeBy: uuid('made_by'),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
  seenCount: integer('seen_count').notNull().default(0),
  seenAt: instant('seen_at'),
})

export const reportLetters = pgTable('report_letters', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  reportId: uuid('report_id').notNull(),
  shareId: uuid('share_id').notNull(),
  address: text('address').notNull(),
  lang: text('lang').$type<InterfaceLanguage>().notNull(),
  hasPdf: boolean('has_pdf').notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  madeAt: instant('made_at').notNull(),
  dueAt: instant('due_at').notNull(),
  settledAt: instant('settled_at'),
  trouble: jsonb('trouble').$type<{ en: string; nl: string }>(),
})
