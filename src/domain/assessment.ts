import { z } from 'zod'

export const sentiments = ['negative', 'neutral', 'positive', 'mixed', 'unsure'] as const
export const intents = [
  'question',
  'complaint',
  'praise',
  'lead',
  'news',
  'spam',
  'legal_threat',
  'job',
  'crisis',
  'other',
  'unsure',
] as const
/** 0 no reply needed · 1 in opening hours · 2 today · 3 alert a person now. */
export const urgencies = [0, 1, 2, 3] as const

/** What triage says of a post, each with reasons of its own. */
export const labels = ['language', 'sentiment', 'intent', 'urgency', 'anger', 'sarcasm', 'spam'] as const
export type Label = (typeof labels)[number]

const share = z.number().min(0).max(1)

/**
 * One reason for one label. `code` names a sentence in the reader's language (`word`, `rule`, `negation`, …), `spans` are
 * the characters of the post it rests on, `weight` how far it pulled: positive towards the label, negative away from it.
 */
export const reasonSchema = z.object({
  label: z.enum(labels),
  code: z.string(),
  /** What the sentence speaks of: the word, the id of the rule. */
  value: z.string().optional(),
  weight: z.number(),
  spans: z.array(z.tuple([z.int(), z.int()])).default([]),
})

export const assessmentSchema = z.object({
  /** ISO 639-1 or -3, `und` when it cannot be told. `isAssessed` is false where no file of ours speaks that language. */
  lang: z.string(),
  langP: share,
  isAssessed: z.boolean(),
  sentiment: z.object({ class: z.enum(sentiments), score: z.number().min(-1).max(1), p: share }),
  intent: z.object({ top: z.enum(intents), p: z.partialRecord(z.enum(intents), share) }),
  urgency: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  anger: share,
  sarcasm: share,
  spam: share,
  reasons: z.array(reasonSchema),
  /** Which rules and weights said so, so that an old assessment can be explained for ever. */
  by: z.string(),
})

export type Assessment = z.infer<typeof assessmentSchema>
export type Reason = z.infer<typeof reasonSchema>
export type Sentiment = (typeof sentiments)[number]
export type Intent = (typeof intents)[number]
export type Urgency = (typeof urgencies)[number]
