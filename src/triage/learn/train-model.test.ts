import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packModel, readModel } from '#triage/model.ts'
import { type Corpus, readCorpus } from './read-corpus.ts'
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
