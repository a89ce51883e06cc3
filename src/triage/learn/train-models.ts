/**
 * Makes the weights of triage from the corpus: `npm run triage:train`. The same corpus gives the same bytes.
 *
 *   npm run triage:train                 writes src/triage/models/<language>.model
 *   npm run triage:train -- --check      compares, and ends with 1 where a file would be another
 *   npm run triage:train -- --only=nl
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { modelFolder } from '#triage/load-models.ts'
import { packModel } from '#triage/model.ts'
import { corpusLanguages, readCorpus } from './read-corpus.ts'
import { trainModel } from './train-model.ts'

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } })

mkdirSync(modelFolder, { recursive: true })
for (const lang of corpusLanguages()) {
  if (options.only && options.only !== lang) continue
  const corpus = readCorpus(lang)
  const path = join(modelFolder, `${lang}.model`)
  const packed = packModel(trainModel(corpus))
  const isSame = existsSync(path) && Buffer.compare(readFileSync(path), packed) === 0
  const size = `${(packed.length / 1_000_000).toFixed(2)} MB`
  console.log(
    `${lang}: ${corpus.seeds.length} seeds, ${size}, ${isSame ? 'the same as before' : 'another than before'}`,
  )
  if (options.check && !isSame) process.exitCode = 1
  if (!options.check) writeFileSync(path, packed)
}
