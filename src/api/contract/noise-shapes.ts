import { z } from 'zod'
import { riskPartSchema } from '#domain/risk-part.ts'
import { joinedHows } from '#domain/story.ts'
import { at, id, namedShape, personShape, type Wire } from './basic-shapes.ts'

/** How urgent it is, and the sum in parts. */
export const riskShape = z.object({
  sum: z.number(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  parts: z.array(riskPartSchema),
})

const conversationNameShape = z.object({ id, key: z.string(), title: z.string() })

export const noiseLessonShape = z.object({
  id,
  isNoise: z.boolean(),
  /** Words given for a topic, not learned from a message. */
  isByHand: z.boolean(),
  conversation: conversationNameShape.nullable(),
  topic: namedShape.nullable(),
  author: namedShape.nullable(),
  words: z.array(z.string()),
  by: personShape.nullable(),
  at,
})

export const noiseTaughtShape = z.object({
  lessons: z.array(noiseLessonShape),
  words: z.array(z.object({ topic: namedShape, given: z.array(z.string()), learned: z.array(z.string()) })),
})

export const joinedShape = {
  how: z.enum(joinedHows),
  /** How like a copy is, 0 to 1; or what two tellings have in common. */
  why: z.object({ like: z.number().optional(), terms: z.array(z.string()).optional() }),
}

export type RiskView = Wire<z.infer<typeof riskShape>>
export type NoiseTaughtView = Wire<z.infer<typeof noiseTaughtShape>>
export type NoiseLessonView = Wire<z.infer<typeof noiseLessonShape>>
