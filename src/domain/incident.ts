import type { Intent, Sentiment } from './assessment.ts'
import type { RiskLevel } from './risk.ts'
import { isFlagged } from './risk-flag.ts'
import type { RiskPart } from './risk-part.ts'

/** A live incident has one room: one lead, one line, one list of what is still to be done. */
export function incidentKey(number: number): string {
  return `INC-${number}`
}

export function numberOfIncidentKey(key: string): number | undefined {
  const match = /^INC-(\d{1,9})$/iu.exec(key)
  return match ? Number(match[1]) : undefined
}

export const incidentParts = ['member', 'observer'] as const
export type IncidentPart = (typeof incidentParts)[number]

/** A version of the line. `replaced`: another was proposed or approved in its place. */
export const lineStates = ['proposed', 'approved', 'sent_back', 'replaced'] as const
export type LineState = (typeof lineStates)[number]

export const entryKinds = ['decision', 'update'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Who may say what, in words: a name or a function, and what they speak about. */
export type Voice = { who: string; what: string }

/** What closing asks: what we heard, what we did about it and why, and what we change. */
export type IncidentReview = { heard: string; did: string; learned: string }

export const lanes = ['must_answer', 'use_line', 'watch'] as const
export type Lane = (typeof lanes)[number]
/** Why it stands there. `hand`: a person put it there. */
export const laneWhys = ['hand', 'flag', 'asks', 'negative', 'rest'] as const
export type LaneWhy = (typeof laneWhys)[number]

export type LaneFacts = {
  byHand: Lane | null
  riskLevel: RiskLevel
  riskParts: readonly RiskPart[]
  intent: Intent
  sentiment: Sentiment
}

/**
 * Where a message of an incident belongs. A person's word wins. Then: whoever is in danger, writes for the press, threatens with the law or weighs as
 * heavy must get an answer of their own; whoever asks or complains gets the line; the rest is watched.
 */
export function laneOf({ byHand, intent, sentiment, ...risk }: LaneFacts): { lane: Lane; why: LaneWhy } {
  if (byHand) return { lane: byHand, why: 'hand' }
  if (isFlagged(risk) || risk.riskLevel >= 2 || intent === 'legal_threat' || intent === 'crisis')
    return { lane: 'must_answer', why: 'flag' }
  if (intent === 'question' || intent === 'complaint') return { lane: 'use_line', why: 'asks' }
  if (sentiment === 'negative' || sentiment === 'mixed') return { lane: 'use_line', why: 'negative' }
  return { lane: 'watch', why: 'rest' }
}

/** The line of an incident, for whoever answers in a conversation of it. */
export type LineOver = { notToSay: readonly string[] }

export const incidentLimits = {
  title: 120,
  happening: 400,
  line: 4_000,
  note: 1_000,
  entry: 4_000,
  task: 300,
  tasks: 100,
  words: 60,
  wordLength: 120,
  voices: 30,
  voice: 200,
  people: 100,
  topics: 30,
  conversations: 200,
  review: 8_000,
  mailTo: 30,
  updateMinutes: 1_440,
  steps: 40,
  stepMinutes: 10_080,
} as const
