import { boolean, customType, integer, json, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import type { Assessment } from '#domain/assessment.ts'
import type { Correction } from '#domain/correction.ts'
import type { PostKind, PostMedia } from '#domain/post.ts'
import type { AuthorMark } from '#domain/risk.ts'
import type { Span } from '#domain/span.ts'
import type { TopicState } from '#domain/topic.ts'
import { instant } from './team.ts'

export const topics = pgTable('topics', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  query: text('query').notNull(),
  state: text('state').$type<TopicState>().notNull().default('on'),
  departmentId: uuid('department_id'),
  purpose: text('purpose').notNull(),
  legalBasis: text('legal_basis').notNull(),
  ownerId: uuid('owner_id'),
  reviewAt: instant('review_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const querySets = pgTable('query_sets', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  name: text('name').notNull(),
  entries: text('entries').array().notNull(),
  revision: integer('revision').notNull().default(1),
  createdAt: instant('created_at').notNull().defaultNow(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** One row for the whole house. */
export const learnedFrequencies = pgTable('learned_frequencies', {
  one: boolean('one').primaryKey().default(true),
  posts: integer('posts').notNull(),
  words: json('words').$type<unknown>().notNull(),
  keptAt: instant('kept_at').notNull(),
})

/** What authors are compared by (`handle_key` and its neighbours) is generated, and asked in SQL only. */
export const authors = pgTable('authors', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  network: text('network').notNull(),
  nativeId: text('native_id').notNull(),
  handle: text('handle').notNull(),
  name: text('name').notNull(),
  url: text('url'),
  avatarUrl: text('avatar_url'),
  bio: text('bio'),
  followers: integer('followers'),
  mark: text('mark').$type<AuthorMark>(),
  personId: uuid('person_id'),
  linkedBy: uuid('linked_by'),
  linkedAt: instant('linked_at'),
  firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** Somebody who speaks on several networks; what they are called there is in their authors. */
export const people = pgTable('people', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** Two that a member said are not the same, the smaller id first. */
export const notSameAuthors = pgTable(
  'not_same_authors',
  {
    workspaceId: uuid('workspace_id').notNull(),
    oneId: uuid('one_id').notNull(),
    otherId: uuid('other_id').notNull(),
    saidBy: uuid('said_by'),
    saidAt: instant('said_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })],
)

/** Whoever was erased, as a fingerprint under the key of the house. */
export const erasedAuthors = pgTable('erased_authors', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  fingerprint: text('fingerprint').notNull(),
  keepsOut: boolean('keeps_out').notNull().default(false),
  erasedBy: uuid('erased_by'),
  erasedAt: instant('erased_at').notNull(),
})

/** The generated column `search` is left out on purpose: it is asked in SQL only, and weighs more than the text. */
export const mentions = pgTable('mentions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  network: text('network').notNull(),
  nativeId: text('native_id').notNull(),
  sourceId: uuid('source_id'),
  authorId: uuid('author_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  kind: text('kind').$type<PostKind>().notNull(),
  url: text('url'),
  parentId: text('parent_id'),
  rootId: text('root_id'),
  ref: jsonb('ref').$type<unknown>(),
  title: text('title'),
  text: text('text').notNull(),
  isCut: boolean('is_cut').notNull().default(false),
  isOwn: boolean('is_own').notNull().default(false),
  lang: text('lang').notNull().default('und'),
  publishedAt: instant('published_at').notNull(),
  heardAt: instant('heard_at').notNull().defaultNow(),
  editedAt: instant('edited_at'),
  deletedAt: instant('deleted_at'),
  recheckAt: instant('recheck_at'),
  links: text('links').array().notNull().default([]),
  media: jsonb('media').$type<PostMedia[]>().notNull().default([]),
  likes: integer('likes'),
  reposts: integer('reposts'),
  replies: integer('replies'),
  rating: real('rating'),
  tags: text('tags').array().notNull().default([]),
  addressed: text('addressed').array().notNull().default([]),
  isFoundLater: boolean('is_found_later').notNull().default(false),
})

export const mentionTopics = pgTable(
  'mention_topics',
  {
    workspaceId: uuid('workspace_id').notNull(),
    mentionId: uuid('mention_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    spans: jsonb('spans').$type<Span[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.mentionId, table.topicId] })],
)

export const mentionVersions = pgTable('mention_versions', {
  id: uuid('id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  mentionId: uuid('mention_id').notNull(),
  text: text('text').notNull(),
  seenUntil: instant('seen_until').notNull().defaultNow(),
})

export const assessments = pgTable('assessments', {
  mentionId: uuid('mention_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  said: jsonb('said').$type<Assessment>().notNull(),
  correction: jsonb('correction').$type<Correction>(),
  correctedBy: uuid('corrected_by'),
  correctedAt: instant('corrected_at'),
  at: instant('at').notNull().defaultNow(),
})

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Kept for three days. Their keys (`print_keys`) are asked in SQL only. */
export const prints = pgTable('prints', {
  mentionId: uuid('mention_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  heardAt: instant('heard_at').notNull(),
  signature: bytes('signature').notNull(),
})
