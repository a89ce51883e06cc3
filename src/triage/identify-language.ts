import { eld } from 'eld/extrasmall'
import type { CompiledLanguage } from './compile-language.ts'
import type { ReadText, Token } from './tokenise.ts'

/** Below this many letters nothing can be told. */
const lettersMin = 3
/** So many marks of one language, this share of all words, twice those of any other, and no mark of a look-alike. */
const settledHits = 2
const settledShare = 0.25
/** What marks, a file of ours, and the network's own word add to the n-gram score (which lies between 0 and 1). */
const marksBonus = 0.3
const ourBonus = 0.02
/** Divided by the number of words, where a mark stands: in three words the letters say little. */
const shortBonus = 0.1
/** A sentiment word of the language says less than a mark: "super" is everybody's. */
const sentimentWordHit = 0.4
const networkBonus = 0.1
/** So many words are enough for the letters to tell. */
const lettersReadWords = 30
/** A lead of this much over the second language counts as sure. */
const sureLead = 0.04

export type IdentifiedLanguage = { lang: string; p: number; by: 'words' | 'letters' | 'network' | 'nothing' }

/**
 * Which language a post is written in: by the marks of the languages we speak where these are plain, else by the letter
 * groups of `eld`, with the marks and what the network says as weights. `und` where it cannot be told.
 */
export function identifyLanguage(
  read: ReadText,
  languages: readonly CompiledLanguage[],
  networkLang?: string,
): IdentifiedLanguage {
  const words = read.tokens.filter((token) => token.kind === 'word')
  const claimed = networkLang?.split('-')[0]?.toLowerCase()
  const known = claimed !== undefined && /^[a-z]{2,3}$/u.test(claimed) && claimed !== 'und' ? claimed : undefined
  const letters = words.reduce((sum, { folded }) => sum + folded.length, 0)
  if (letters < lettersMin) return known ? { lang: known, p: 0.5, by: 'network' } : { lang: 'und', p: 0, by: 'nothing' }
  const votes = languages.map((language) => voteOf(words, language)).toSorted((a, b) => b.hits - a.hits)
  const settled = settledBy(votes, words.length)
  return settled ? { lang: settled.id, p: 0.99, by: 'words' } : byLetters({ words, votes, known })
}

/** `known` adds sentiment words to the marks; `foreign` counts, by look-alike, the words that betray it instead of this language. */
type Vote = { id: string; hits: number; known: number; foreign: ReadonlyMap<string, number> }

function voteOf(words: readonly Token[], language: CompiledLanguage): Vote {
  let hits = 0
  let known = 0
  const foreign = new Map<string, number>()
  for (const { folded } of words) {
    if (language.marks.has(folded)) hits += 1
    else if ((language.sentimentOf.get(folded) ?? 0) !== 0) known += sentimentWordHit
    for (const other of language.lookalikesOf.get(folded) ?? []) foreign.set(other, (foreign.get(other) ?? 0) + 1)
  }
  return { id: language.id, hits, known: hits + known, foreign }
}

function settledBy([first, second]: readonly Vote[], wordCount: number): Vote | undefined {
  if (!first || first.hits < settledHits || first.hits < settledShare * wordCount) return undefined
  const others = Math.max(second?.hits ?? 0, ...first.foreign.values())
  return first.hits >= 2 * others ? first : undefined
}

type LetterInput = { words: readonly Token[]; votes: readonly Vote[]; known: string | undefined }

function byLetters({ words, votes, known }: LetterInput): IdentifiedLanguage {
  const scores = {
    ...eld
      .detect(
        words
          .slice(0, lettersReadWords)
          .map((word) => word.folded)
          .join(' '),
      )
      .getScores(),
  }
  if (Object.keys(scores).length === 0 && known) return { lang: known, p: 0.5, by: 'network' }
  for (const vote of votes)
    add(scores, vote.id, ourBonus + ((vote.hits > 0 ? shortBonus : 0) + marksBonus * vote.known) / words.length)
  if (known) add(scores, known, networkBonus)
  const [first, second] = Object.entries(scores).toSorted((a, b) => b[1] - a[1])
  if (!first || first[1] <= ourBonus) return { lang: 'und', p: 0, by: 'nothing' }
  const betrayed = betrayedBy(votes.find(({ id }) => id === first[0]))
  if (betrayed) return { lang: betrayed, p: 0.8, by: 'words' }
  const lead = first[1] - (second?.[1] ?? 0)
  return { lang: first[0], p: Math.min(0.99, 0.5 + lead / (2 * sureLead)), by: 'letters' }
}

/** The look-alike whose own words outnumber the marks of the language that the letters point to. */
function betrayedBy(vote: Vote | undefined): string | undefined {
  if (!vote) return undefined
  const [other, hits] = [...vote.foreign].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return hits > 0 && hits >= vote.hits * lookalikeShare ? other : undefined
}

/** Look-alikes share most common words with their neighbour, so their own count for more. */
const lookalikeShare = 0.75

function add(scores: Record<string, number>, lang: string, by: number): void {
  scores[lang] = (scores[lang] ?? 0) + by
}
