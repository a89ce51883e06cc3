import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnCount } from './heads.ts'
import { expandSeed } from './learn/expand-seed.ts'
import { randomFrom } from './learn/random.ts'
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
