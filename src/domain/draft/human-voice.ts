import type { Span } from '#domain/span.ts'
import type { Draft } from './check-draft.ts'
import { tablesFor } from './draft-lang.ts'
import type { DraftFinding } from './draft-rule.ts'
import { howGreeted } from './greeting.ts'
import { readingOf, wordsOf } from './reading.ts'

/** What the score is made of, and how many of the 100 points each is worth. */
export const voiceParts = { reading: 25, active: 15, plainWords: 20, personal: 15, persons: 10, heard: 15 } as const
export type VoicePart = keyof typeof voiceParts

export type VoiceCost = { part: VoicePart; points: number; span: Span | undefined; found: string }
export type HumanVoice = {
  /** 0 to 100. */
  score: number
  /** The stretches that cost most, the dearest first. */
  costs: readonly VoiceCost[]
}

const wordsLeast = 6
const costsMax = 5

/** The ease of reading that costs nothing, and the one that gains nothing. */
const ease = { best: 65, worst: 25 }
/** One word in so many speaks of me, us or you. */
const personsShare = 0.1
/** So much of its part one stretch costs; three of them cost it all. */
const hitCost = 1 / 3

/**
 * How much an answer sounds as a person does: 100 less what its parts cost. The parts are those of Conversational Human Voice as webcare research
 * measures it (Kelleher 2009; van Noort & Willemsen 2012; Liebrecht & van Hooijdonk): speaking to somebody (a name or a greeting), as somebody (I, we, you),
 * having listened (no blame, no defence, no hollow apology), plain words and active sentences; and how easily it reads (Flesch, in Dutch Douma).
 * Undefined where there are too few words, or words of a language we know too little of.
 */
export function humanVoice(draft: Draft, findings: readonly DraftFinding[]): HumanVoice | undefined {
  const tables = tablesFor(draft.text, draft.lang)
  const words = wordsOf(draft.text)
  if (!tables || words.length < wordsLeast) return undefined
  const reading = readingOf(draft.text, tables.lang)
  const lostEase = clamp((ease.best - reading.ease) / (ease.best - ease.worst))
  const persons = (draft.text.match(tables.persons)?.length ?? 0) / words.length
  const costs: VoiceCost[] = [
    ...ofFindings(
      'heard',
      findings,
      (one) => one.rule === 'blame' || one.rule === 'defensive' || one.rule === 'hollow',
    ),
    ...ofFindings('active', findings, (one) => one.rule === 'officialese' && one.code === 'passive'),
    ...ofFindings(
      'plainWords',
      findings,
      (one) => one.rule === 'jargon' || (one.rule === 'officialese' && one.code === 'stiff'),
    ),
    whole(
      'reading',
      lostEase,
      findings.find(({ rule }) => rule === 'reading'),
    ),
    whole('personal', howGreeted(draft.text, draft.person) === 'not' ? 1 : 0),
    whole('persons', clamp(1 - persons / personsShare)),
  ]
  const lost = costs.reduce((sum, { points }) => sum + points, 0)
  return {
    score: Math.round(100 - lost),
    costs: costs
      .filter(({ points }) => points >= 1)
      .toSorted((a, b) => b.points - a.points)
      .slice(0, costsMax),
  }
}

function ofFindings(
  part: VoicePart,
  findings: readonly DraftFinding[],
  isOf: (finding: DraftFinding) => boolean,
): VoiceCost[] {
  const found = findings.filter(isOf)
  const each = found.length === 0 ? 0 : (voiceParts[part] * Math.min(1, found.length * hitCost)) / found.length
  return found.map((finding) => ({ part, points: each, span: finding.span, found: finding.found }))
}

function whole(part: VoicePart, lost: number, finding?: DraftFinding): VoiceCost {
  return { part, points: voiceParts[part] * lost, span: finding?.span, found: finding?.found ?? '' }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
