import { z } from 'zod'

/** What makes a message noise. The last three were taught, or said, by a member. */
export const noiseKinds = [
  'giveaway',
  'advertising',
  'job',
  'copies',
  'bot',
  'author',
  'text',
  'words',
  'hand',
] as const
export type NoiseKind = (typeof noiseKinds)[number]

export const noiseReasonSchema = z.object({
  kind: z.enum(noiseKinds),
  /** The words it rests on: found in the message, or what tells a namesake from us. */
  words: z.array(z.string()).default([]),
  /** So many copies, or posts an hour. */
  figure: z.number().optional(),
  /** Who said so. */
  byId: z.string().optional(),
  /** It came back to the work: it grew to so many in few hours, somebody said something that is none, or a member said so. */
  back: z
    .object({ why: z.enum(['storm', 'said', 'hand']), figure: z.number().optional() })
    .nullable()
    .default(null),
})
export type NoiseReason = z.infer<typeof noiseReasonSchema>

/** Few enough to be told apart, many enough to know a pattern. */
export const lessonWordsMax = 24

/** What a lesson may be about. */
export type NoiseLesson = {
  id: string
  isNoise: boolean
  topicId: string | null
  authorId: string | null
  words: readonly string[]
  /** Words given by hand: one of them is enough. */
  isByHand: boolean
}
