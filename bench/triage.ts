// How fast triage judges on one core: all labels, beside a well-known word counter that gives one figure.
import { parseArgs } from 'node:util'
import { SentimentIntensityAnalyzer } from 'vader-sentiment'
import { assess, judge } from '#triage/assess.ts'
import { expandSeed } from '#triage/learn/expand-seed.ts'
import { randomFrom } from '#triage/learn/random.ts'
import { corpusLanguages, readCorpus } from '#triage/learn/read-corpus.ts'

/**
 * What is measured: 4,000 posts opened from the seeds of the corpus (four languages, their own lengths), judged whole by `judge`:
 * language, sentiment, intent, urgency, anger, sarcasm and spam; then by `assess`, which also says why; and by `vader-sentiment`,
 * which counts English words. They take turns, nine times each; the median counts. The time is that of the processor, all threads of
 * this process together, so that a busy neighbour does not make it slower than it is.
 */
const { values: options } = parseArgs({ options: { json: { type: 'boolean' } } })
const postCount = 4_000
const turns = 9

const random = randomFrom(11)
const languages = corpusLanguages().map(readCorpus)
const posts = Array.from({ length: postCount }, () => {
  const { seeds, fillers } = random.pick(languages)
  return expandSeed(random.pick(seeds).text, fillers, random)
})

const perSecond = (work: (text: string) => unknown): number => {
  const before = process.cpuUsage()
  for (const text of posts) work(text)
  const { user, system } = process.cpuUsage(before)
  return postCount / ((user + system) / 1_000_000)
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const brands = ['Zilvermeeuw']
const labels: number[] = []
const reasons: number[] = []
const theirs: number[] = []
for (let turn = 0; turn < turns; turn += 1) {
  labels.push(perSecond((text) => judge({ text }, { brands })))
  theirs.push(perSecond((text) => SentimentIntensityAnalyzer.polarity_scores(text)))
  reasons.push(perSecond((text) => assess({ text }, { brands })))
}
const figures = {
  postsPerSecond: Math.round(median(labels)),
  ratioToVader: median(labels) / median(theirs),
  withReasonsPerSecond: Math.round(median(reasons)),
}
console.log(
  `${figures.postsPerSecond} posts/s with all labels, ${figures.withReasonsPerSecond} with all reasons as well`,
)
console.log(`vader-sentiment ${Math.round(median(theirs))}: ${figures.ratioToVader.toFixed(2)} × as many`)
if (options.json) console.log(JSON.stringify(figures))
