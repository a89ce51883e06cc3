import { z } from 'zod'

/** The parts of the sum. Each is a sentence on the screen; `figure` is the number in it. */
export const riskCodes = [
  'intent',
  'urgency',
  'anger',
  'negative',
  'vulnerable',
  'press',
  'vip',
  'complains_again',
  'followers',
  'spread',
  'alike',
  'replies',
  'spreading',
  'promise',
  'raised',
  'crisis',
] as const
export type RiskCode = (typeof riskCodes)[number]

export const riskPartSchema = z.object({
  code: z.enum(riskCodes),
  weight: z.number().nonnegative(),
  /** Which intent, which vulnerability. */
  value: z.string().optional(),
  /** So many followers, minutes, messages. */
  figure: z.number().optional(),
})
export type RiskPart = z.infer<typeof riskPartSchema>
