import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packModel, readModel } from '#triage/model.ts'
import { readCorpus } from './read-corpus.ts'
import { trainModel } from './train-model.ts'

const some = 120

test('the same seeds give the same bytes, and the file gives back what was learned', () => {
  const { seeds, fillers } = readCorpus('fr')
  const few = seeds.slice(0, some)
  const [first, second] = [packModel(trainModel(few, 'fr', fillers)), packModel(trainModel(few, 'fr', fillers))]
  assert.equal(Buffer.compare(first, second), 0)
  const model = readModel(first)
  assert.equal(Buffer.compare(packModel(model), first), 0)
  const other = packModel(trainModel(few.slice(1), 'fr', fillers))
  assert.notEqual(readModel(other).version, model.version, 'another corpus, another name')
})

test('a file of another version of the program is refused with what to do', () => {
  const packed = packModel(trainModel(readCorpus('fr').seeds.slice(0, 12), 'fr', {}))
  const text = Buffer.from(packed).toString('latin1').replace('"columns":19', '"columns":18')
  assert.throws(() => readModel(Buffer.from(text, 'latin1')), /npm run triage:train/u)
})
