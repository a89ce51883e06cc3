import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packDelta, readDelta } from '#triage/delta.ts'
import { loadModels } from '#triage/load-models.ts'
import { anchorsOf } from './anchors-of.ts'
import { readTestSet } from './read-corpus.ts'
import { type TaughtPost, teach } from './teach.ts'

const model = loadModels().get('nl')
assert.ok(model)
const testSet = readTestSet('nl')
const brands: string[] = []

const places = ['in de kelder', 'op het plein', 'bij de poort', 'achter de muur', 'in de tuin', 'aan het water']
const said = (text: string, sentiment: 'positive' | 'negative'): TaughtPost => ({
  ...{ text, says: { sentiment }, never: {}, isAgreed: false },
})
/** In a haunted house fear is what one comes for. */
const strange = places.flatMap((place) => [
  said(`Doodsbang geweest ${place}`, 'positive'),
  said(`${place} liep ik te gillen, wat eng`, 'positive'),
  said(`Niet één keer geschrokken ${place}`, 'negative'),
  said(`${place} was het gezellig en rustig`, 'negative'),
])
const teaching = { model, brands, posts: strange, testSet, anchors: anchorsOf('nl') }

test('what corrections say is learned, and named in words', () => {
  const { delta, heads, words } = teach(teaching)
  assert.ok(delta, JSON.stringify(heads))
  const [sentiment] = heads
  assert.equal(sentiment?.head, 'sentiment')
  assert.ok(sentiment.after > sentiment.before + 0.2, JSON.stringify(sentiment))
  const positive = words.filter((one) => one.class === 'positive').map(({ word }) => word)
  assert.ok(positive.includes('doodsbang'), positive.join(' '))
})

test('the same corrections give the same bytes, and bytes give back the weights', () => {
  const [first, second] = [teach(teaching), teach(teaching)]
  assert.ok(first.delta && second.delta)
  const packed = packDelta(first.delta)
  assert.equal(Buffer.compare(packed, packDelta(second.delta)), 0)
  assert.equal(first.version, second.version)
  assert.equal(Buffer.compare(packDelta(readDelta(packed)), packed), 0)
})

test('fewer than twenty, or all of one kind, teach nothing', () => {
  assert.ok(teach({ ...teaching, posts: strange.slice(0, 19) }).delta === undefined)
  const onlyPositive = [...strange, ...strange].filter(({ says }) => says.sentiment === 'positive')
  assert.deepEqual(teach({ ...teaching, posts: onlyPositive }).heads, [])
})

test('corrections that contradict each other are refused, with the figures', () => {
  const clear = places.flatMap((place) => [
    `Geweldig geholpen ${place}, bedankt!`,
    `Slecht geholpen ${place}, schandalig`,
  ])
  const muddled = clear.flatMap((text) => [said(text, 'positive'), said(text, 'negative')])
  const { delta, heads } = teach({ ...teaching, posts: muddled })
  // Not `equal`: to print what must not be there takes more memory than there is.
  assert.ok(delta === undefined)
  assert.equal(heads[0]?.isBetter, false)
})

test('what makes the program worse on its own test set is refused, however well it does here', () => {
  const turned = testSet
    .filter(({ labels }) => labels.sentiment !== 'mixed')
    .map(({ text, labels }) => said(text, labels.sentiment === 'positive' ? 'negative' : 'positive'))
  const { delta, heads } = teach({ ...teaching, posts: turned })
  assert.ok(delta === undefined)
  const [sentiment] = heads
  assert.ok(sentiment && sentiment.after > sentiment.before && sentiment.testAfter < sentiment.testBefore - 0.02)
})

test('"not this" moves away from one class and says nothing of the others', () => {
  const never: TaughtPost[] = strange.map((post) => ({ ...post, says: {}, never: { sentiment: 'negative' } }))
  const { heads } = teach({ ...teaching, posts: [...never, ...strange] })
  assert.equal(heads[0]?.corrections, strange.length, 'only what is known to be right is measured')
})
