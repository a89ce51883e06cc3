import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDelta, type Delta, openDelta } from './delta.ts'
import { explainAll } from './explain-learned.ts'
import { bucketCount } from './features.ts'
import { columnCount } from './heads.ts'
import { expandSeed } from './learn/expand-seed.ts'
import { type Random, randomFrom } from './learn/random.ts'
import { corpusLanguages, readCorpus } from './learn/read-corpus.ts'
import { loadModels } from './load-models.ts'
import { readPost } from './read-post.ts'
import { explain, weigh } from './weigh.ts'

const postsMost = 10_000

test('what every word and finding adds, and where it starts, is the logit: on 10,000 posts', (t) => {
  const models = loadModels()
  const random = randomFrom(7)
  const languages = corpusLanguages().map(readCorpus)
  let worst = 0
  for (let count = 0; count < postsMost; count += 1) {
    const { lang, seeds, fillers } = random.pick(languages)
    const model = models.get(lang)
    assert.ok(model, lang)
    const text = expandSeed(random.pick(seeds).text, fillers, random)
    const post = readPost(text, fillers.brand ?? [], model)
    const logits = weigh(model, post)
    const column = count % columnCount
    const sum = explain(model, post, { [column]: 1 }).reduce((all, { weight }) => all + weight, 0)
    worst = Math.max(worst, Math.abs(sum - (logits[column] as number)))
  }
  t.diagnostic(`${postsMost} posts, largest difference ${worst.toExponential(1)}`)
  assert.ok(worst < 1e-9, `${worst}`)
})

/** Weights for every fourth bucket, as if a workspace had corrected a great deal. */
function someDelta(lang: string, random: Random): Delta {
  const buckets = Uint16Array.from({ length: bucketCount / 4 }, (_, at) => 4 * at)
  const weight = () => random.next() - 0.5
  const weights = Float32Array.from({ length: buckets.length * columnCount }, weight)
  return openDelta(
    { buckets, weights, bias: Float32Array.from({ length: columnCount }, weight) },
    { lang, version: '' },
  )
}

test('with what corrections taught it is still the logit: on 10,000 posts', (t) => {
  const models = loadModels()
  const random = randomFrom(8)
  const languages = corpusLanguages().map((lang) => ({ ...readCorpus(lang), delta: someDelta(lang, random) }))
  let [worst, most] = [0, 0]
  for (let count = 0; count < postsMost; count += 1) {
    const { lang, seeds, fillers, delta } = random.pick(languages)
    const model = models.get(lang)
    assert.ok(model, lang)
    const post = readPost(expandSeed(random.pick(seeds).text, fillers, random), fillers.brand ?? [], model)
    const logits = weigh(model, post)
    const column = count % columnCount
    const without = logits[column] as number
    addDelta(logits, delta, post.features)
    const sum = explainAll({ model, post, delta }, { [column]: 1 }).reduce((all, { weight }) => all + weight, 0)
    worst = Math.max(worst, Math.abs(sum - (logits[column] as number)))
    most = Math.max(most, Math.abs(without - (logits[column] as number)))
  }
  t.diagnostic(`${postsMost} posts, largest difference ${worst.toExponential(1)}, largest change ${most.toFixed(2)}`)
  assert.ok(most > 0.5, 'the corrections must have changed something')
  assert.ok(worst < 1e-9, `${worst}`)
})
