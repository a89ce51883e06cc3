// The corpus as corpus/README.md promises it: enough of everything, no seed twice, and nothing of the test set among the seeds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intents } from '#domain/assessment.ts'
import { expandSeed } from './expand-seed.ts'
import { randomFrom } from './random.ts'
import { corpusLanguages, readCorpus, readSecondReading, readTestSet } from './read-corpus.ts'

const seedsLeast: Record<string, number> = { nl: 1_500, en: 800, de: 300, fr: 300 }
const testLeast: Record<string, number> = { nl: 250, en: 150, de: 60, fr: 60 }
const anIntentLeast = 100
const alarmLanguages = ['nl', 'en']
const readTwiceLeast = 200
const known = intents.filter((intent) => intent !== 'unsure')

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\{\w+\}/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}|]+/gu, ' ')
    .trim()

test('there are seeds enough of every language and, in Dutch, of every intent', () => {
  assert.deepEqual(corpusLanguages(), ['de', 'en', 'fr', 'nl'])
  for (const lang of corpusLanguages()) {
    const { seeds } = readCorpus(lang)
    assert.ok(seeds.length >= (seedsLeast[lang] ?? 0), `${lang}: ${seeds.length}`)
    assert.ok(readTestSet(lang).length >= (testLeast[lang] ?? 0), `${lang}: ${readTestSet(lang).length} to test`)
    for (const intent of known) {
      const count = seeds.filter(({ labels }) => labels.intent === intent).length
      assert.ok(count >= (lang === 'nl' ? anIntentLeast : 1), `${lang}: ${count} of ${intent}`)
    }
  }
})

const measured = (lang: string) => [
  ...readTestSet(lang),
  ...(alarmLanguages.includes(lang) ? readTestSet(`alarm-${lang}`) : []),
]

test('alarms and near misses stand beside the test set, each about as often as the other', () => {
  for (const lang of alarmLanguages) {
    const set = readTestSet(`alarm-${lang}`)
    const alarms = set.filter(({ labels }) => ['crisis', 'legal_threat'].includes(labels.intent)).length
    assert.ok(
      set.length >= 100 && alarms / set.length > 0.45 && alarms / set.length < 0.6,
      `${lang}: ${alarms} of ${set.length}`,
    )
  }
})

test('no seed stands twice, and none is in the test set', () => {
  const all = corpusLanguages().flatMap((lang) => readCorpus(lang).seeds.map(({ text }) => plain(text)))
  const twice = all.filter((text, at) => all.indexOf(text) !== at)
  assert.deepEqual(twice, [])
  const seeds = new Set(all)
  for (const lang of corpusLanguages())
    for (const { text, id } of measured(lang)) assert.ok(!seeds.has(plain(text)), id)
})

test('every choice of a seed is a whole sentence: no slot and no bracket is left over', () => {
  const random = randomFrom(3)
  for (const lang of corpusLanguages()) {
    const { seeds, fillers } = readCorpus(lang)
    for (const { text } of seeds) {
      const sentence = expandSeed(text, fillers, random)
      assert.doesNotMatch(sentence, /[[\]{}]/u, text)
    }
  }
})

test('a part of the test set was read twice, and the two readings agree', (t) => {
  const first = new Map(
    corpusLanguages().flatMap((lang) => readTestSet(lang).map(({ id = '', labels }) => [id, labels])),
  )
  const second = readSecondReading()
  assert.ok(second.size >= readTwiceLeast, `${second.size}`)
  for (const what of ['sentiment', 'intent', 'urgency', 'isAngry', 'isSarcastic'] as const) {
    const pairs = [...second].map(([id, labels]) => [first.get(id)?.[what], labels[what]] as const)
    const kappa = agreementOf(pairs)
    t.diagnostic(`${what}: kappa ${kappa.toFixed(2)} on ${pairs.length} posts`)
    assert.ok(kappa > 0.7, `${what}: ${kappa}`)
  }
})

/** Agreement beyond chance (J. Cohen, A coefficient of agreement for nominal scales, 1960). */
function agreementOf(pairs: readonly (readonly [unknown, unknown])[]): number {
  const share = (holds: (pair: readonly [unknown, unknown]) => boolean): number =>
    pairs.filter(holds).length / pairs.length
  const agree = share(([a, b]) => a === b)
  const byChance = [...new Set(pairs.flat())].reduce<number>(
    (sum, one) => sum + share(([a]) => a === one) * share(([, b]) => b === one),
    0,
  )
  return (agree - byChance) / (1 - byChance)
}
