import { z } from 'zod'
import { alertScopeKinds, alertSensitivities, alertStates, falseAlarmReasons, severityParts } from '#domain/alert.ts'
import { sentiments } from '#domain/assessment.ts'
import { at, id, namedShape, personShape, type Wire, words } from './basic-shapes.ts'

const person = personShape.nullable()

/** Where it is unusual. `name` is null for all that is said of us, and for what is not here any more. */
export const alertScopeShape = z.object({
  kind: z.enum(alertScopeKinds),
  id: id.nullable(),
  name: z.string().nullable(),
  /** At the last look it still was. */
  isStill: z.boolean(),
})

export const alertSeenShape = z.object({
  windowMinutes: z.int(),
  people: z.int(),
  expected: z.number(),
  all: z.int(),
  usualShare: z.number(),
  logChance: z.number(),
  logShareChance: z.number(),
})

export const severityShape = z.object({
  /** 1 to 10. */
  level: z.int(),
  parts: z.array(
    z.object({
      part: z.enum(severityParts),
      figure: z.number().nullable(),
      factor: z.number(),
      weight: z.number(),
    }),
  ),
})

export const listedAlertShape = z.object({
  id,
  state: z.enum(alertStates),
  /** The widest first: that one explains the others. */
  scopes: z.array(alertScopeShape),
  /** At the last look, and how bad it was at its worst. */
  severity: z.int(),
  worstSeverity: z.int(),
  /** Of the stretch that told it most clearly at its worst, since it was told the last time. */
  seen: alertSeenShape,
  /** The same in one sentence. */
  why: words,
  /** When the first of it was said; when it was told; when it was last unusual; when it was over. */
  beganAt: at,
  raisedAt: at,
  lastAt: at,
  endedAt: at.nullable(),
  /** When it was over, and flared up again after all; the last one last. */
  again: z.array(z.object({ overAt: z.string(), at: z.string() })),
  seenBy: person,
  seenAt: at.nullable(),
  falseAlarm: z.object({ reason: z.enum(falseAlarmReasons), note: z.string(), by: person }).nullable(),
  /** The room that was opened from it, where one may enter it. */
  incident: z.object({ id, key: z.string(), state: z.enum(['open', 'closed']) }).nullable(),
  /** It went quiet, but a source does not answer: nobody can say that it is over. */
  isDeaf: z.boolean(),
})

const listeningShape = z.object({
  /** A quiet line is not a calm line. */
  isDeaf: z.boolean(),
  sources: z.array(z.object({ id, name: z.string(), since: at.nullable() })),
})

export const alertsShape = z.object({
  open: z.array(listedAlertShape),
  /** Over, or no alarm after all; the newest first. */
  recent: z.array(listedAlertShape),
  isOn: z.boolean(),
  /** Everything up to here was looked at; null before the first look. */
  lookedAt: at.nullable(),
  listening: listeningShape,
})

export const courseBinShape = z.object({
  /** A quarter of an hour from here. */
  at: z.string(),
  people: z.int(),
  all: z.int(),
  /** Nine of ten such quarters lie between `low` and `high`. */
  expected: z.number(),
  low: z.int(),
  high: z.int(),
})

export const forecastHourShape = z.object({
  from: z.string(),
  until: z.string(),
  /** Eight of ten times between `low` and `high`. */
  low: z.number(),
  middle: z.number(),
  high: z.number(),
})

/** Which searches, sources and stories the grave messages of it are from; one message may be in several. */
const holdsShape = z.object({ kind: z.enum(alertScopeKinds), id, name: z.string(), people: z.int() })

export const alertShape = listedAlertShape.extend({
  severityNow: severityShape,
  /** What was seen at the last look; null once nothing unusual is left. */
  seenNow: alertSeenShape.nullable(),
  course: z.array(courseBinShape),
  /** The next hours; none once it is over, or where too little was said. */
  forecast: z.array(forecastHourShape),
  holds: z.array(holdsShape),
  /** Those of most reach first. */
  messages: z.array(
    z.object({
      mentionId: id,
      conversationId: id,
      /** WH-12 */
      key: z.string(),
      network: z.string(),
      author: z.string(),
      followers: z.int().nullable(),
      lang: z.string(),
      text: z.string(),
      sentiment: z.enum(sentiments),
      publishedAt: at,
    }),
  ),
  /** With what an incident opened from it would begin. */
  topics: z.array(namedShape),
})

export const expectedPeakShape = z.object({
  id,
  name: z.string(),
  startsAt: at,
  endsAt: at,
  topics: z.array(namedShape),
  times: z.number().nullable(),
  by: person,
  createdAt: at,
})

export const alertSettingsShape = z.object({ isOn: z.boolean(), sensitivity: z.enum(alertSensitivities) })

export type AlertsView = Wire<z.output<typeof alertsShape>>
export type ListedAlertView = Wire<z.output<typeof listedAlertShape>>
export type AlertView = Wire<z.output<typeof alertShape>>
export type ExpectedPeakView = Wire<z.output<typeof expectedPeakShape>>
export type AlertSettingsView = Wire<z.output<typeof alertSettingsShape>>
