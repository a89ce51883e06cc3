import { checkDraft } from '#domain/draft/check-draft.ts'
import type { HouseStyle } from '#domain/house-style.ts'
import { findPrivate } from '#domain/private-data.ts'
import { type TextLimit, textLeft } from '#domain/text-length.ts'
import { type AssistTask, endsInDraft, rewrites } from './assist-task.ts'
import { linksIn, type Mask, signsIn, unknownSigns } from './mask-text.ts'
import { echoOf, steeringIn } from './steering.ts'
import type { SuggestionFinding, SuggestionFindingKind } from './suggestion-finding.ts'

export type Suggestion = {
  task: AssistTask
  /** As the model wrote it, with its signs. */
  raw: string
  /** With what stands behind the signs. */
  text: string
  /** What others wrote in the conversation, each by itself. */
  thread: readonly string[]
  /** What we know besides: what the writer has, what the house and its policy say, what we answered before. */
  known: readonly string[]
  /** What the writer had, with its signs: they have to stay. */
  draft: string
  mask: Mask
  house: HouseStyle
  limit: TextLimit | undefined
  /** In which language it should be, and in which it is as far as that can be told. */
  lang: string
  heardLang: string | undefined
  fence: string
  isCut: boolean
}

const perKindMax = 3

/** Everything about an answer that a writer must look at before using it; the gravest first. */
export function checkSuggestion(suggestion: Suggestion): SuggestionFinding[] {
  const { raw, text, isCut, mask } = suggestion
  if (text.trim() === '') return [{ kind: 'empty', found: '' }]
  return [
    ...steered(suggestion),
    ...some('link', newLinks(suggestion)),
    ...some('number', newNumbers(suggestion)),
    ...some('promise', newPromises(suggestion)),
    ...some('private', privateIn(suggestion)),
    ...some('sign', unknownSigns(raw, mask)),
    ...some('lost', lostSigns(suggestion)),
    ...some('markup', markupIn(suggestion)),
    ...some(
      'machine',
      [...text.matchAll(machine)].map(([found]) => found),
    ),
    ...otherLanguage(suggestion),
    ...tooLong(suggestion),
    ...(isCut ? [{ kind: 'cut' as const, found: '' }] : []),
  ]
}

function some(kind: SuggestionFindingKind, found: readonly string[]): SuggestionFinding[] {
  return [...new Set(found)].slice(0, perKindMax).map((one) => ({ kind, found: one.slice(0, 200) }))
}

function steered({ thread, text }: Suggestion): SuggestionFinding[] {
  const orders = thread.flatMap(steeringIn)
  const echoes = thread.flatMap((message) => echoOf(text, message) ?? [])
  return [...some('steered', orders), ...some('echo', echoes)]
}

function sourcesOf({ thread, known }: Suggestion): string {
  return [...thread, ...known].join('\n').toLowerCase()
}

function newLinks(suggestion: Suggestion): string[] {
  const known = sourcesOf(suggestion)
  return linksIn(suggestion.text)
    .map(([start, end]) => suggestion.text.slice(start, end))
    .filter((link) => !knowsLink(known, link.toLowerCase()))
}

/** A known address is known whole: what goes on where the known one ended is another one. */
function knowsLink(known: string, link: string): boolean {
  for (let at = known.indexOf(link); at >= 0; at = known.indexOf(link, at + 1))
    if (!/[\p{L}\p{N}/?=&#%@-]/u.test(known.charAt(at + link.length))) return true
  return false
}

function newNumbers(suggestion: Suggestion): string[] {
  const known = new Set(numbersIn(sourcesOf(suggestion)))
  // A sign that stands for nothing is told as such.
  const text = unknownSigns(suggestion.raw, suggestion.mask).reduce(
    (rest, sign) => rest.replaceAll(sign, ''),
    suggestion.text,
  )
  return numbersIn(text).filter((number) => !known.has(number))
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<!\p{L})\d+(?:[.,:/-]\d+)*/gu)].map(([found]) => found)
}

const spans = `(?:minuten|minuut|uur|uren|dag(?:en)?|werkdag(?:en)?|we(?:ek|ken)|maand(?:en)?|minutes?|hours?|(?:working |business )?days?|weeks?|months?)`
const commitments = new RegExp(
  [
    String.raw`(?:binnen|over|within|in)\s+(?:\p{L}+|\d+)\s+${spans}`,
    `vandaag nog|morgen|overmorgen|deze week|volgende week|today|tomorrow|this week|next week|by (?:mon|tues|wednes|thurs|fri|satur|sun)day`,
    String.raw`\p{L}*vergoed(?:en|ing|t)?|geld terug|terugbeta(?:al|len|ling)|terugbetaald|gratis|kosteloos|\p{L}*korting|compensatie|compenseren|\p{L}*bon(?:nen)?(?=\s)|tegoed`,
    String.raw`refund\p{L}*|money back|free of charge|for free|discount\p{L}*|compensat\p{L}+|reimburs\p{L}+|voucher\p{L}*|gift card\p{L}*|goodwill`,
    String.raw`aansprakelijk\p{L}*|liab(?:le|ility)|garantie|gegarandeerd|guarante\p{L}+|beloven|beloof(?:d)?|we promise|i promise`,
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^/u, '(?<![\\p{L}\\p{N}])(?:')
    .replace(/$/u, ')(?![\\p{L}\\p{N}])'),
  'giu',
)

/** What binds us, and nobody said before. A translation says what the writer said, in words that stand nowhere else. */
function newPromises(suggestion: Suggestion): string[] {
  const { task, text, house, lang } = suggestion
  if (!endsInDraft(task) || task === 'translate') return []
  const known = sourcesOf(suggestion)
  const person = undefined
  const ruled = checkDraft({ text, lang, person, house, writer: '' }).filter(({ rule }) => rule === 'promise')
  const found = [...ruled.map((one) => one.found), ...[...text.matchAll(commitments)].map(([one]) => one)]
  return found.filter((one) => one !== '' && !known.includes(one.toLowerCase()))
}

function privateIn({ task, text }: Suggestion): string[] {
  if (!endsInDraft(task)) return []
  return findPrivate(text).map(({ span }) => text.slice(...span))
}

/** What the writer named must not get lost on the way. */
function lostSigns({ task, draft, raw, mask }: Suggestion): string[] {
  if (!rewrites(task) || task === 'shorten') return []
  const there = new Set(signsIn(raw))
  return [...new Set(signsIn(draft))].filter((sign) => !there.has(sign)).map((sign) => mask.behind.get(sign) ?? sign)
}

const markup = /<\/?[a-z][^>]{0,80}>?|```|javascript:|!\[[^\]]*\]\(|\]\(\s*\w+:|\*\*[^*\n]+\*\*|^#{1,6} /gimu
const machine =
  /(?:as|als) (?:an?|een) (?:ai|language model|taalmodel|assistant)|i(?:'| a)m sorry, but i can(?:'|no)t|ik kan (?:hier ?)?(?:niet|geen) (?:mee )?(?:helpen|voldoen)|(?:here is|here's|hier is|hier volgt) (?:the|a|your|het|een|jouw) [\p{L} ]{0,30}:/giu

function markupIn({ text, fence }: Suggestion): string[] {
  const found = [...text.matchAll(markup)].map(([one]) => one)
  return text.includes(fence) ? [...found, fence] : found
}

function otherLanguage({ heardLang, lang }: Suggestion): SuggestionFinding[] {
  return heardLang === undefined || heardLang === lang ? [] : [{ kind: 'language', found: heardLang }]
}

function tooLong({ task, text, limit }: Suggestion): SuggestionFinding[] {
  if (!limit || !endsInDraft(task)) return []
  const left = textLeft(text, limit)
  return left < 0 ? [{ kind: 'long', found: String(-left) }] : []
}

/** Models like to put an answer between quotation marks, or in a fence; neither was asked for. */
export function withoutWrapping(text: string): string {
  const plain = text.trim()
  const fenced = /^```[a-z]*\n([\s\S]*?)\n```$/u.exec(plain)?.[1] ?? plain
  const quoted = /^(?:"([^"]*)"|“([^“”]*)”)$/u.exec(fenced)
  return (quoted?.[1] ?? quoted?.[2] ?? fenced).trim()
}
