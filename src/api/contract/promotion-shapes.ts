import { z } from 'zod'
import { gateRuleIds, promotionLimits as most, overrideRoles, voices } from '#domain/promotion/promotion-settings.ts'
import { id } from './basic-shapes.ts'

const count = (max: number) => z.int().min(0).max(max)
const address = z.string().trim().toLowerCase().min(3).max(most.addressLength)

/** What the gate looks at, and how much is too much. */
export const promotionSettingsShape = z.object({
  isOn: z.boolean(),
  off: z.array(z.enum(gateRuleIds)),
  oneIn: z.int().min(1).max(most.oneInMax),
  windowDays: z.int().min(1).max(most.windowDaysMax),
  sameThreads: z.int().min(most.threadsLeast).max(most.threadsMax),
  sameUnaskedThreads: z.int().min(most.threadsLeast).max(most.threadsMax),
  unaskedMax: z.int().min(1).max(most.unaskedMax),
  linkCentsMax: count(most.linkCentsMax),
  ownDomains: z.array(address).max(most.domains),
  servicePages: z.array(address).max(most.domains),
  /** By the id of an account. */
  voices: z.record(id, z.enum(voices)),
  overrideFrom: z.enum(overrideRoles),
})

export const communityShape = z.object({
  network: z.string().min(1).max(64),
  /** Empty is the network itself. */
  place: z.string().trim().max(most.placeLength),
  name: z.string().trim().min(1).max(most.placeLength),
})

export const communityRulesShape = z.object({
  links: z.enum(['free', 'none']),
  disclosure: z.enum(['promotion', 'always']),
  unasked: z.enum(['free', 'none']),
  perDay: z.int().min(1).max(most.perDayMax).nullable(),
  /** A bound of its own; 0 is no promotion at all, null that of the workspace. */
  oneIn: count(most.oneInMax).nullable(),
  linkCents: count(most.linkCentsMax).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/u),
  note: z.string().trim().max(most.noteLength),
})

export const overrideShape = z.object({
  rules: z.array(z.enum(gateRuleIds)).min(1),
  reason: z.string().trim().min(3).max(most.reasonLength),
})

/** What is known around an answer before it is written; the pages judge by it with the rules of the server. */
export const gateGroundShape = z.object({
  settings: promotionSettingsShape,
  brands: z.array(z.string()),
  community: communityShape,
  rules: communityRulesShape,
  isAsked: z.boolean(),
  asks: z.string(),
  isFirstContact: z.boolean(),
  unaskedContacts: z.int(),
  answers: z.int(),
  promotions: z.int(),
  answersToday: z.int(),
  recent: z.array(z.object({ conversationId: id, sketch: z.array(z.int()), isPromotional: z.boolean() })),
  /** As whom each of the accounts that can answer here speaks. */
  voices: z.record(id, z.enum(voices)),
})

const { settings, brands, recent, voices: voicesShape } = gateGroundShape.shape

/** The same around the answers of a pile: once for all, and of each what differs. */
export const pileGroundShape = z.object({
  ...{ settings, brands, recent, voices: voicesShape },
  communities: z.array(
    gateGroundShape.pick({ community: true, rules: true, answers: true, promotions: true, answersToday: true }),
  ),
  lines: z.array(
    gateGroundShape
      .pick({ isAsked: true, asks: true, isFirstContact: true, unaskedContacts: true })
      .extend({ conversationId: id, at: z.int().min(0) }),
  ),
})

export type GateGroundView = z.infer<typeof gateGroundShape>
