/** Something unusual and bad is being said: found by the rules of docs/spikes.md, judged by people. */
export const alertStates = ['open', 'over', 'false_alarm'] as const
export type AlertState = (typeof alertStates)[number]

/** Where it is unusual: in all that is said of us, in one search, on one source, in one story. From wide to narrow. */
export const alertScopeKinds = ['whole', 'topic', 'source', 'story'] as const
export type AlertScopeKind = (typeof alertScopeKinds)[number]

/** How surely it must be unusual before anybody is told. `calm` tells the fewest, `watchful` the most. */
export const alertSensitivities = ['calm', 'usual', 'watchful'] as const
export type AlertSensitivity = (typeof alertSensitivities)[number]

/** Why a member says that it was none; it teaches that such hours are usual. */
export const falseAlarmReasons = ['expected', 'not_about_us', 'not_bad', 'one_group', 'other'] as const
export type FalseAlarmReason = (typeof falseAlarmReasons)[number]

/** What `src/crisis/look-for-spike.ts` found, as it is kept. */
export type AlertSpike = {
  windowMinutes: number
  count: number
  expected: number
  all: number
  logChance: number
  logShareChance: number
  logAll: number
}

/** What was seen in one stretch of time: people, each once a day, not messages. */
export type AlertSeen = {
  /** The stretch that says it most clearly; it ends at the look. */
  windowMinutes: number
  /** People who wrote something grave, and how many are usual in such a stretch at that hour. */
  people: number
  expected: number
  /** People who wrote anything. */
  all: number
  /** The share of grave ones that is usual. */
  usualShare: number
  /** Base 10: −6 is once in a million looks. */
  logChance: number
  logShareChance: number
}

/** What was over showed again in the same place, and was told once more. */
export type AlertAgain = { overAt: string; at: string }

/** The factors of the severity (`weighAlert`), each from 0 to 1, and what each was read from. */
export const severityParts = ['unlikely', 'negative', 'fast', 'reach'] as const
export type SeverityPartName = (typeof severityParts)[number]
export type SeverityPart = {
  part: SeverityPartName
  /** `unlikely`: the base-10 logarithm of the chance; `negative`: the share of grave ones; `fast`: doublings an hour; `reach`: followers. Null: not known. */
  figure: number | null
  factor: number
  weight: number
}
export type Severity = { level: number; parts: SeverityPart[] }

/** From this severity on an alert pages. */
export const graveFrom = 7

/** One bar of the picture: a quarter of an hour from `at`, with the band in which nine of ten such quarters lie. */
export type CourseBin = { at: string; people: number; all: number; expected: number; low: number; high: number }
/** People who will write something grave in that hour; eight of ten times between `low` and `high`. */
export type ForecastHour = { from: string; until: string; low: number; middle: number; high: number }

export const alertLimits = {
  reason: 1_000,
  recent: 50,
  messages: 12,
  peakName: 120,
  peakDays: 31,
  peaks: 200,
  peakTimesMax: 100,
  topics: 20,
} as const
