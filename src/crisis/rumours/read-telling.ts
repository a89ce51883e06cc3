import type { Language } from '#domain/language.ts'
import { foldWord } from '#triage/fold.ts'
import { loadLanguages } from '#triage/load-languages.ts'
import { type Token, tokenise } from '#triage/tokenise.ts'

/** One word of a text, as it stands there and as it is compared. */
export type ToldWord = { word: string; folded: string; stem: string; sentence: number; isTurned: boolean }

export type Telling = {
  words: readonly ToldWord[]
  sentences: readonly { isDenied: boolean; isQuestion: boolean }[]
}

type Spoken = { stem: (word: string) => string; denials: readonly string[]; nots: readonly string[] }

/** Of an article the beginning tells; and the work stays bounded. */
const wordsMax = 400
const sentencesMax = 80
const spokenBy = new Map<string, Spoken>()
for (const language of await loadLanguages()) spokenBy.set(language.id, spokenOf(language))
const unknown: Spoken = {
  stem: (word) => word,
  denials: [...spokenBy.values()].flatMap(({ denials }) => denials),
  nots: [...spokenBy.values()].flatMap(({ nots }) => nots),
}

export function readTelling(text: string, lang: string): Telling {
  const { tokens, sentences } = tokenise(text)
  const { stem, denials, nots } = spokenBy.get(lang) ?? unknown
  const words = turned(
    tokens
      .filter(isTold)
      .slice(0, wordsMax)
      .map((token) => wordOf(token, { text, stem })),
    nots,
  )
  return {
    words,
    sentences: sentences.slice(0, sentencesMax).map(({ isQuestion }, at) => {
      const said = ` ${words.flatMap((one) => (one.sentence === at ? [one.folded] : [])).join(' ')} `
      return { isQuestion, isDenied: denials.some((denial) => said.includes(denial)) }
    }),
  }
}

/** Names that are called count as words: people write @Zilvermeeuw and #zilvermeeuw in the middle of what they say. */
function isTold({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'mention' || kind === 'brand'
}

function wordOf(
  { folded: given, start, end, sentence }: Token,
  { text, stem }: { text: string; stem: Spoken['stem'] },
): ToldWord {
  const folded = given.replace(/^[#@]+/u, '')
  return { word: text.slice(start, end), folded, stem: stem(folded), sentence, isTurned: false }
}

/** A "no" stands directly before a word, or with one word between. */
const reach = 2

function turned(words: readonly ToldWord[], nots: Spoken['nots']): ToldWord[] {
  return words.map((word, at) => {
    const before = words.slice(Math.max(0, at - reach), at).filter(({ sentence }) => sentence === word.sentence)
    const said = ` ${before.map(({ folded }) => folded).join(' ')} `
    return nots.some((one) => said.includes(one)) ? { ...word, isTurned: true } : word
  })
}

function spokenOf({ stem, denials = [], nots = [] }: Language): Spoken {
  const spaced = (phrase: string) => ` ${phrase.split(' ').map(foldWord).join(' ')} `
  return { stem, denials: denials.map(spaced), nots: nots.map(spaced) }
}

export function stemOf(lang: string): (word: string) => string {
  return (spokenBy.get(lang) ?? unknown).stem
}
