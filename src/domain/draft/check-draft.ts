import { endsAs, type HouseStyle, quoted, signOffOf } from '#domain/house-style.ts'
import { findPrivate } from '#domain/private-data.ts'
import type { Span } from '#domain/span.ts'
import { lookAddress } from './address.ts'
import { isBacked, type KnownFact } from './backed.ts'
import { tablesFor } from './draft-lang.ts'
import { type DraftFinding, type DraftRuleId, draftRuleIds } from './draft-rule.ts'
import type { LanguageTables, Lexicon } from './draft-words.ts'
import { type Addressee, calledName, greetingSpan, howGreeted, withName } from './greeting.ts'
import { readingOf, wordsOf } from './reading.ts'

/** An answer as it stands, and what is known around it. */
export type Draft = {
  text: string
  /** Of what it answers; the answer itself is asked first. */
  lang: string | undefined
  person: Addressee | undefined
  house: HouseStyle
  /** Whoever writes it, for the sign-off. */
  writer: string
  /** What we know to be so: a claim that rests on it needs no other source. */
  facts?: readonly KnownFact[]
  /** What is not said in the incident that this is about. It stops an answer, whatever the house says. */
  notToSay?: readonly string[]
}

type Look = (draft: Draft, tables: LanguageTables) => DraftFinding[]
type Everywhere = (draft: Draft) => DraftFinding[]

/** What holds in any language. */
const everywhere: readonly Everywhere[] = [
  lookForbidden,
  lookHousePromises,
  lookHouseIncident,
  lookNotToSay,
  lookGreeting,
  lookSignOff,
]

const inLanguage: readonly Look[] = [
  lookPrivate,
  lookIncident,
  lookPromise,
  lookDisclosure,
  (draft, { blame }) => simple('blame', draft, blame),
  (draft, { defensive }) => simple('defensive', draft, defensive),
  (draft, { hollow }) => simple('hollow', draft, hollow),
  lookAddress,
  lookSource,
  (draft, { misspelled }) => fromLexicon('spelling', draft, misspelled),
  lookOfficialese,
  (draft, { jargon }) => fromLexicon('jargon', draft, jargon),
  lookReading,
]

/** Of one rule more than this many nobody reads. */
const perRuleMax = 5

/** All that there is to say of an answer, the gravest rule first, and within one in the order of the text. */
export function checkDraft(draft: Draft): DraftFinding[] {
  if (draft.text.trim() === '') return []
  const tables = tablesFor(draft.text, draft.lang)
  const found = [
    ...everywhere.flatMap((look) => look(draft)),
    ...(tables ? inLanguage.flatMap((look) => look(draft, tables)) : privateOf(draft.text)),
  ]
  const byRule = Map.groupBy(found, (finding) => finding.rule)
  return draftRuleIds.flatMap((rule) =>
    (byRule.get(rule) ?? [])
      .toSorted((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
      .filter(isFirstThere)
      .slice(0, perRuleMax),
  )
}

/** What stops this answer: what the house has made a rule of. */
export function blocksDraft(draft: Draft): DraftFinding | undefined {
  if (draft.house.blocks.length === 0 && !draft.notToSay?.length) return undefined
  return checkDraft(draft).find((finding) => stopsAnswer(finding, draft.house))
}

/** What the house has made a rule of, and what is not said in the incident it is about. */
export function stopsAnswer(finding: DraftFinding, house: HouseStyle): boolean {
  return isOfTheLine(finding) || house.blocks.includes(finding.rule)
}

export function isOfTheLine(finding: DraftFinding): boolean {
  return finding.rule === 'incident' && finding.code === 'line'
}

export function findsWords(text: string, words: readonly string[]): boolean {
  return firstFound(text, words) !== undefined
}

/** As it stands in the text. */
export function firstFound(text: string, words: readonly string[]): string | undefined {
  return ofHouse(text, words)[0]?.found
}

function isFirstThere(finding: DraftFinding, at: number, all: readonly DraftFinding[]): boolean {
  const before = all[at - 1]
  return !(before?.span && finding.span && finding.span[0] < before.span[1])
}

type SimpleRule = 'blame' | 'defensive' | 'hollow' | 'source'
type Place = { span: Span; found: string }

function simple(rule: SimpleRule, { text }: Draft, regex: RegExp): DraftFinding[] {
  return placesOf(text, regex).map((place) => ({ rule, ...place, fix: undefined }))
}

function fromLexicon(rule: 'spelling' | 'jargon', { text }: Draft, lexicon: Lexicon): DraftFinding[] {
  return placesOf(text, lexicon.find).map((place) => ({
    rule,
    ...place,
    fix: fixOf(place, lexicon.insteadOf(place.found)),
  }))
}

function placesOf(text: string, regex: RegExp): Place[] {
  return [...text.matchAll(regex)].flatMap(({ 0: raw, index }): Place[] => {
    const found = raw.trimEnd()
    return found ? [{ span: [index, index + found.length], found }] : []
  })
}

function fixOf({ span, found }: Place, instead: string | undefined): DraftFinding['fix'] {
  if (!instead) return undefined
  const isCapital = /^\p{Lu}/u.test(found) && !/^\p{Lu}/u.test(instead)
  return { span, text: isCapital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead }
}

function privateOf(text: string): DraftFinding[] {
  return findPrivate(text).map(({ kind, span }) => ({ rule: 'private', kind, ...taken(text, span) }))
}

function taken(text: string, span: Span): { span: Span; found: string; fix: DraftFinding['fix'] } {
  return { span, found: text.slice(...span), fix: { span, text: '…' } }
}

/** Where somebody lives, too; not where we are. */
function lookPrivate({ text }: Draft, { homes, ourPlaces }: LanguageTables): DraftFinding[] {
  const known = privateOf(text)
  const places = placesOf(text, homes).filter(({ span }) => {
    const before = text.slice(Math.max(0, span[0] - 80), span[0])
    return placesOf(before.slice(before.search(/[^.!?]*$/u)), ourPlaces).length === 0
  })
  return [
    ...known,
    ...places.map(({ span }): DraftFinding => ({ rule: 'private', kind: 'home', ...taken(text, span) })),
  ]
}

/** "We cannot promise" promises nothing. */
function lookPromise({ text }: Draft, { promise, negation }: LanguageTables): DraftFinding[] {
  return placesOf(text, promise)
    .filter(({ span }) => !isDenied(text, span, negation))
    .map((place) => ({ rule: 'promise', code: 'known', ...place, fix: undefined }))
}

function isDenied(text: string, [start, end]: Span, negation: RegExp): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const clause = before.slice(before.search(/[^.!?,]*$/u))
  return placesOf(clause, negation).length > 0 || /^\s+(?:niet|geen|not|nothing)(?!\p{L})/iu.test(text.slice(end))
}

function lookIncident({ text, house }: Draft, { incident }: LanguageTables): DraftFinding[] {
  if (!house.isIncident) return []
  return placesOf(text, incident).map((place) => ({ rule: 'incident', code: 'known', ...place, fix: undefined }))
}

function lookHouseIncident({ text, house }: Draft): DraftFinding[] {
  if (!house.isIncident) return []
  return ofHouse(text, house.incidentWords).map((place) => ({
    rule: 'incident',
    code: 'house',
    ...place,
    fix: undefined,
  }))
}

function lookNotToSay({ text, notToSay = [] }: Draft): DraftFinding[] {
  return ofHouse(text, notToSay).map((place) => ({ rule: 'incident', code: 'line', ...place, fix: undefined }))
}

function lookHousePromises({ text, house }: Draft): DraftFinding[] {
  return ofHouse(text, house.promises).map((place) => ({ rule: 'promise', code: 'house', ...place, fix: undefined }))
}

function lookForbidden({ text, house }: Draft): DraftFinding[] {
  return house.words.flatMap(({ word, instead }) =>
    ofHouse(text, [word]).map(
      (place): DraftFinding => ({
        rule: 'forbidden',
        code: 'house',
        ...place,
        fix: fixOf(place, instead || undefined),
      }),
    ),
  )
}

function ofHouse(text: string, words: readonly string[]): Place[] {
  const sources = words
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(
      (word) =>
        quoted(word.replace(/\*$/u, '')).replace(/\s+/gu, '\\s+') + (word.endsWith('*') ? '[\\p{L}\\p{N}]*' : ''),
    )
  if (sources.length === 0) return []
  return placesOf(text, new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu'))
}

/** Nobody wants to hear of it while they write the first words. */
const fromLength = 20

function lookGreeting({ text, person, house }: Draft): DraftFinding[] {
  const how = howGreeted(text, person)
  if (house.greeting === 'unwanted') {
    const span = greetingSpan(text)
    if (how === 'not' || !span) return []
    return [{ rule: 'greeting', code: 'unwanted', span, found: text.slice(...span).trim(), fix: { span, text: '' } }]
  }
  if (how !== 'not' || text.trim().length < fromLength) return []
  const name = person && calledName(person.name)
  const fix = name ? withName(text, name) : undefined
  return [{ rule: 'greeting', code: 'missing', span: undefined, found: '', fix }]
}

function lookSignOff({ text, house, writer }: Draft): DraftFinding[] {
  if (house.signOff.trim() === '' || endsAs(text, house.signOff) || text.trim().length < fromLength) return []
  const example = signOffOf(house.signOff, writer)
  const end = text.trimEnd().replace(/\s\^$/u, '').length
  const fix = { span: [end, text.length] as const, text: ` ${example}` }
  return [{ rule: 'signoff', example, span: undefined, found: '', fix }]
}

function lookDisclosure({ text }: Draft, tables: LanguageTables): DraftFinding[] {
  if (placesOf(text, tables.disclosed).length > 0) return []
  const codes = ['praise', 'prize', 'offer', 'partner'] as const
  return codes
    .flatMap((code) => placesOf(text, tables[code]).map((place) => ({ code, ...place })))
    .map((one): DraftFinding => ({ rule: 'disclosure', ...one, fix: undefined }))
}

function lookSource(draft: Draft, { source, sourced }: LanguageTables): DraftFinding[] {
  if (placesOf(draft.text, sourced).length > 0) return []
  const { text, facts = [] } = draft
  return simple('source', draft, source).filter(({ span }) => !span || !isBacked(text, span, facts))
}

function lookOfficialese({ text }: Draft, { stiff, passive }: LanguageTables): DraftFinding[] {
  return [
    ...placesOf(text, stiff.find).map(
      (place): DraftFinding => ({
        rule: 'officialese',
        code: 'stiff',
        ...place,
        fix: fixOf(place, stiff.insteadOf(place.found)),
      }),
    ),
    ...placesOf(text, passive).map(
      (place): DraftFinding => ({ rule: 'officialese', code: 'passive', ...place, fix: undefined }),
    ),
  ]
}

const sentenceWordsMax = 30
const easeLeast = 30
const hardFromWords = 8

function lookReading({ text }: Draft, { lang }: LanguageTables): DraftFinding[] {
  const { ease, words, sentences } = readingOf(text, lang)
  const long = sentences.filter((span) => wordsOf(text.slice(...span)).length > sentenceWordsMax)
  if (long.length > 0)
    return long.map((span) => ({
      rule: 'reading',
      code: 'long_sentence',
      span,
      found: text.slice(...span),
      fix: undefined,
    }))
  if (words < hardFromWords || ease >= easeLeast) return []
  return [{ rule: 'reading', code: 'hard_words', span: undefined, found: '', fix: undefined }]
}

export type { DraftFinding, DraftRuleId }
