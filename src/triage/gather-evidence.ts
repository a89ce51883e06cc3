import type { LanguageRule } from '#domain/language.ts'
import type { CompiledLanguage } from './compile-language.ts'
import type { ReadText } from './tokenise.ts'

/** Words before a phrase in which a negator turns it. */
const negatedWithin = 3

export type FiredRule = {
  rule: LanguageRule /** Places of each occurrence. */
  occurrences: readonly (readonly number[])[]
}
export type FoundPhrase = { weight: number; places: readonly number[] }
export type Evidence = { rules: readonly FiredRule[]; phrases: readonly FoundPhrase[] }

export const noEvidence: Evidence = { rules: [], phrases: [] }

/** Which rules fire and which sentiment phrases stand in the text. */
export function gatherEvidence(read: ReadText, language: CompiledLanguage): Evidence {
  const occurrences = new Map<LanguageRule, (readonly number[])[]>()
  const forbidden = new Set<LanguageRule>()
  const phrases: FoundPhrase[] = []
  for (const { owner, places } of language.index.find(read))
    if (owner.kind === 'phrase') phrases.push({ weight: owner.weight, places })
    else if (owner.kind === 'unless') forbidden.add(owner.rule)
    else if (!isPraiseDenied(owner.rule, { read, language, places }))
      occurrences.set(owner.rule, [...(occurrences.get(owner.rule) ?? []), places])
  const rules = [...occurrences]
    .filter(([rule]) => !forbidden.has(rule))
    .map(([rule, found]) => ({ rule, occurrences: found }))
  return { rules: rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1)), phrases }
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
