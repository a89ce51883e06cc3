import { z } from 'zod'

export const topicQueryMax = 20_000
export const topicStates = ['on', 'paused'] as const
export type TopicState = (typeof topicStates)[number]

/** Why we may listen: the legal grounds of the GDPR, article 6. */
export const legalBases = ['legitimate_interest', 'public_task', 'consent', 'contract'] as const
export const topicPurposes = ['customer_care', 'reputation', 'market', 'safety'] as const

export const topicInputSchema = z.object({
  name: z.string().trim().min(1).max(120),
  query: z.string().trim().min(1).max(topicQueryMax),
  departmentId: z.uuid().nullable().default(null),
  purpose: z.enum(topicPurposes).default('customer_care'),
  legalBasis: z.enum(legalBases).default('legitimate_interest'),
})
export type TopicInput = z.infer<typeof topicInputSchema>

/** A topic is looked at again after a year: sooner than it becomes a habit nobody remembers the reason of. */
export const topicReviewDays = 365
