import type { Role } from '#domain/role.ts'

/** What is looked at before an answer leaves, the gravest first. Each can be turned off. */
export const gateRuleIds = [
  'undisclosed',
  'house_rule',
  'first_link',
  'same_text',
  'share',
  'unasked',
  'link_price',
] as const
export type GateRuleId = (typeof gateRuleIds)[number]

/** As whom an account speaks: the organisation itself, or somebody who works there. */
export const voices = ['organisation', 'person'] as const
export type Voice = (typeof voices)[number]

/** Who may send what the gate stops, with a reason. */
export const overrideRoles = ['member', 'lead', 'admin', 'owner'] as const satisfies readonly Role[]

export type PromotionSettings = {
  isOn: boolean
  /** What does not stop an answer here, though it is looked at. */
  off: GateRuleId[]
  /** One promotion in so many answers, in each community. */
  oneIn: number
  /** Shares, the same text and unasked contact are counted over so many days. */
  windowDays: number
  /** In how many conversations one promotional text is too many. */
  sameThreads: number
  /** The same of a text that promotes nothing, where nobody asked. */
  sameUnaskedThreads: number
  /** So often may somebody hear from us unasked within the window, without having answered. */
  unaskedMax: number
  /** What a link may cost on a network that asks money for it, in cents. */
  linkCentsMax: number
  /** Our own addresses: `zilvermeeuw.nl`, with all below it. */
  ownDomains: string[]
  /** Addresses that only help: `zilvermeeuw.nl/help`. A link to one promotes nothing. */
  servicePages: string[]
  /** What an administrator said of accounts; of the others their name decides. */
  voices: Record<string, Voice>
  overrideFrom: (typeof overrideRoles)[number]
}

export const plainPromotion: PromotionSettings = {
  isOn: true,
  off: [],
  oneIn: 10,
  windowDays: 30,
  sameThreads: 3,
  sameUnaskedThreads: 10,
  unaskedMax: 2,
  linkCentsMax: 0,
  ownDomains: [],
  servicePages: [],
  voices: {},
  overrideFrom: 'lead',
}

export const promotionLimits = {
  oneInMax: 100,
  windowDaysMax: 365,
  threadsLeast: 2,
  threadsMax: 100,
  unaskedMax: 20,
  linkCentsMax: 10_000,
  domains: 100,
  addressLength: 200,
  perDayMax: 1_000,
  noteLength: 500,
  reasonLength: 500,
  placeLength: 300,
  communities: 500,
} as const
