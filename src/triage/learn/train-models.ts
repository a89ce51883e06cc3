/**
 * Makes the weights of triage from the corpus: `npm run triage:train`. The same corpus gives the same bytes.
 *
 *   npm run triage:train                 writes src/triage/models/<language>.model, and languages.spelling by which they are told apart
 *   npm run triage:train -- --check      compares, and ends with 1 where a file would be another
 *   npm run triage:train -- --only=nl    or --only=languages
 *   npm run triage:train -- --priors     makes corpus/prior/<language>.prior again first, from open sets beside the project
 *   npm run triage:train -- --with=corrections.jsonl
 *                                        learns from your own corrections too, as `wederhoor export corrections` writes them
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { packLanguages } from '#triage/language-model.ts'
import { languageModelPath, modelFolder } from '#triage/load-models.ts'
import { packModel } from '#triage/model.ts'
import { priorPath, trainPrior } from './prior.ts'
import { corpusLanguages, readCorpus, readTurning } from './read-corpus.ts'
import { readOpenSets } from './read-open-sets.ts'
import { readOwnSeeds } from './read-own-seeds.ts'
import { trainLanguages } from './train-languages.ts'
import { trainModel } from './train-model.ts'

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    priors: { type: 'boolean' },
    only: { type: 'string' },
    with: { type: 'string' },
  },
})

for (const folder of [modelFolder, dirname(priorPath(''))]) mkdirSync(folder, { recursive: true })
const languages = 'languages'
if (options.only === undefined) await makeEach()
else make(options.only)

/** Each in a process of its own, as many at once as there are processors; what takes longest begins first. */
async function makeEach(): Promise<void> {
  const bySize = corpusLanguages().toSorted((a, b) => readCorpus(b).seeds.length - readCorpus(a).seeds.length)
  // Corrections say nothing of how languages are told apart.
  const waiting = options.with ? bySize : [...bySize, languages]
  const workers = Array.from({ length: availableParallelism() }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      if ((await makeApart(name)) !== 0) process.exitCode = 1
  })
  await Promise.all(workers)
}

function makeApart(name: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const given = [import.meta.filename, ...process.argv.slice(2), `--only=${name}`]
  spawn(process.execPath, given, { stdio: 'inherit' }).on('close', (code) => resolve(code ?? 1))
  return promise
}

function make(name: string): void {
  if (name === languages) {
    const model = trainLanguages()
    keep(languageModelPath, packLanguages(model), `${model.languages.length} languages told apart`)
    return
  }
  if (options.priors) keepPrior(name)
  const corpus = readCorpus(name)
  const own = options.with ? readOwnSeeds(options.with, name) : []
  if (options.with && own.length === 0) return
  const seeds = [...corpus.seeds, ...own]
  keep(
    join(modelFolder, `${name}.model`),
    packModel(trainModel({ ...corpus, seeds })),
    `${name}: ${seeds.length} seeds`,
  )
}

function keepPrior(lang: string): void {
  const lines = readOpenSets(lang)
  if (!lines) console.log(`${lang}: the open sets are not beside the project; its prior stays as it is`)
  else
    keep(
      priorPath(lang),
      trainPrior(lines, { lang, turning: readTurning(lang) }),
      `${lang}: ${lines.length} labelled sentences`,
    )
}

function keep(path: string, packed: Uint8Array, what: string): void {
  const isSame = existsSync(path) && Buffer.compare(readFileSync(path), packed) === 0
  const size = `${(packed.length / 1_000_000).toFixed(2)} MB`
  console.log(`${what}, ${size}, ${isSame ? 'the same as before' : 'another than before'}`)
  if (options.check && !isSame) process.exitCode = 1
  if (!options.check) writeFileSync(path, packed)
}
