import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnCount, heads } from '#triage/heads.ts'
import { packModel, readModel } from '#triage/model.ts'
import { readPost } from '#triage/read-post.ts'
import { signalCount } from '#triage/signals.ts'
import { columnFor } from '#triage/weigh.ts'
import { linesFor } from './calibrate.ts'
import { trainPrior, unpackPrior } from './prior.ts'
import { type Corpus, readCorpus } from './read-corpus.ts'
import { logitsOf } from './train-heads.ts'
import { trainModel } from './train-model.ts'

const some = 120

function firstOf(count: number): Corpus {
  const corpus = readCorpus('fr')
  return { ...corpus, seeds: corpus.seeds.slice(0, count) }
}

test('the same seeds give the same bytes, and the file gives back what was learned', () => {
  const few = firstOf(some)
  const [first, second] = [packModel(trainModel(few)), packModel(trainModel(few))]
  assert.equal(Buffer.compare(first, second), 0)
  const model = readModel(first)
  assert.equal(Buffer.compare(packModel(model), first), 0)
  const other = packModel(trainModel(firstOf(some - 1)))
  assert.notEqual(readModel(other).version, model.version, 'another corpus, another name')
})

test('a file of another version of the program is refused with what to do', () => {
  const packed = packModel(trainModel(firstOf(12)))
  const text = Buffer.from(packed).toString('latin1').replace('"columns":19', '"columns":18')
  assert.throws(() => readModel(Buffer.from(text, 'latin1')), /npm run triage:train/u)
})

test('a prior gives back half of what was learned, the same lines the same bytes, and another version is refused', () => {
  const { lang, turning } = readCorpus('fr')
  const lines = ['tout est superbe', 'superbe accueil', 'vraiment nul'].map((text, at) => ({
    text,
    targets: { sentiment: at < 2 ? [0, 0, 1] : [1, 0, 0] },
  }))
  const packed = trainPrior(lines, { lang, turning })
  assert.equal(Buffer.compare(packed, trainPrior(lines, { lang, turning })), 0)
  const { hashed } = unpackPrior(packed)
  const toneOf = (text: string): number => {
    const { features, signals } = readPost(text, [], { lang, turning })
    const weights = {
      hashed,
      signals: new Float32Array(signalCount * columnCount),
      bias: new Float64Array(columnCount),
    }
    const logits = logitsOf(weights, features, signals)
    return (logits[columnFor('sentiment', 'positive')] ?? 0) - (logits[columnFor('sentiment', 'negative')] ?? 0)
  }
  assert.ok(toneOf('superbe') > 0.2 && toneOf('nul') < -0.2, `${toneOf('superbe')} and ${toneOf('nul')}`)
  assert.throws(() => unpackPrior(packed.subarray(1)), /another version/u)
})

test('the line of an alarm is the highest at which enough whole messages are found, and never too low', () => {
  const temperature = { sentiment: 1, intent: 1, urgency: 1, anger: 1, sarcasm: 1 }
  const post = readPost('stil', [], { lang: 'nl', turning: readCorpus('nl').turning })
  const at = columnFor('intent', 'crisis')
  const judged = (share: number) => {
    const logits = new Float64Array(columnCount)
    logits[at] = Math.log((share * (heads.intent.length - 1)) / (1 - share))
    return { logits, targets: { intent: heads.intent.map((one) => (one === 'crisis' ? 1 : 0)) }, post }
  }
  // Nineteen of twenty are at half or more; the twentieth is lost.
  const many = [0.02, 0.505, ...Array.from({ length: 18 }, () => 0.9)].map(judged)
  assert.equal(linesFor(many, temperature).crisis, 0.5)
  assert.equal(linesFor([0.01, 0.01].map(judged), temperature).crisis, 0.2)
})
