/**
 * The plain text in which a language file writes its words, rules and examples, so that somebody who speaks the language
 * can read and correct it without programming. A mistake in it is ours, found by the first import.
 */
import { intents } from './assessment.ts'
import type { LanguageExample, LanguageRule } from './language.ts'

/** `a, b c, d` over any number of lines → `['a', 'b c', 'd']`. */
export function phrasesOf(text: string): string[] {
  return text
    .split(/[,\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** `-3: awful, never again` a line → `{ awful: -3, 'never again': -3 }`. A line without a weight carries the last one on. */
export function weightsOf(text: string): Record<string, number> {
  const weights: Record<string, number> = {}
  let weight = 0
  for (const line of text.split('\n')) {
    const [, figure, rest] = /^\s*(?:(-?\d+(?:\.\d+)?):)?(.*)$/u.exec(line) ?? []
    if (figure !== undefined) weight = Number(figure)
    for (const phrase of phrasesOf(rest ?? '')) weights[phrase] = weight
  }
  return weights
}

/** `name: a, b` a line; a line without a name carries the last one on. */
export function groupsOf(text: string): Record<string, string[]> {
  const groups: Record<string, string[]> = {}
  let name = ''
  for (const line of text.split('\n')) {
    const [, named, rest] = /^\s*(?:([a-z]+):)?(.*)$/u.exec(line) ?? []
    if (named !== undefined) name = named
    const phrases = phrasesOf(rest ?? '')
    if (phrases.length > 0) groups[name] = [...(groups[name] ?? []), ...phrases]
  }
  return groups
}

/**
 * A line at the margin begins a rule: `id | effects | English | Dutch`. Indented lines of phrases follow, then perhaps `unless: phrases`.
 * An effect is `complaint=3` (an intent and its weight) or `urgency`, `complaintUrgency`, `sentiment`, `atMost`, `atLeast`, `anger`, `sarcasm`, `advertising`.
 */
export function rulesOf(prefix: string, text: string): LanguageRule[] {
  return text
    .split(/\n(?=\S)/u)
    .filter((block) => block.trim() !== '')
    .map((block) => ruleOf(prefix, block.trim()))
}

function ruleOf(prefix: string, block: string): LanguageRule {
  const [head = '', ...lines] = block.split('\n')
  const [id, effects, en, nl] = head.split('|').map((part) => part.trim())
  if (!id || !effects || !en || !nl) throw new Error(`a rule needs "id | effects | English | Dutch": ${head}`)
  const isUnless = (line: string): boolean => /^\s*unless:/u.test(line)
  const any = phrasesOf(lines.filter((line) => !isUnless(line)).join('\n'))
  const unless = phrasesOf(
    lines
      .filter(isUnless)
      .map((line) => line.replace(/^\s*unless:/u, ''))
      .join('\n'),
  )
  const rule: LanguageRule = { id: `${prefix}.${id}`, any, effect: effectOf(effects), says: { en, nl } }
  return unless.length > 0 ? { ...rule, unless } : rule
}

const plainEffects: Record<string, Exclude<keyof LanguageRule['effect'], 'intent' | 'urgency' | 'isForComplaints'>> = {
  sentiment: 'sentiment',
  atMost: 'sentimentAtMost',
  atLeast: 'sentimentAtLeast',
  anger: 'anger',
  sarcasm: 'sarcasm',
  advertising: 'spam',
}

function effectOf(text: string): LanguageRule['effect'] {
  const effect: LanguageRule['effect'] = {}
  for (const part of text.split(/\s+/u)) {
    const [key = '', figure = ''] = part.split('=')
    const value = Number(figure)
    const intent = intents.find((one) => one === key)
    const plain = plainEffects[key]
    if (figure === '' || !Number.isFinite(value)) throw new Error(`an effect needs a figure: ${part}`)
    if (intent !== undefined && intent !== 'unsure') Object.assign(effect, { intent, weight: value })
    else if (key === 'urgency') effect.urgency = urgencyOf(value)
    else if (key === 'complaintUrgency') Object.assign(effect, { urgency: urgencyOf(value), isForComplaints: true })
    else if (plain) effect[plain] = value
    else throw new Error(`no such effect: ${key}`)
  }
  return effect
}

function urgencyOf(value: number): 0 | 1 | 2 | 3 {
  if (value === 0 || value === 1 || value === 2 || value === 3) return value
  throw new Error(`urgency is 0 to 3, not ${value}`)
}

/** `sentiment intent urgency | text` a line; `-` leaves a label open; `[Brand]` before the text names the brand. */
export function examplesOf(text: string): LanguageExample[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(exampleOf)
}

function exampleOf(line: string): LanguageExample {
  const [, labels = '', brand, text = ''] = /^([^|]*)\|\s*(?:\[([^\]]+)\]\s*)?(.+)$/u.exec(line) ?? []
  const [sentiment, intentName, urgency] = labels.trim().split(/\s+/u)
  const example: LanguageExample = { text }
  if (brand) example.brand = brand
  const sentimentName = (['negative', 'neutral', 'positive', 'mixed'] as const).find((one) => one === sentiment)
  if (sentimentName) example.sentiment = sentimentName
  else if (sentiment !== '-') throw new Error(`no such sentiment in an example: ${line}`)
  const intent = intents.find((one) => one === intentName)
  if (intent && intent !== 'unsure') example.intent = intent
  else if (intentName !== '-') throw new Error(`no such intent in an example: ${line}`)
  if (urgency !== undefined && urgency !== '-') example.urgency = urgencyOf(Number(urgency))
  return example
}
