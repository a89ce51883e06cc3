// How fast triage judges on one core: all labels with their reasons, beside a well-known word counter that gives one figure.
import { parseArgs } from 'node:util'
import { SentimentIntensityAnalyzer } from 'vader-sentiment'
import { assess } from '#triage/assess.ts'
import { expandSeed } from '#triage/learn/expand-seed.ts'
import { randomFrom } from '#triage/learn/random.ts'
import { corpusLanguages, readCorpus } from '#triage/learn/read-corpus.ts'

/**
 * What is measured: 4,000 posts opened from the seeds of the corpus (four languages, their own lengths), judged whole by `assess`:
 * language, sentiment, intent, urgency, anger, sarcasm and spam with the reasons of each; and the same posts by `vader-sentiment`,
 * which counts English words. Both take turns, five times each; the median counts.
 */
const { values: options } = parseArgs({ options: { json: { type: 'boolean' } } })
const postCount = 4_000
const turns = 5

const random = randomFrom(11)
const languages = corpusLanguages().map(readCorpus)
const posts = Array.from({ length: postCount }, () => {
  const { seeds, fillers } = random.pick(languages)
  return expandSeed(random.pick(seeds).text, fillers, random)
})

const perSecond = (judge: (text: string) => unknown): number => {
  const began = performance.now()
  for (const text of posts) judge(text)
  return postCount / ((performance.now() - began) / 1_000)
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ours: number[] = []
const theirs: number[] = []
for (let turn = 0; turn < turns; turn += 1) {
  ours.push(perSecond((text) => assess({ text }, { brands: ['Zilvermeeuw'] })))
  theirs.push(perSecond((text) => SentimentIntensityAnalyzer.polarity_scores(text)))
}
const figures = { postsPerSecond: Math.round(median(ours)), ratioToVader: median(ours) / median(theirs) }
console.log(
  `${figures.postsPerSecond} posts/s with all labels and reasons; vader-sentiment ${Math.round(median(theirs))}`,
)
console.log(`${figures.ratioToVader.toFixed(2)} × as many as vader-sentiment`)
if (options.json) console.log(JSON.stringify(figures))
