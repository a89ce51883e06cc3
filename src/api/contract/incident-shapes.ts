import { z } from 'zod'
import { sentiments } from '#domain/assessment.ts'
import { conversationStates } from '#domain/conversation.ts'
import { entryKinds, incidentParts, lanes, laneWhys, lineStates, incidentLimits as most } from '#domain/incident.ts'
import { interfaceLanguages } from '#domain/member.ts'
import { playbookKeys } from '#domain/playbook.ts'
import { at, authorShape, id, type Wire } from './shapes.ts'

const person = z.object({ id, name: z.string() }).nullable()
const named = z.object({ id, name: z.string() })
const text = (max: number) => z.string().trim().min(1).max(max)

export const langAsked = z.enum(interfaceLanguages)
export const voiceShape = z.object({ who: text(most.voice), what: text(most.voice) })
export const wordsAsked = z.array(text(most.wordLength)).max(most.words)
export const stepsAsked = z
  .array(
    z.object({
      title: text(most.task),
      who: z.string().trim().max(most.voice).default(''),
      minutes: z.int().min(1).max(most.stepMinutes).nullable().default(null),
    }),
  )
  .min(1)
  .max(most.steps)
export const reviewShape = z.object({
  heard: text(most.review),
  did: text(most.review),
  learned: text(most.review),
})

export const incidentLineShape = z.object({
  id,
  /** INC-3 */
  key: z.string(),
  title: z.string(),
  happening: z.string(),
  state: z.enum(['open', 'closed']),
  isPrivate: z.boolean(),
  lead: person,
  openedAt: at,
  closedAt: at.nullable(),
  nextUpdateAt: at.nullable(),
  tasksOpen: z.int(),
})

const plainIncident = z.object({
  id,
  key: z.string(),
  version: z.int(),
  title: z.string(),
  happening: z.string(),
  state: z.enum(['open', 'closed']),
  isPrivate: z.boolean(),
  alertId: id.nullable(),
  lead: person,
  comms: person,
  people: z.array(named.extend({ part: z.enum(incidentParts) })),
  openedBy: person,
  openedAt: at,
  /** What was said since then about its topics is part of it. */
  beganAt: at,
  closedBy: person,
  closedAt: at.nullable(),
  updateMinutes: z.int().nullable(),
  nextUpdateAt: at.nullable(),
  needsApproval: z.boolean(),
  isStopped: z.boolean(),
  topics: z.array(named),
  /** The newest version of the line first; the newest approved one is the line. */
  lines: z.array(
    z.object({
      number: z.int(),
      text: z.string(),
      state: z.enum(lineStates),
      by: person,
      at,
      settledBy: person,
      settledAt: at.nullable(),
      note: z.string().nullable(),
    }),
  ),
  notToSay: z.array(z.string()),
  notToSayBy: person,
  voices: z.array(z.object({ who: z.string(), what: z.string() })),
  /** `who` and `dueAt` come of the playbook: whose it is, in words, and until when. */
  tasks: z.array(
    z.object({
      ...{ id, title: z.string(), who: z.string(), dueAt: at.nullable() },
      ...{ assignee: person, doneBy: person, doneAt: at.nullable() },
    }),
  ),
  updates: z.array(z.object({ id, kind: z.enum(entryKinds), text: z.string(), by: person, at })),
  mailTo: z.array(z.string()),
  mailsUpdates: z.boolean(),
  /** Letters with the status, by what became of them. */
  letters: z.object({ waiting: z.int(), sent: z.int(), failed: z.int() }),
  playbook: z.string().nullable(),
  review: z.object({ heard: z.string(), did: z.string(), learned: z.string() }).nullable(),
  /**
   * Messages of its conversations in each of the last 48 hours. `expected` is of its searches alone, also before it began: what was heard about them, and
   * between what it lies there nine times in ten. Null where it has no search, or less than a day is known.
   */
  volume: z.array(
    z.object({
      ...{ hour: at, count: z.int() },
      expected: z.object({ heard: z.int(), low: z.int(), middle: z.number(), high: z.int() }).nullable(),
    }),
  ),
})
export const incidentShape = plainIncident.extend({
  /** `work`: I may do what is done in the room. `lead`: also what is for leads. */
  can: z.object({ work: z.boolean(), lead: z.boolean() }),
})

export const lanesShape = z.object({
  lines: z.array(
    z.object({
      id,
      key: z.string(),
      title: z.string(),
      state: z.enum(conversationStates),
      network: z.string(),
      lang: z.string(),
      latestAt: at,
      dueAt: at.nullable(),
      sentiment: z.enum(sentiments),
      author: authorShape.nullable(),
      owner: person,
      text: z.string(),
      isAnswered: z.boolean(),
      lane: z.enum(lanes),
      why: z.enum(laneWhys),
    }),
  ),
  isMore: z.boolean(),
})

export const happeningShape = z.object({
  id: z.int(),
  at,
  by: person,
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** What was written then. */
  text: z.string().nullable(),
  about: person,
  conversation: z.object({ id, key: z.string() }).nullable(),
  isStarred: z.boolean(),
})

export const exportedIncidentShape = z.object({
  incident: plainIncident,
  messages: lanesShape,
  /** Every line of the audit about it, the oldest first. */
  timeline: z.array(happeningShape),
})

/** An incident as it bears on whoever answers in a conversation of it, also when they are not in its room. */
export const incidentOverShape = z.object({
  key: z.string(),
  /** Null where the room is private and not mine. */
  title: z.string().nullable(),
  line: z.object({ number: z.int(), text: z.string() }).nullable(),
  notToSay: z.array(z.string()),
  voices: z.array(z.object({ who: z.string(), what: z.string() })),
})

export const playbookShape = z.object({
  key: z.enum(playbookKeys),
  name: z.string(),
  steps: z.array(z.object({ title: z.string(), who: z.string(), minutes: z.int().nullable() })),
  notToSay: z.array(z.string()),
  /** Changed here. */
  isOurs: z.boolean(),
})

export type IncidentView = Wire<z.infer<typeof incidentShape>>
export type IncidentListLine = Wire<z.infer<typeof incidentLineShape>>
export type LaneLineView = Wire<z.infer<typeof lanesShape>>['lines'][number]
export type HappeningView = Wire<z.infer<typeof happeningShape>>
export type PlaybookView = Wire<z.infer<typeof playbookShape>>
