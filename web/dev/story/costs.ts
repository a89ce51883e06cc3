import type { CostReportView } from '#api/contract/report-cost-routes.ts'

const source = (
  id: string,
  given: { name: string; network: string; mentions: number; answers: number; cost: number | null },
) => ({
  ...{ id, ...given },
  perMention: given.cost === null ? null : given.cost / given.mentions,
  perAnswer: given.cost === null ? null : given.cost / given.answers,
})

/** Four weeks of an airline that says what its work costs. */
export const costs: CostReportView = {
  settings: { currency: 'EUR', hourCost: 42, sourceCosts: { a: 99, b: 0 } },
  ...{ days: 28, answers: 2_604, writing: 5_832.4, assist: 41.2, listening: 91.1, perAnswer: 2.29 },
  minutes: { value: 3.2, low: 3, high: 3.4, sample: 1_940, isTooFew: false },
  sources: [
    source('a', { name: 'Bluesky', network: 'bluesky', mentions: 8_420, answers: 1_610, cost: 91.1 }),
    source('b', { name: 'Mastodon', network: 'mastodon', mentions: 3_911, answers: 802, cost: 0 }),
    source('c', {
      name: 'Nieuws over luchtvaart en regionale luchthavens',
      network: 'rss',
      mentions: 1_374,
      answers: 192,
      cost: null,
    }),
  ],
}
export const noCosts: CostReportView = {
  ...costs,
  settings: { currency: 'EUR', hourCost: null, sourceCosts: {} },
  ...{ writing: null, listening: null, perAnswer: null },
}
