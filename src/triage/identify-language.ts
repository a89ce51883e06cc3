import { LanguageReader } from './language-model.ts'
import { loadLanguageModel } from './load-models.ts'
import type { ReadText } from './tokenise.ts'
import type { Word } from './word.ts'

/** Below this many letters nothing can be told. */
const lettersMin = 3
/** So many words are enough to tell. */
const wordsRead = 20
/** What nobody has told us apart with this share is not named. */
const shareLeast = 0.22
/** Added to the logit of a language that the network names, of one we can judge, and of one that is seldom heard here. */
const networkBonus = 1.5
const ourBonus = 0.5
const seldomBonus = -0.8
/** Divided by the number of words and added to ours: in three words there is little to go by. */
const shortBonus = 2
const seldom: ReadonlySet<string> = new Set([
  'ca',
  'gl',
  'eu',
  'ga',
  'cy',
  'lb',
  'sq',
  'is',
  'sw',
  'lv',
  'lt',
  'et',
  'sl',
  'vi',
])

export type IdentifiedLanguage = { lang: string; p: number; by: 'words' | 'letters' | 'network' | 'nothing' }

const reader = new LanguageReader(loadLanguageModel())
const nothing: IdentifiedLanguage = { lang: 'und', p: 0, by: 'nothing' }

/**
 * Which language a post is written in, by its words and groups of letters, with what the network says as a weight. `ours` are the
 * languages we can judge: in a few words that may be two languages, it is more often one of these. `und` where it cannot be told.
 */
export function identifyLanguage(read: ReadText, ours: ReadonlySet<string>, networkLang?: string): IdentifiedLanguage {
  const claimed = claimedBy(networkLang)
  const words = wordsOf(read)
  let letters = 0
  for (const { folded } of words) letters += folded.length
  if (letters < lettersMin) return claimed ? { lang: claimed, p: 0.5, by: 'network' } : nothing
  const logits = reader.logitsOf(words)
  addBonuses(logits, { ours, claimed, wordCount: words.length })
  const best = highest(logits)
  const p = shareOf(logits, best)
  return p < shareLeast ? nothing : { lang: reader.languages[best] ?? 'und', p: Math.min(0.99, p), by: 'letters' }
}

function wordsOf({ tokens }: ReadText): Word[] {
  const words: Word[] = []
  for (let at = 0; at < tokens.length && words.length < wordsRead; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'word') words.push(token.word)
  }
  return words
}

/** Networks say "nl-BE", "und", and nonsense. */
function claimedBy(networkLang: string | undefined): string | undefined {
  const claimed = networkLang?.split('-')[0]?.toLowerCase()
  return claimed !== undefined && /^[a-z]{2,3}$/u.test(claimed) && claimed !== 'und' ? claimed : undefined
}

type Known = { ours: ReadonlySet<string>; claimed: string | undefined; wordCount: number }

function addBonuses(logits: Float64Array, { ours, claimed, wordCount }: Known): void {
  const { isOurs, bonuses } = bonusesFor(ours)
  for (let at = 0; at < logits.length; at += 1)
    logits[at] = (logits[at] as number) + (bonuses[at] as number) + (isOurs[at] as number) * (shortBonus / wordCount)
  const at = claimed === undefined ? -1 : reader.languages.indexOf(claimed)
  if (at >= 0) logits[at] = (logits[at] as number) + networkBonus
}

type Bonuses = { isOurs: Float64Array; bonuses: Float64Array }
const bonusesKnown = new WeakMap<ReadonlySet<string>, Bonuses>()

function bonusesFor(ours: ReadonlySet<string>): Bonuses {
  const known = bonusesKnown.get(ours)
  if (known) return known
  const isOurs = Float64Array.from(reader.languages, (lang) => Number(ours.has(lang)))
  const bonuses = Float64Array.from(reader.languages, (lang) =>
    ours.has(lang) ? ourBonus : seldom.has(lang) ? seldomBonus : 0,
  )
  bonusesKnown.set(ours, { isOurs, bonuses })
  return { isOurs, bonuses }
}

function highest(logits: Float64Array): number {
  let best = 0
  for (let at = 1; at < logits.length; at += 1) if ((logits[at] as number) > (logits[best] as number)) best = at
  return best
}

/** What lies so far below the best weighs nothing. */
const farBelow = -12

function shareOf(logits: Float64Array, best: number): number {
  const most = logits[best] as number
  let total = 0
  for (let at = 0; at < logits.length; at += 1) {
    const below = (logits[at] as number) - most
    if (below > farBelow) total += Math.exp(below)
  }
  return 1 / total
}
