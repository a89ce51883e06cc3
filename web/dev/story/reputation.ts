import type { MeasureView, ReportMessageView, ReputationView } from '#api/contract/report-shapes.ts'
import { inMinutes } from './moments.ts'
import { baggage, care, press } from './people.ts'

const days = 28
const stormFrom = 21
const dayMs = 86_400_000
const dayOf = (at: number): string => new Date(Date.now() - (days - 1 - at) * dayMs).toISOString().slice(0, 10)

function measure(value: number, reach: number, sample = 412): MeasureView {
  return { value, low: value - reach, high: value + reach, sample, isTooFew: sample < 30 }
}
const nothing: MeasureView = { value: null, low: null, high: null, sample: 0, isTooFew: true }

/** Four weeks at an airline of which the last went badly; written, so that it is the same every time. */
const course = Array.from({ length: days }, (_, i) => {
  const storm = i < stormFrom ? 0 : Math.min(i - stormFrom + 1, 4)
  const quiet = i % 7 > 4 ? 0.7 : 1
  const value = 61 + Math.sin(i / 2.4) * 1.4 - storm * 3.1
  return {
    at: dayOf(i),
    negative: Math.round((82 + (i % 5) * 6 + storm * 74) * quiet),
    neutral: Math.round((180 + (i % 4) * 12 + storm * 20) * quiet),
    mixed: Math.round(14 * quiet),
    positive: Math.round((150 + (i % 6) * 9) * quiet),
    unsure: Math.round(31 * quiet),
    noise: 6,
    score: measure(value, 1.6 + storm * 0.4, 2_900),
    before: i < 6 ? null : 60.4 + Math.cos(i / 3),
  }
})

const names = ['Bagage', 'Vertraging', 'Prijs', 'Cabinepersoneel', 'App']
const points = [-5.2, -1.4, -0.3, 0.6, 0.2]
const nets = [-0.58, -0.41, -0.12, 0.67, null]
const messages = [4_120, 2_260, 1_490, 1_105, 24]

const waits = {
  ...{ answerRate: measure(0.81, 0.02, 3_904), within: measure(0.87, 0.02, 3_611), median: measure(24, 2, 3_162) },
  ...{ mostWait: measure(190, 15, 3_162), medianHeard: measure(19, 2, 3_162), mostWaitHeard: measure(160, 15, 3_162) },
  ...{ evening: measure(0.34, 0.02, 3_904), silent: 94 },
}

export const reputation: ReputationView = {
  period: {
    ...{ from: dayOf(0), to: dayOf(days - 1), days, zone: 'Europe/Amsterdam' },
    before: { from: dayOf(-days), to: dayOf(-1) },
  },
  isCounting: false,
  score: measure(55.2, 1.8, 12_840),
  scoreBefore: measure(61.3, 1.1, 9_120),
  change: { points: -6.1, low: -8.2, high: -4, isClear: true },
  days: course,
  messages: { now: measure(13_705, 0, 13_705), before: measure(9_702, 0, 9_702) },
  reach: { now: measure(8_400_000, 0, 12_000), before: measure(5_100_000, 0, 8_800) },
  waits,
  waitsBefore: { ...waits, median: measure(18, 2, 2_604), within: measure(0.91, 0.02, 2_700) },
  milder: { now: measure(0.63, 0.04, 602), before: measure(0.58, 0.04, 571) },
  promotion: measure(0.04, 0.01, 2_904),
  initiative: measure(0.02, 0.01, 2_904),
  topics: names.map((name, i) => ({
    id: `topic-${i}`,
    name,
    messages: messages[i] ?? 0,
    before: Math.round((messages[i] ?? 0) / (i === 0 ? 3 : 1.1)),
    tones: { negative: 0, neutral: 0, mixed: 0, positive: 0, unsure: 0 },
    net: nets[i] ?? null,
    points: points[i] ?? 0,
    days: course.map(({ negative }) => Math.round(negative / (i + 2))),
    median: measure([31, 19, 21, 34, 24][i] ?? 20, 3, [840, 610, 310, 204, 8][i] ?? 40),
    networks: i === 1 ? ['mastodon'] : ['bluesky', 'mastodon', 'feed'].slice(0, 3 - (i % 3)),
  })),
  voices: [
    ...[
      {
        id: 'us',
        name: '',
        isOurs: true,
        messages: 13_705,
        share: measure(0.52, 0.01),
        before: measure(0.44, 0.01),
        net: -0.1,
      },
    ],
    ...['Oranjewind', 'Kustlijn Air'].map((name, i) => ({
      ...{ id: name, name, isOurs: false, messages: 7_600 - i * 2_500, net: 0.04 },
      ...{ share: measure(0.29 - i * 0.1, 0.01), before: measure(0.33 - i * 0.1, 0.01) },
    })),
  ],
  speed: Array.from({ length: 7 * 24 }, (_, i) => ({ weekday: Math.floor(i / 24), hour: i % 24 }))
    .filter(({ hour }) => hour > 5)
    .map(({ weekday, hour }) => {
      const isOpen = weekday < 5 && hour >= 8 && hour < 18
      const slow = weekday === 3 && hour < 13 ? 30 : 0
      return { weekday, hour, median: measure((isOpen ? 14 : 39) + slow + (hour % 4), 5, isOpen ? 64 : 21) }
    }),
  lines: [
    ...[care, baggage, press].map(({ id, name }, i) => ({ cut: 'department' as const, id, name, scale: 1 + i })),
    { cut: 'network' as const, id: 'bluesky', name: null, scale: 1 },
    { cut: 'network' as const, id: 'mastodon', name: null, scale: 1.4 },
    { cut: 'band' as const, id: '1', name: null, scale: 1.3 },
    { cut: 'band' as const, id: '3', name: null, scale: 0.5 },
  ].map(({ scale, ...line }) => ({
    ...line,
    answerRate: measure(0.9 - scale / 12, 0.03),
    median: measure(Math.round(20 * scale), 4, scale > 2.5 ? 19 : 840),
    within: measure(0.95 - scale / 14, 0.03),
  })),
  works: [
    { strategy: 'apologise', network: 'bluesky', better: measure(0.71, 0.06, 212) },
    { strategy: 'explain', network: 'mastodon', better: measure(0.54, 0.17, 18) },
  ],
  silences: [{ id: 'let-stand', name: 'Laten staan', count: 51 }],
}

const few = (sample: number): MeasureView => measure(40, 22, sample)
/** A small shop in its first week. */
export const fewSaid: ReputationView = {
  ...reputation,
  score: few(9),
  scoreBefore: nothing,
  change: null,
  days: course.map((day, i) => ({
    ...{ ...day, negative: i % 9 === 8 ? 1 : 0, neutral: 0, mixed: 0, positive: i % 7 === 6 ? 1 : 0, unsure: 0 },
    ...{ score: i < 6 ? nothing : few(3), before: null },
  })),
  messages: { now: measure(9, 0, 9), before: measure(0, 0, 0) },
  waits: { ...waits, median: few(4), within: nothing },
  waitsBefore: { ...waits, median: nothing, within: nothing },
  milder: { now: nothing, before: nothing },
  topics: reputation.topics.slice(4),
  ...{ voices: [], speed: [], works: [], silences: [], lines: [] },
}
export const nothingSaid: ReputationView = {
  ...fewSaid,
  messages: { now: measure(0, 0, 0), before: measure(0, 0, 0) },
}

export const counted: ReportMessageView[] = Array.from({ length: 8 }, (_, i) => ({
  id: `m${i}`,
  conversationId: `c${i}`,
  number: 4_182 - i,
  network: i % 2 ? 'mastodon' : 'bluesky',
  at: inMinutes(-40 * (i + 1)),
  author: i === 5 ? '' : (['Els de Wit', 'Bas Kooiman', 'Quinten'][i % 3] ?? ''),
  text: i === 5 ? '' : 'Drie uur bij band 7 gestaan en nog steeds geen koffer. @zilvermeeuw waar blijft hij?',
  tone: i % 3 === 2 ? 'neutral' : 'negative',
}))
