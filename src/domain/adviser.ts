import { z } from 'zod'
import { type Assessment, intents, type Urgency } from './assessment.ts'

/**
 * A large language model elsewhere, or on a machine of one's own, that may be asked where triage says "unsure". Anything that
 * speaks the chat completions of OpenAI will do. Off until an administrator turns it on.
 */
export const adviserInputSchema = z.object({
  isOn: z.boolean(),
  /** Up to and with the version: https://api.example.org/v1. */
  address: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .transform((address) => address.replace(/\/+$/u, '')),
  model: z.string().trim().min(1).max(200),
  /** Left out: what is kept stays. Empty: none is sent. */
  key: z.string().trim().max(2_000).optional(),
  /** Per million tokens, in the money of the provider's bill. */
  priceIn: z.number().min(0).max(100_000),
  priceOut: z.number().min(0).max(100_000),
  /** In the same money. Nothing is asked that could go over it. */
  mostPerMonth: z.number().min(0).max(1_000_000),
})
export type AdviserInput = z.output<typeof adviserInputSchema>

export const opinionStates = ['asked', 'answered', 'unreadable', 'failed'] as const
export type OpinionState = (typeof opinionStates)[number]

/** What may be asked for: only what triage is unsure about. */
export const adviceLabels = ['sentiment', 'intent'] as const
export type AdviceLabel = (typeof adviceLabels)[number]

export const opinionSchema = z.object({
  sentiment: z.enum(['negative', 'neutral', 'positive', 'mixed']).optional(),
  intent: z.enum(intents).exclude(['unsure']).optional(),
  because: z.string().trim().max(2_000).default(''),
})
export type Opinion = z.infer<typeof opinionSchema>

export function unsureOf({ sentiment, intent }: Pick<Assessment, 'sentiment' | 'intent'>): AdviceLabel[] {
  return adviceLabels.filter((label) => (label === 'sentiment' ? sentiment.class : intent.top) === 'unsure')
}

const scoreOf = { negative: -0.5, neutral: 0, mixed: 0, positive: 0.5 } as const
/** What must not wait, whoever says it. */
const leastUrgency: Partial<Record<string, Urgency>> = { crisis: 3, legal_threat: 2 }
const becauseMax = 300

/** The assessment with the opinion where it was unsure, and nowhere else. The urgency may rise by it and never falls. */
export function withOpinion(said: Assessment, opinion: Opinion, model: string): Assessment {
  const filled = unsureOf(said).filter((label) => opinion[label] !== undefined)
  if (filled.length === 0) return said
  const tone = filled.includes('sentiment') ? opinion.sentiment : undefined
  const wish = filled.includes('intent') ? opinion.intent : undefined
  const least = wish ? (leastUrgency[wish] ?? 0) : 0
  return {
    ...said,
    sentiment: tone ? { ...said.sentiment, class: tone, score: scoreOf[tone] } : said.sentiment,
    intent: wish ? { ...said.intent, top: wish } : said.intent,
    urgency: said.urgency < least ? least : said.urgency,
    reasons: [
      ...said.reasons,
      ...filled.map((label) => ({
        label,
        code: 'opinion',
        value: opinion.because.slice(0, becauseMax),
        // The tone has two directions: a reason for a negative one pulls down.
        weight: label === 'sentiment' && tone === 'negative' ? -1 : 1,
        spans: [],
      })),
    ],
    by: `${said.by}+${model}`,
  }
}
