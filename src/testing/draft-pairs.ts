import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDraft, type Draft } from '#domain/draft/check-draft.ts'
import { type DraftLang, type DraftRuleId, draftRuleIds } from '#domain/draft/draft-rule.ts'
import { type HouseStyle, plainHouse } from '#domain/house-style.ts'
import { root } from './source-files.ts'

/** By the half `tune` the rules were made; `held` was written before them and is only measured. */
export type Half = 'tune' | 'held'
export type DraftPair = {
  id: string
  half: Half
  rule: DraftRuleId
  bad: string
  good: string
  house?: Partial<HouseStyle>
}
export type RuleTally = {
  bad: number
  found: number
  /** Good answers of any rule that this one spoke against. */
  wrong: number
  /** Bad answers of other rules that it spoke against as well. Often it is right. */
  beside: number
}

export function readPairs(lang: DraftLang): DraftPair[] {
  const lines = readFileSync(join(root, 'corpus', 'drafts', `${lang}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

export function draftOf({ house }: DraftPair, text: string, lang: DraftLang): Draft {
  return { text, lang, person: undefined, house: { ...plainHouse, ...house }, writer: 'Noor Bakker' }
}

export type Miss = {
  id: string
  rule: DraftRuleId
  kind: 'not found' | 'wrong' | 'beside'
  text: string
  found: string
}

export function measurePairs(
  lang: DraftLang,
  half: Half,
): { tallies: Map<DraftRuleId, RuleTally>; misses: Miss[]; pairs: number } {
  const tallies = new Map(draftRuleIds.map((rule) => [rule, { bad: 0, found: 0, wrong: 0, beside: 0 }]))
  const misses: Miss[] = []
  const pairs = readPairs(lang).filter((pair) => pair.half === half)
  for (const pair of pairs) {
    const { id, rule, bad, good } = pair
    const ofBad = checkDraft(draftOf(pair, bad, lang))
    const isFound = ofBad.some((finding) => finding.rule === rule)
    count(rule, 'bad')
    if (isFound) count(rule, 'found')
    else misses.push({ id, rule, kind: 'not found', text: bad, found: '' })
    for (const one of firstOfEach(ofBad.filter((finding) => finding.rule !== rule))) {
      count(one.rule, 'beside')
      misses.push({ id, rule: one.rule, kind: 'beside', text: bad, found: one.found })
    }
    for (const one of firstOfEach(checkDraft(draftOf(pair, good, lang)))) {
      count(one.rule, 'wrong')
      misses.push({ id, rule: one.rule, kind: 'wrong', text: good, found: one.found })
    }
  }
  return { tallies, misses, pairs: pairs.length }

  function count(rule: DraftRuleId, what: keyof RuleTally): void {
    const tally = tallies.get(rule)
    if (tally) tally[what] += 1
  }
}

function firstOfEach<Finding extends { rule: DraftRuleId }>(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap((of) => of[0] ?? [])
}

export function recallOf({ bad, found }: RuleTally): number {
  return bad === 0 ? 1 : found / bad
}

export function precisionOf({ found, wrong }: RuleTally): number {
  return found + wrong === 0 ? 1 : found / (found + wrong)
}
