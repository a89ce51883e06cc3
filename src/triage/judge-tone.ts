import type { CompiledLanguage } from './compile-language.ts'
import { isAngryEmoji, isMockingEmoji } from './emoji-weights.ts'
import { type Evidence, placesOf, strengthOf } from './gather-evidence.ts'
import { nowhere, type Pull, sumOf } from './pull.ts'
import type { ReadText, Token } from './tokenise.ts'

export type ToneInput = {
  read: ReadText
  language: CompiledLanguage | undefined
  evidence: Evidence
  sentiment: readonly Pull[]
}

/** Shouting: this many words in capitals, and this share of all words. */
const capsMin = 3
const capsShare = 0.3
/** A rule that pulls less than this to sarcasm only hints at it: praise said so is meant, unless something failed. */
const clearSarcasm = 0.5
/** More tags or links than this looks like advertising. */
const tagsUsual = 4

/** Evidence of anger: angry words and phrases, emoji, shouting, exclamation marks; in a post that is not content. */
export function pullAnger({ read, evidence, sentiment }: ToneInput): Pull[] {
  const sum = sumOf(sentiment)
  const pulls = pullRules(evidence, 'anger')
  for (const place of placesWhere(read, ({ kind, folded }) => kind === 'emoji' && isAngryEmoji(folded)))
    pulls.push({ code: 'emoji', value: read.tokens[place]?.folded ?? '', weight: 0.8, places: [place] })
  const caps = placesWhere(read, (token) => token.isCaps)
  if (sum <= 0 && caps.length >= capsMin && caps.length >= capsShare * read.tokens.length)
    pulls.push({ code: 'caps', weight: 0.6, places: caps })
  const exclamations = read.sentences.reduce((count, one) => count + one.exclamations, 0)
  if (sum < -0.5 && exclamations > 0)
    pulls.push({ code: 'exclamation', weight: Math.min(0.15 + 0.15 * exclamations, 0.6), places: nowhere })
  if (sum < -2) pulls.push({ code: 'sentiment', weight: Math.min((-sum - 2) * 0.08, 0.5), places: nowhere })
  return sum > 1.5 ? [] : pulls
}

/** Evidence of sarcasm: set phrases, mock applause, and words of praise beside a failure. */
export function pullSarcasm({ read, language, evidence, sentiment }: ToneInput): Pull[] {
  const pulls = pullRules(evidence, 'sarcasm')
  const failures = evidence.rules.filter(
    ({ rule }) => rule.effect.intent === 'complaint' && (rule.effect.weight ?? 4) >= 2,
  )
  const praise = sentiment.filter((pull) => pull.code === 'word' && pull.weight >= 1.2)
  const praised = weightOf(evidence, 'praise')
  const failed = weightOf(evidence, 'complaint')
  const hasContrast = read.tokens.some((token) => language?.contrasts.has(token.folded))
  const isHinted = pulls.some((pull) => pull.weight < clearSarcasm)
  if (failures.length > 0 && praise.length > 0 && (failed > praised || isHinted) && !hasContrast)
    pulls.push({ code: 'praise_beside_failure', weight: 0.6, places: praise.flatMap((pull) => pull.places) })
  if (failures.length === 0 && pulls.length === 0) return pulls
  for (const place of placesWhere(read, ({ kind, folded }) => kind === 'emoji' && isMockingEmoji(folded)))
    pulls.push({ code: 'emoji', value: read.tokens[place]?.folded ?? '', weight: 0.4, places: [place] })
  return pulls
}

/** Evidence of spam: set phrases, and a heap of tags or links around few words. */
export function pullSpam({ read, evidence }: ToneInput): Pull[] {
  const pulls = pullRules(evidence, 'spam')
  const tags = placesWhere(read, (token) => token.isTag)
  const links = placesWhere(read, (token) => token.kind === 'url')
  if (tags.length > tagsUsual)
    pulls.push({ code: 'tags', weight: Math.min(0.08 * (tags.length - tagsUsual), 0.5), places: tags })
  if (links.length > 2) pulls.push({ code: 'links', weight: 0.3, places: links })
  if (links.length > 0 && pulls.length > 0) pulls.push({ code: 'links', weight: 0.25, places: links })
  return pulls
}

function weightOf(evidence: Evidence, intent: 'praise' | 'complaint'): number {
  return evidence.rules.reduce(
    (sum, { rule }) => sum + (rule.effect.intent === intent ? (rule.effect.weight ?? 4) : 0),
    0,
  )
}

function placesWhere({ tokens }: ReadText, holds: (token: Token) => boolean): number[] {
  const places: number[] = []
  for (let at = 0; at < tokens.length; at += 1) if (holds(tokens[at] as Token)) places.push(at)
  return places
}

function pullRules(evidence: Evidence, effect: 'anger' | 'sarcasm' | 'spam'): Pull[] {
  return evidence.rules.flatMap((fired) => {
    const weight = (fired.rule.effect[effect] ?? 0) * strengthOf(fired)
    if (weight === 0) return []
    return [{ code: 'rule', value: fired.rule.id, weight, places: placesOf(fired) }]
  })
}
