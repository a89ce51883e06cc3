import { calledName, howGreeted, plain } from './draft/greeting.ts'
import { findPrivate, type PrivateKind } from './private-data.ts'
import type { Span } from './span.ts'

/** An answer as it is being written, with what is known of whom it is for and what was said before. */
export type CoachDraft = {
  text: string
  /** Whom it answers, as they call themselves; undefined where nobody is known. */
  person: { name: string; handle: string } | undefined
  /** What we answered here before, in any order. */
  previous: readonly string[]
}

/** What one check found. A code has its words on the screen; `value` and `span` say about what. */
export type CoachFinding = { span?: Span } & (
  | { id: 'private'; isGood: true; code: 'nothing_private' }
  | { id: 'private'; isGood: false; code: 'private'; kind: PrivateKind }
  | { id: 'repeat'; isGood: true; code: 'new_words' }
  | { id: 'repeat'; isGood: false; code: 'same_words' | 'nearly_same' }
  | { id: 'link'; isGood: true; code: 'full_link' }
  | { id: 'link'; isGood: false; code: 'short_link'; host: string }
  | { id: 'link'; isGood: false; code: 'no_link'; word: string }
  | { id: 'name'; isGood: true; code: 'named' | 'greeted' }
  | { id: 'name'; isGood: false; code: 'not_named'; name: string }
  | { id: 'name'; isGood: false; code: 'not_greeted' }
)
export type CoachCheckId = CoachFinding['id']

/** One thing the coach looks at. It answers nothing where there is nothing to say. */
export type CoachCheck = { id: CoachCheckId; look: (draft: CoachDraft) => CoachFinding | undefined }

/** More than four nobody reads. */
export const coachShownMax = 4

/** The checks, the gravest first. A new one is a line here, a kind of finding above and its words on the screen. */
export const coachChecks: readonly CoachCheck[] = [
  { id: 'private', look: lookPrivate },
  { id: 'repeat', look: lookRepeat },
  { id: 'link', look: lookLink },
  { id: 'name', look: lookName },
]

/** What there is to say of a draft: what to mend before what is well, at most four. Nothing while there are no words. */
export function coach(draft: CoachDraft, checks: readonly CoachCheck[] = coachChecks): CoachFinding[] {
  if (draft.text.trim() === '') return []
  const findings = checks.flatMap(({ look }) => look(draft) ?? [])
  return findings.toSorted((a, b) => Number(a.isGood) - Number(b.isGood)).slice(0, coachShownMax)
}

function lookPrivate({ text }: CoachDraft): CoachFinding {
  const [first] = findPrivate(text)
  if (!first) return { id: 'private', isGood: true, code: 'nothing_private' }
  return { id: 'private', isGood: false, code: 'private', kind: first.kind, span: first.span }
}

/** Two answers with so many of their neighbouring words in common read as one text. */
const nearShare = 0.7
const nearWordsLeast = 6

function lookRepeat({ text, previous }: CoachDraft): CoachFinding | undefined {
  if (previous.length === 0) return undefined
  const mine = wordsOf(text)
  if (mine.length === 0) return undefined
  if (previous.some((one) => wordsOf(one).join(' ') === mine.join(' ')))
    return { id: 'repeat', isGood: false, code: 'same_words' }
  if (mine.length < nearWordsLeast) return undefined
  const isNear = previous.some((one) => likeness(mine, wordsOf(one)) >= nearShare)
  return isNear
    ? { id: 'repeat', isGood: false, code: 'nearly_same' }
    : { id: 'repeat', isGood: true, code: 'new_words' }
}

function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Pairs of neighbouring words in common, of all pairs (Jaccard). */
function likeness(a: readonly string[], b: readonly string[]): number {
  const pairs = (words: readonly string[]) => new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
  const [left, right] = [pairs(a), pairs(b)]
  const all = left.union(right).size
  return all === 0 ? 0 : left.intersection(right).size / all
}

/** Addresses that hide where they lead. */
const shorteners = new Set(
  'bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly is.gd rb.gy cutt.ly t.ly dlvr.it lnkd.in tiny.cc shorturl.at bl.ink trib.al amzn.to fb.me'.split(
    ' ',
  ),
)
const anyLink = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?…]/giu
/** Addresses without https, as people type them. */
const bareLink =
  /(?<![\w@/.-])(?:www\.)?(?:[a-z0-9-]+\.)+(?:nl|be|com|org|net|eu|io|ly|gl|co|gd|gy|cc|at|in|me|example)(?:\/[^\s<>"')\]]*)?(?![\w@-])/giu
const promised =
  /\b(?:(?:via|met|in|op|onder|volg|gebruik|klik op) (?:de|deze|onderstaande|bijgaande|dit) (?:link|formulier|pagina)|deze link|onderstaande link|op (?:onze|de) (?:web)?site|(?:kijk|klik|lees|vind je het) hier|(?:this|the following|the) link|(?:on|via|at) (?:our|the) (?:web ?site|page)|click here|see here|link below)\b/giu

function lookLink({ text }: CoachDraft): CoachFinding | undefined {
  const links = [...text.matchAll(anyLink), ...text.matchAll(bareLink)]
  for (const { 0: found, index } of links) {
    const host = hostOf(found)
    if (shorteners.has(host))
      return { id: 'link', isGood: false, code: 'short_link', host, span: [index, index + found.length] }
  }
  if (links.length > 0) return { id: 'link', isGood: true, code: 'full_link' }
  const [promise] = text.matchAll(promised)
  if (!promise) return undefined
  const span: Span = [promise.index, promise.index + promise[0].length]
  return { id: 'link', isGood: false, code: 'no_link', word: promise[0], span }
}

function hostOf(link: string): string {
  const [host = ''] = link
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .split(/[/?#:]/u)
  return host
}

/** Nobody wants to hear that a name is missing while they write the first word. */
const nameFromLength = 20
function lookName({ text, person }: CoachDraft): CoachFinding | undefined {
  const said = text.trim()
  const how = howGreeted(text, person)
  if (how === 'named') return { id: 'name', isGood: true, code: 'named' }
  if (how === 'greeted') return { id: 'name', isGood: true, code: 'greeted' }
  if (said.length < nameFromLength) return undefined
  const name = person && calledName(person.name)
  return name === undefined
    ? { id: 'name', isGood: false, code: 'not_greeted' }
    : { id: 'name', isGood: false, code: 'not_named', name }
}
