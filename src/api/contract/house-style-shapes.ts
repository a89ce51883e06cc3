import { z } from 'zod'
import { blockingRuleIds } from '#domain/draft/draft-rule.ts'
import { houseLimits } from '#domain/house-style.ts'

const line = z.string().trim().min(1).max(houseLimits.lineLength)
const lines = z.array(line).max(houseLimits.lines)

const invitation = z.string().trim().max(houseLimits.invitation)

/** How this house speaks. */
export const houseStyleShape = z.object({
  address: z.enum(['je', 'u']).nullable(),
  greeting: z.enum(['wanted', 'unwanted', 'free']),
  /** `{initials}` and `{name}` are those of whoever writes. */
  signOff: z.string().trim().max(houseLimits.signOff),
  words: z
    .array(z.object({ word: line, instead: z.string().trim().max(houseLimits.lineLength) }))
    .max(houseLimits.words),
  promises: lines,
  isIncident: z.boolean(),
  incidentWords: lines,
  blocks: z.array(z.enum(blockingRuleIds)),
  /** What invites somebody to a private channel. */
  privateInvitation: z.object({ nl: invitation, en: invitation }).optional(),
})
