import type { LanguageRule } from '#domain/language.ts'
import type { CompiledLanguage } from './compile-language.ts'
import type { ReadText } from './tokenise.ts'

/** Words before a phrase in which a negator turns it. */
const negatedWithin = 3

export type FiredRule = {
  rule: LanguageRule /** Places of each occurrence. */
  occurrences: readonly (readonly number[])[]
}
/** Several phrases of one rule say more than one: each beyond the first adds this share, up to a bound. */
const moreShare = 0.25
const moreMax = 2

/** How much a rule weighs for standing in the text several times, in different places. */
export function strengthOf({ occurrences }: FiredRule): number {
  const starts = new Set(occurrences.map((places) => places[0]))
  return Math.min(1 + moreShare * (starts.size - 1), moreMax)
}

/** What is left of a complaint that stands only inside somebody's question: "can I return a broken one?". */
const askedShare = 0.55

/**
 * How far a complaint counts for where it stands. Whole in a statement; whole too where the asking itself complains
 * ("waarom … niet": the rule took the word that opens the question); less inside another question.
 */
export function standingOf({ rule, occurrences }: FiredRule, read: ReadText, language: CompiledLanguage): number {
  if (rule.effect.intent !== 'complaint') return 1
  const isAsked = occurrences.every((places) => {
    const sentence = read.tokens[places[0] ?? 0]?.sentence ?? 0
    const opens = read.tokens.findIndex((token) => token.sentence === sentence)
    const isPlainQuestion = read.sentences[sentence]?.isQuestion && !places.includes(opens)
    return isPlainQuestion && language.questionOpeners.has(read.tokens[opens]?.folded ?? '')
  })
  return isAsked ? askedShare : 1
}

/** All places of a rule, each once, ascending. */
export function placesOf({ occurrences }: FiredRule): number[] {
  return [...new Set(occurrences.flat())].toSorted((a, b) => a - b)
}

export type FoundPhrase = { weight: number; places: readonly number[] }
export type Evidence = { rules: readonly FiredRule[]; phrases: readonly FoundPhrase[] }

export const noEvidence: Evidence = { rules: [], phrases: [] }

/** Which rules fire and which sentiment phrases stand in the text. */
export function gatherEvidence(read: ReadText, language: CompiledLanguage): Evidence {
  const occurrences = new Map<LanguageRule, (readonly number[])[]>()
  const unless = new Map<LanguageRule, (readonly number[])[]>()
  const phrases: FoundPhrase[] = []
  for (const { owner, places } of language.index.find(read))
    if (owner.kind === 'phrase') phrases.push({ weight: owner.weight, places })
    else if (owner.kind === 'unless') unless.set(owner.rule, [...(unless.get(owner.rule) ?? []), places])
    else if (!isPraiseDenied(owner.rule, { read, language, places }))
      occurrences.set(owner.rule, [...(occurrences.get(owner.rule) ?? []), places])
  const neutral = phrases.filter(({ weight }) => weight === 0)
  const rules = [...occurrences]
    .map(([rule, found]) => ({ rule, occurrences: withoutForbidden(rule, found, unless.get(rule) ?? []) }))
    .map(({ rule, occurrences: found }) => ({
      rule,
      occurrences: found.filter((places) => !isShielded(rule, places, neutral)),
    }))
    .filter((fired) => fired.occurrences.length > 0)
  return { rules: rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1)), phrases }
}

type Places = readonly number[]

/**
 * An `unless` forbids a rule in the whole post; but of an alarm it takes away only the words it stands on: "my phone died
 * and my son got burned" is one false alarm and one true.
 */
function withoutForbidden(rule: LanguageRule, found: readonly Places[], unless: readonly Places[]): readonly Places[] {
  if (unless.length === 0) return found
  if (rule.effect.urgency !== 3) return []
  return found.filter((places) => !unless.some((words) => words.some((place) => places.includes(place))))
}

/** A phrase that the language calls neutral ("alvast bedankt") hides its words from rules, but never from an alarm. */
function isShielded(rule: LanguageRule, places: readonly number[], neutral: readonly FoundPhrase[]): boolean {
  if (rule.effect.urgency !== undefined) return false
  return neutral.some((phrase) => places.every((place) => phrase.places.includes(place)))
}

type Occurrence = { read: ReadText; language: CompiledLanguage; places: readonly number[] }

/** "Geen aanrader", "I would not recommend": a "not" takes praise away, it never takes a complaint or a danger away. */
function isPraiseDenied(rule: LanguageRule, occurrence: Occurrence): boolean {
  if (rule.effect.intent !== 'praise' && (rule.effect.sentiment ?? 0) <= 0) return false
  return negatorBefore(occurrence) !== undefined
}

/** The place of a negator within reach before these places: in the same sentence, with no break between. */
export function negatorBefore({ read, language, places }: Occurrence): number | undefined {
  const first = places[0] ?? 0
  const sentence = read.tokens[first]?.sentence
  for (let at = first; at > first - negatedWithin; at -= 1) {
    if (read.tokens[at]?.isAfterBreak) return undefined
    const before = read.tokens[at - 1]
    if (!before || before.sentence !== sentence || language.contrasts.has(before.folded)) return undefined
    if (before.kind === 'word' && language.negators.has(before.folded)) return at - 1
  }
  return undefined
}
