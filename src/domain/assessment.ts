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

const share = z.number().min(0).max(1)

/**
 * One reason for one label. `code` names a sentence in the reader's language (`word`, `rule`, `negation`, …), `spans` are
 * the characters of the post it rests on, `weight` how far it pulled: positive towards the label, negative away from it.
 */
export const reasonSchema = z.object({
  label: z.enum(['language', 'sentiment', 'intent', 'urgency', 'anger', 'sarcasm', 'spam']),
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

/** What a person said instead. Only the labels that were changed. A correction wins over every later assessment. */
export const correctionSchema = z.object({
  lang: z.string().optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'mixed']).optional(),
  intent: z.enum(intents).exclude(['unsure']).optional(),
  urgency: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
})
export type Correction = z.infer<typeof correctionSchema>

/** The assessment as people see it: corrections laid over what triage said. */
export function corrected(assessment: Assessment, correction: Correction | null | undefined): Assessment {
  if (!correction) return assessment
  return {
    ...assessment,
    lang: correction.lang ?? assessment.lang,
    sentiment: correction.sentiment
      ? { class: correction.sentiment, score: scoreOf[correction.sentiment], p: 1 }
      : assessment.sentiment,
    intent: correction.intent ? { top: correction.intent, p: { [correction.intent]: 1 } } : assessment.intent,
    urgency: correction.urgency ?? assessment.urgency,
  }
}

const scoreOf = { negative: -1, neutral: 0, mixed: 0, positive: 1 } as const
