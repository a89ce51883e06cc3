import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DraftLang } from '#domain/draft/draft-rule.ts'
import { discloses } from '#domain/promotion/discloses.ts'
import { findPromotion } from '#domain/promotion/find-promotion.ts'
import { isNearSame, sketchOf } from '#domain/promotion/sketch.ts'
import { root } from './source-files.ts'

export type PromotionRule = 'promotional' | 'disclosed' | 'same'
/** One text of which the rule speaks, and one of which it must not. By the half `tune` the rules were made; `held` is only measured. */
export type PromotionPair = { id: string; rule: PromotionRule; half: 'tune' | 'held'; yes: string; no: string }

export function readPromotionPairs(lang: DraftLang): PromotionPair[] {
  const lines = readFileSync(join(root, 'corpus', 'promotion', `${lang}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

const brands = ['Zilvermeeuw']
const domains = { ownDomains: ['zilvermeeuw.example'], servicePages: [], isAsked: false, asks: '' }

/** What each rule says of a text; two texts that are compared stand in one, with a bar between. */
export const speaks: Readonly<Record<PromotionRule, (text: string) => boolean>> = {
  promotional: (text) => findPromotion(text, domains).length > 0,
  disclosed: (text) => discloses(text, brands),
  same: (text) => {
    const [one = '', other = ''] = text.split('|')
    return isNearSame(sketchOf(one), sketchOf(other))
  },
}

export type PromotionScore = { precision: number; recall: number; count: number; misses: string[] }

export function scoreOf(pairs: readonly PromotionPair[]): PromotionScore {
  const found = pairs.filter(({ rule, yes }) => speaks[rule](yes)).length
  const wrong = pairs.filter(({ rule, no }) => speaks[rule](no)).length
  return {
    precision: found + wrong === 0 ? 0 : found / (found + wrong),
    recall: pairs.length === 0 ? 0 : found / pairs.length,
    count: pairs.length,
    misses: pairs.flatMap(({ rule, id, yes, no }) => [
      ...(speaks[rule](yes) ? [] : [`${id} not found: ${yes}`]),
      ...(speaks[rule](no) ? [`${id} wrong: ${no}`] : []),
    ]),
  }
}
