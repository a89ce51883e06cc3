import { z } from 'zod'
import { sentiments } from '#domain/assessment.ts'
import { backfillSourceStates, backfillStates } from '#domain/backfill.ts'
import { sourceStates } from '#domain/source.ts'
import { topicStates } from '#domain/topic.ts'
import { at, id, limitShape, namedShape, span, type Wire, words } from './basic-shapes.ts'

export const problemShape = z.object({
  code: z.string(),
  /** In the text of the query, end exclusive. */
  start: z.int(),
  end: z.int(),
  words,
  suggestion: z.string().optional(),
})

/** A post that would match, or did: what the samples on the listening screens show. Not necessarily stored. */
export const sampleShape = z.object({
  network: z.string(),
  nativeId: z.string(),
  url: z.string().nullable(),
  author: z.object({ name: z.string(), handle: z.string(), avatarUrl: z.string().nullable() }),
  text: z.string(),
  spans: z.array(span),
  sentiment: z.enum(sentiments).nullable(),
  /** As triage or a colleague judged it. */
  isSpam: z.boolean(),
  lang: z.string().nullable(),
  publishedAt: at,
})

/** A message of the sample with the places in the query that let it in. */
export const checkedSampleShape = sampleShape.extend({
  clauses: z.array(span),
  /** The query without those at `cuts`, which lets this message in no more; null where that leaves nothing to ask for. */
  without: z.object({ query: z.string(), cuts: z.array(span) }).nullable(),
})

/** Of a thousand messages so many make us look closer, and the commonest of the words that do it. */
export const costShape = z.object({
  perThousand: z.int(),
  words: z.array(z.object({ text: z.string(), perThousand: z.int() })),
})

/** A message that a query does not match, but for one part of it. */
export const nearlySampleShape = sampleShape.extend({
  nearly: z.object({
    /** It says so in another form, case or order; it holds what is excluded, too; or it lacks one part. */
    kind: z.enum(['otherwise', 'excluded', 'missing']),
    /** That part, in the text of the query. */
    at: span,
  }),
})

/** How far a search has looked back at what was said before it was made, or what came of it. */
export const backfillShape = z.object({
  state: z.enum(backfillStates),
  /** How far back the networks are asked. */
  since: at,
  /** Of the messages we have for other searches so many were tried. */
  stored: z.object({ of: z.int(), tried: z.int(), isDone: z.boolean() }),
  found: z.int(),
  /** The oldest message that was found. */
  backTo: at.nullable(),
  sources: z.array(
    z.object({
      network: z.string(),
      name: z.string(),
      state: z.enum(backfillSourceStates),
      found: z.int(),
      backTo: at.nullable(),
      /** Why it cannot, why it waits, or what such a search leaves out. */
      why: words.nullable(),
    }),
  ),
  finishedAt: at.nullable(),
})

export const topicShape = z.object({
  id,
  name: z.string(),
  query: z.string(),
  /** The query as a sentence. */
  says: words,
  state: z.enum(topicStates),
  department: namedShape.nullable(),
  purpose: z.string(),
  legalBasis: z.string(),
  reviewAt: at,
  /** Mentions in the last 7 days, per day, oldest first. */
  perDay: z.array(z.int()),
  mentionCount: z.int(),
  /** Of a thousand messages so many have a word that makes us look at it: what it costs. Null: it is not listened for. */
  triedPerThousand: z.int().nullable(),
  /** The last time it looked back; null when it never did. */
  backfill: backfillShape.nullable(),
  createdAt: at,
})

/** A named list: `set:name` in a search. */
export const setShape = z.object({
  id,
  name: z.string(),
  entries: z.array(z.string()),
  /** The searches that ask for it, paused ones too. */
  usedBy: z.array(namedShape),
  changedAt: at,
})

const partsShape = z.object({
  groups: z.array(z.array(z.string())),
  excluded: z.array(z.string()),
  languages: z.array(z.string()),
  networks: z.array(z.string()),
})

export const queryCheckShape = z.object({
  isValid: z.boolean(),
  errors: z.array(problemShape),
  warnings: z.array(problemShape),
  says: words.nullable(),
  /** The query as a sentence with places to fill in; null when it says more than such a sentence can. */
  parts: partsShape.nullable(),
  /** At most 20 stored mentions of the last seven days that it matches, evenly spread over them, newest first. */
  sample: z.array(checkedSampleShape),
  /** How many of how many stored mentions since then match. At most 2,000 are tried. */
  matched: z.int(),
  of: z.int(),
  since: at.nullable(),
  /** What to expect a day, and between which numbers in 95 of 100 such weeks; null while we listen too short to say. */
  perDay: z.object({ expected: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** How many matched in each day of that time, the oldest first; the last is the day until now. */
  days: z.array(z.int()),
  bySource: z.array(z.object({ name: z.string(), matched: z.int(), of: z.int() })),
  /** A few that it does not match, but for one part. */
  nearly: z.array(nearlySampleShape),
  /** What it would cost; null when it does not read. */
  cost: costShape.nullable(),
})

/** A search that makes more work than most, for administrators. */
export const dearTopicShape = costShape.extend({ topic: namedShape, owner: namedShape.nullable() })

/** What a network has for a query, before it is saved. */
export const sourceSampleShape = z.object({
  network: z.string(),
  name: z.string(),
  /** False: it was not asked, or did not answer. */
  isSearched: z.boolean(),
  /** Why not; or what such a search leaves out. */
  why: words.nullable(),
  matched: z.int(),
  of: z.int(),
  since: at.nullable(),
  perDay: z.number().nullable(),
  sample: z.array(checkedSampleShape),
  nearly: z.array(nearlySampleShape),
})

export const sourceShape = z.object({
  id,
  connector: z.string(),
  connectorName: z.string(),
  name: z.string(),
  settings: z.unknown(),
  listensTo: z.enum(['settings', 'account']),
  state: z.enum(sourceStates),
  health: z.enum(['live', 'quiet', 'behind', 'failing', 'reconnect', 'refused', 'paused', 'starting']),
  /** Why it does not go well, and what to do. */
  failure: z.object({ kind: z.string(), why: words, since: z.string(), until: z.string().nullable() }).nullable(),
  lastHeardAt: at.nullable(),
  lastSuccessAt: at.nullable(),
  delayMs: z.int().nullable(),
  nextAt: at.nullable(),
  isStream: z.boolean(),
  heardCount: z.int(),
  keptCount: z.int(),
  gaps: z.array(z.object({ fromAt: at, toAt: at, why: words, filledAt: at.nullable() })),
  unreadables: z.array(z.object({ at, why: words, sample: z.string() })),
  createdAt: at,
})

/** One field of a form that is drawn from a connector's schema. */
export const fieldShape = z.object({
  name: z.string(),
  kind: z.enum(['text', 'url', 'secret', 'list', 'number', 'boolean', 'choice']),
  label: words,
  help: words.nullable(),
  example: z.string().nullable(),
  isRequired: z.boolean(),
  choices: z.array(z.string()).nullable(),
  initial: z.unknown(),
})

export const connectorShape = z.object({
  id: z.string(),
  name: z.string(),
  about: words,
  sourceForm: z.array(fieldShape),
  accountForm: z.array(fieldShape).nullable(),
  can: z.object({
    stream: z.boolean(),
    reply: z.boolean(),
    like: z.boolean(),
    notifications: z.boolean(),
    /** Its past can be searched. */
    search: z.boolean(),
  }),
  limits: limitShape.nullable(),
})

export const triedShape = z.object({
  isWorking: z.boolean(),
  says: words,
  /** What the place calls itself: a name for the source. */
  name: z.string().nullable(),
  sample: z.array(sampleShape),
})

export type TopicView = Wire<z.infer<typeof topicShape>>
export type BackfillView = Wire<z.infer<typeof backfillShape>>
export type SetView = Wire<z.infer<typeof setShape>>
export type SourceView = Wire<z.infer<typeof sourceShape>>
export type ConnectorView = Wire<z.infer<typeof connectorShape>>
export type FieldView = Wire<z.infer<typeof fieldShape>>
export type Sample = Wire<z.infer<typeof sampleShape>>
export type CheckedSample = Wire<z.infer<typeof checkedSampleShape>>
export type NearlySample = Wire<z.infer<typeof nearlySampleShape>>
export type SourceSampleView = Wire<z.infer<typeof sourceSampleShape>>
export type DearTopicView = Wire<z.infer<typeof dearTopicShape>>
export type CostView = Wire<z.infer<typeof costShape>>
export type QueryCheck = Wire<z.infer<typeof queryCheckShape>>
