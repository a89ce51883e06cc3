import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { TurningWords } from '#triage/features.ts'
import { languages } from '#triage/read-post.ts'
import type { Fillers } from './expand-seed.ts'
import { readPrior } from './prior.ts'
import { type Labels, readLabels, readSeeds, type Seed } from './read-seeds.ts'
import type { Prior } from './train-heads.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'corpus')

/** The languages there are seeds of. */
export function corpusLanguages(): string[] {
  return [...new Set(readdirSync(join(folder, 'seeds')).map((name) => name.split('-')[0] ?? ''))].toSorted()
}

/** What one language is learned from. `whole` are messages without slots, as people send them: by these it is calibrated. */
export type Corpus = {
  lang: string
  seeds: Seed[]
  whole: Seed[]
  fillers: Fillers
  turning: TurningWords
  /** Where learning begins; at zero where there is none. */
  prior: Prior | undefined
}

export function readCorpus(lang: string): Corpus {
  const names = readdirSync(join(folder, 'seeds')).filter((name) => name.startsWith(`${lang}-`))
  const seeds = names.toSorted().flatMap((name) => readSeeds(readFileSync(join(folder, 'seeds', name), 'utf8'), name))
  const fillers = readJson<Record<string, Fillers>>('fillers.json')
  const whole = readSeeds(readFileSync(join(folder, 'dev', `${lang}.jsonl`), 'utf8'), `dev/${lang}.jsonl`)
  return { lang, seeds, whole, fillers: fillers[lang] ?? {}, turning: readTurning(lang), prior: readPrior(lang) }
}

/** From the file of the language; of one that has no such file, from beside the seeds. */
export function readTurning(lang: string): TurningWords {
  const language = languages.find(({ id }) => id === lang)
  if (language) return { negators: language.negators, contrasts: language.contrasts }
  const known = readJson<Record<string, { negators: string[]; contrasts: string[] }>>('turning-words.json')[lang]
  return { negators: new Set(known?.negators), contrasts: new Set(known?.contrasts) }
}

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content
}

/** The posts that nothing is learned from. */
export function readTestSet(lang: string): Seed[] {
  return readSeeds(readFileSync(join(folder, 'test', `${lang}.jsonl`), 'utf8'), `test/${lang}.jsonl`)
}

/** Posts by language that nothing is learned from: a line each of those that are only told apart, and the test sets of the others. */
export function readLanguageTests(): { lang: string; text: string }[] {
  const told = readdirSync(join(folder, 'test', 'languages')).flatMap((name) => {
    const lines = readFileSync(join(folder, 'test', 'languages', name), 'utf8')
      .split('\n')
      .filter(Boolean)
    return lines.map((text) => ({ lang: name.replace('.txt', ''), text }))
  })
  return [...told, ...corpusLanguages().flatMap((lang) => readTestSet(lang).map(({ text }) => ({ lang, text })))]
}

/** Posts of a domain where words mean something else: what corrections are worth is measured on them, and nothing else. */
export function readStrangeSet(lang: string): Seed[] {
  return readSeeds(readFileSync(join(folder, 'strange', `${lang}.jsonl`), 'utf8'), `strange/${lang}.jsonl`)
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
