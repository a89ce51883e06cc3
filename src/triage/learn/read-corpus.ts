import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fillers } from './expand-seed.ts'
import { type Labels, readLabels, readSeeds, type Seed } from './read-seeds.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'corpus')

/** The languages there are seeds of. */
export function corpusLanguages(): string[] {
  return [...new Set(readdirSync(join(folder, 'seeds')).map((name) => name.split('-')[0] ?? ''))].toSorted()
}

export function readCorpus(lang: string): { seeds: Seed[]; fillers: Fillers } {
  const names = readdirSync(join(folder, 'seeds')).filter((name) => name.startsWith(`${lang}-`))
  const seeds = names.toSorted().flatMap((name) => readSeeds(readFileSync(join(folder, 'seeds', name), 'utf8'), name))
  const fillers = JSON.parse(readFileSync(join(folder, 'fillers.json'), 'utf8')) as Record<string, Fillers>
  return { seeds, fillers: fillers[lang] ?? {} }
}

/** The posts that nothing is learned from. */
export function readTestSet(lang: string): Seed[] {
  return readSeeds(readFileSync(join(folder, 'test', `${lang}.jsonl`), 'utf8'), `test/${lang}.jsonl`)
}

const readingSchema = z.object({ id: z.string(), labels: z.string() })

/** What a second reader, who had not seen the first labels, made of a part of the test set: by id. */
export function readSecondReading(): Map<string, Labels> {
  const lines = readFileSync(join(folder, 'test', 'second.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  return new Map(
    lines.map((line) => {
      const { id, labels } = readingSchema.parse(JSON.parse(line))
      return [id, readLabels(labels)]
    }),
  )
}
