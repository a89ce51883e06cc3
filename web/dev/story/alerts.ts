import type {
  AlertSettingsView,
  AlertsView,
  AlertView,
  ExpectedPeakView,
  ListedAlertView,
} from '#api/contract/alert-shapes.ts'
import { day, hour, inMinutes } from './moments.ts'
import { noor, sanne } from './people.ts'
import { rows } from './rows.ts'

const of = ({ id, name }: { id: string; name: string }) => ({ id, name })
const quarter = 15
const topic = { id: 'belts', name: 'Bagage op Schiphol' }
const seen = {
  ...{ windowMinutes: 120, people: 11, expected: 1.2, all: 14, usualShare: 0.17 },
  ...{ logChance: -6.4, logShareChance: -4.1 },
}

const listed: ListedAlertView = {
  ...{ id: 'alert', state: 'open', severity: 7, worstSeverity: 8, seen },
  scopes: [
    { kind: 'topic', ...topic, isStill: true },
    { kind: 'source', id: 'bluesky', name: 'Bluesky', isStill: true },
  ],
  why: {
    en: 'Eleven people said something bad about “Bagage op Schiphol” in two hours, where one is usual.',
    nl: 'Elf mensen zeiden in twee uur iets negatiefs over “Bagage op Schiphol”, waar er één gewoon is.',
  },
  ...{ beganAt: inMinutes(-130), raisedAt: inMinutes(-70), lastAt: inMinutes(-4), endedAt: null },
  ...{ seenBy: null, seenAt: null, falseAlarm: null, incident: null, isDeaf: false, again: [] },
}
export const alertOpen = listed
export const alertAgain: ListedAlertView = {
  ...listed,
  again: [{ overAt: inMinutes(-7 * hour), at: inMinutes(-70) }],
  ...{ beganAt: inMinutes(-11 * hour), raisedAt: inMinutes(-10 * hour) },
}

/** A day as any other until two hours ago. */
const heard = [3, 2, 4, 6, 5, 7, 9, 8]
const course = Array.from({ length: 48 }, (_, i) => {
  const people = i < 40 ? Number(i % 7 === 3) : (heard[i - 40] ?? 0)
  const expected = 0.15 + (i % 12) / 80
  return { at: inMinutes((i - 48) * quarter), people, all: people + (i % 3), expected, low: 0, high: 1 }
})
const forecast = [
  { from: inMinutes(0), until: inMinutes(hour), low: 14, middle: 27, high: 49 },
  { from: inMinutes(hour), until: inMinutes(2 * hour), low: 9, middle: 24, high: 61 },
  { from: inMinutes(2 * hour), until: inMinutes(3 * hour), low: 5, middle: 19, high: 70 },
]

export const alertKnown: AlertView = {
  ...listed,
  severityNow: {
    level: 7,
    parts: [
      { part: 'unlikely', figure: -6.4, factor: 0.8, weight: 0.35 },
      { part: 'negative', figure: 0.79, factor: 0.72, weight: 0.25 },
      { part: 'fast', figure: 1.4, factor: 0.55, weight: 0.2 },
      { part: 'reach', figure: 48_200, factor: 0.61, weight: 0.2 },
    ],
  },
  seenNow: seen,
  course,
  forecast,
  holds: [{ kind: 'topic', ...topic, people: 11 }],
  messages: rows.slice(0, 6).map((row, at) => ({
    ...{ mentionId: `mention-${row.id}`, conversationId: row.id, key: row.key, network: row.network, lang: row.lang },
    ...{ author: row.author?.name ?? '', followers: [12_400, 3_100, 240, null][at] ?? 80 },
    ...{ text: row.excerpt.text, sentiment: 'negative', publishedAt: row.latestAt },
  })),
  topics: [topic],
}

const over: ListedAlertView = {
  ...listed,
  ...{ id: 'over', state: 'over', worstSeverity: 5, seenBy: of(noor), seenAt: inMinutes(-9 * day) },
  ...{ beganAt: inMinutes(-9 * day), raisedAt: inMinutes(-9 * day + 40), endedAt: inMinutes(-9 * day + 5 * hour) },
  scopes: [{ kind: 'whole', id: null, name: null, isStill: false }],
  why: {
    en: 'Nineteen people said something bad about you in four hours, where five are usual.',
    nl: 'Negentien mensen zeiden in vier uur iets negatiefs over jullie, waar er vijf gewoon zijn.',
  },
  incident: { id: 'older', key: 'INC-26', state: 'closed' },
}
const refused: ListedAlertView = {
  ...listed,
  ...{ id: 'refused', state: 'false_alarm', worstSeverity: 3, raisedAt: inMinutes(-3 * day) },
  falseAlarm: { reason: 'one_group', note: 'De fanclub van de oude livrei.', by: of(sanne) },
}

export const alertsCalm: AlertsView = {
  ...{ open: [], recent: [refused, over], isOn: true, lookedAt: inMinutes(-2) },
  listening: { isDeaf: false, sources: [] },
}
export const alertsOpen: AlertsView = { ...alertsCalm, open: [listed] }
export const alertsDeaf: AlertsView = {
  ...alertsCalm,
  listening: { isDeaf: true, sources: [{ id: 'bluesky', name: 'Bluesky', since: inMinutes(-50) }] },
}

export const alertSettings: AlertSettingsView = { isOn: true, sensitivity: 'usual' }
export const expectedPeaks: ExpectedPeakView[] = [
  {
    ...{ id: 'sale', name: 'Zomeractie: retour Lissabon voor 79 euro', topics: [], times: 4, by: of(noor) },
    ...{ startsAt: inMinutes(2 * day), endsAt: inMinutes(5 * day), createdAt: inMinutes(-day) },
  },
  {
    ...{ id: 'strike', name: 'Aangekondigde staking van het grondpersoneel', times: null, by: of(sanne) },
    ...{ topics: [topic], startsAt: inMinutes(-2 * hour), endsAt: inMinutes(8 * hour), createdAt: inMinutes(-2 * day) },
  },
]
