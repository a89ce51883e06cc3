import { z } from 'zod'

/** Labels that corrections teach. The language is corrected, not learned; spam is one of the intents. */
export const taughtLabels = ['sentiment', 'intent', 'urgency', 'anger', 'sarcasm'] as const
export type TaughtLabel = (typeof taughtLabels)[number]

/** `live` counts now; `replaced` did until a newer one came; `refused` was not better; `rolled_back` was taken off by a person. */
export const deltaStates = ['live', 'replaced', 'refused', 'rolled_back'] as const
export type DeltaState = (typeof deltaStates)[number]

const share = z.number().min(0).max(1)

/** How one label did: macro-F1 on messages it was not learned from, and on the test set of the program, before and after. */
export const headFiguresSchema = z.object({
  head: z.enum(taughtLabels),
  corrections: z.int(),
  /** Messages that people dealt with and did not correct. */
  agreed: z.int(),
  before: share,
  after: share,
  testBefore: share,
  testAfter: share,
  isBetter: z.boolean(),
})
export type HeadFigures = z.infer<typeof headFiguresSchema>

/** A word that weighs since the corrections: how much it adds to a class on average, and in how many corrected messages it stands. */
export const wordWeightSchema = z.object({
  head: z.enum(taughtLabels),
  class: z.string(),
  word: z.string(),
  weight: z.number(),
  posts: z.int(),
})
export type WordWeight = z.infer<typeof wordWeightSchema>

/** So many new corrections of one language are learned from, and no fewer. */
export const correctionsLeast = 20
