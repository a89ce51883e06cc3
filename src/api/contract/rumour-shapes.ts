import { z } from 'zod'
import { knowledgeStatementSchema } from '#domain/knowledge-input.ts'
import { rumourSays, rumourStates, rumourTruths, rumourVerdicts } from '#domain/rumour.ts'
import { at, id, personShape, type Wire } from './basic-shapes.ts'

const marksShape = z.object({ all: z.array(z.array(z.string())), none: z.array(z.string()) })
const statements = z.array(knowledgeStatementSchema)
const says = z.enum(rumourSays)
const verdict = z.enum(rumourVerdicts)
const because = z.array(z.string())

export const listedRumourShape = z.object({
  id,
  title: z.string(),
  truth: z.enum(rumourTruths),
  state: z.enum(rumourStates),
  owner: personShape.nullable(),
  /** Messages that tell or ask it, and of these in the last 24 hours; that deny it; that a person is asked about. */
  told: z.int(),
  toldToday: z.int(),
  denied: z.int(),
  toJudge: z.int(),
  /** People who tell or ask it. */
  authors: z.int(),
  /** Messages that tell or ask it, in each of the last fourteen times 24 hours. */
  days: z.array(z.int()),
  answer: z.enum(['none', 'waits', 'approved']),
  /** Whatever was heard between these was asked for it. */
  lookFrom: at,
  lookedTo: at,
  changedAt: at,
})

export const rumourShape = listedRumourShape.extend({
  wordings: z.array(z.object({ text: z.string(), lang: z.string() })),
  marks: marksShape,
  sources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
  topicIds: z.array(id),
  revision: z.int(),
  /** The newest first. */
  answers: z.array(
    z.object({
      number: z.int(),
      statements,
      by: personShape.nullable(),
      at,
      approvedBy: personShape.nullable(),
      approvedAt: at.nullable(),
    }),
  ),
  /** Those that a person is asked about first, then the newest. `because`: the words that say so. */
  messages: z.array(
    z.object({
      mentionId: id,
      conversationId: id,
      number: z.int(),
      network: z.string(),
      author: z.string(),
      text: z.string(),
      publishedAt: at,
      says,
      verdict,
      because,
    }),
  ),
})

export const conversationRumourShape = z.object({
  id,
  title: z.string(),
  truth: z.enum(rumourTruths),
  says,
  verdict,
  mentionId: id,
  /** The newest version that was approved. */
  answer: z.object({ number: z.int(), statements }).nullable(),
  told: z.int(),
})

export const rumourTrialShape = z.object({
  asked: z.int(),
  found: z.int(),
  denied: z.int(),
  maybe: z.int(),
  examples: z.array(z.object({ text: z.string(), says, verdict: z.enum(['found', 'maybe']), because })),
  /** Which of its own wordings the marks do not know. */
  unknownWordings: z.array(z.int()),
})

export const suggestedMarksShape = marksShape

export type ListedRumourView = Wire<z.output<typeof listedRumourShape>>
export type RumourView = Wire<z.output<typeof rumourShape>>
export type ConversationRumourView = Wire<z.output<typeof conversationRumourShape>>
export type RumourTrialView = Wire<z.output<typeof rumourTrialShape>>
