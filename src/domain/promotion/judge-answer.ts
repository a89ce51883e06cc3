import type { Span } from '#domain/span.ts'
import type { Community, CommunityRules } from './community.ts'
import { discloses, speaksOfUs } from './discloses.ts'
import { countedLinks, findPromotion, type Promotion } from './find-promotion.ts'
import type { PromotionSettings, Voice } from './promotion-settings.ts'
import { isNearSame, type Sketch, sketchOf } from './sketch.ts'

/** What is known around an answer, counted by the server. */
export type GateGround = {
  settings: PromotionSettings
  /** The name of the organisation and of its brands. */
  brands: string[]
  community: Community
  rules: CommunityRules
  /** They turned to us: it is an answer, not an approach. */
  isAsked: boolean
  /** The words that are answered. */
  asks: string
  /** We never spoke to them, under any of their names. */
  isFirstContact: boolean
  /** How often they heard from us unasked within the window and did not answer, in other conversations. */
  unaskedContacts: number
  /** What we answered in this community within the window, and in the last day. */
  answers: number
  promotions: number
  answersToday: number
  /** What we answered elsewhere within the window and may not be said again without end: the newest first. */
  recent: { conversationId: string; sketch: Sketch; isPromotional: boolean }[]
}

export type GateAnswer = {
  text: string
  /** Undefined where nobody knows as whom it is posted: by hand. */
  voice: Voice | undefined
  /** To one of many who say the same; the rules of a pile hold for their words. */
  isOfPile: boolean
}

export type GateFinding = { span: Span | undefined; found: string } & (
  | { rule: 'undisclosed'; code: 'employee' | 'by_hand' | 'community' }
  | { rule: 'house_rule'; code: 'links' | 'unasked' | 'per_day'; value: number }
  | { rule: 'first_link' }
  | { rule: 'same_text'; threads: number }
  | { rule: 'share'; promotions: number; answers: number; oneIn: number }
  | { rule: 'unasked'; contacts: number; days: number }
  | { rule: 'link_price'; cents: number; currency: string }
)

export type Judgement = {
  isPromotional: boolean
  promotion: readonly Promotion[]
  isUnasked: boolean
  hasLink: boolean
  sketch: Sketch
  /** What stops it, the gravest first. Empty where it may go. */
  findings: GateFinding[]
}

/** Looks at one answer before it leaves. Nothing here asks the clock or the network: the pages and the server say the same. */
export function judgeAnswer(answer: GateAnswer, ground: GateGround): Judgement {
  const { settings, isAsked } = ground
  const { text } = answer
  const promotion = findPromotion(text, { ...settings, isAsked, asks: ground.asks })
  const links = countedLinks(text, settings)
  const judged = {
    isPromotional: promotion.length > 0,
    promotion,
    isUnasked: !isAsked,
    hasLink: links.length > 0,
    sketch: sketchOf(text),
  }
  if (!settings.isOn || text.trim() === '') return { ...judged, findings: [] }
  const look: Look = { answer, ground, ...judged, link: links[0] }
  const findings = looks.flatMap((one) => one(look) ?? []).filter(({ rule }) => !settings.off.includes(rule))
  return { ...judged, findings }
}

type Look = Omit<Judgement, 'findings'> & {
  answer: GateAnswer
  ground: GateGround
  link: { span: Span; found: string } | undefined
}
type OneLook = (look: Look) => GateFinding | undefined

const looks: readonly OneLook[] = [
  lookUndisclosed,
  lookHouseLinks,
  lookHouseUnasked,
  lookPerDay,
  lookFirstLink,
  lookSameText,
  lookShare,
  lookUnasked,
  lookLinkPrice,
]

const nowhere = { span: undefined, found: '' }

/** The organisation's own account says who speaks by its name; somebody's own, and what is posted by hand, must say it in words. */
function lookUndisclosed({ answer, ground, isPromotional, isUnasked, promotion }: Look): GateFinding | undefined {
  const { text, voice } = answer
  if (voice === 'organisation' || discloses(text, ground.brands)) return undefined
  const place = promotion[0] ? { span: promotion[0].span, found: promotion[0].found } : nowhere
  if (ground.rules.disclosure === 'always' && voice !== undefined)
    return { rule: 'undisclosed', code: 'community', ...nowhere }
  const speaksWell = isUnasked && speaksOfUs(text, ground.brands)
  if (voice === 'person' && (isPromotional || speaksWell)) return { rule: 'undisclosed', code: 'employee', ...place }
  if (voice === undefined && isPromotional) return { rule: 'undisclosed', code: 'by_hand', ...place }
  return undefined
}

function lookHouseLinks({ ground, link }: Look): GateFinding | undefined {
  if (!link || ground.rules.links === 'free') return undefined
  return { rule: 'house_rule', code: 'links', value: 0, span: link.span, found: link.found }
}

function lookHouseUnasked({ ground, isUnasked }: Look): GateFinding | undefined {
  return isUnasked && ground.rules.unasked === 'none'
    ? { rule: 'house_rule', code: 'unasked', value: 0, ...nowhere }
    : undefined
}

function lookPerDay({ ground: { rules, answersToday } }: Look): GateFinding | undefined {
  if (rules.perDay === null || answersToday < rules.perDay) return undefined
  return { rule: 'house_rule', code: 'per_day', value: rules.perDay, ...nowhere }
}

function lookFirstLink({ ground, isUnasked, link }: Look): GateFinding | undefined {
  return isUnasked && ground.isFirstContact && link
    ? { rule: 'first_link', span: link.span, found: link.found }
    : undefined
}

/** In a pile, who asked may get the same help as another who asked: what nobody promotes is held to the rules of a pile alone. */
function lookSameText({ answer, ground, isPromotional, isUnasked, hasLink, sketch }: Look): GateFinding | undefined {
  const { settings, recent } = ground
  const isPlain = !isPromotional && !(hasLink && isUnasked)
  if (isPlain && (!isUnasked || answer.isOfPile)) return undefined
  const most = isPlain ? settings.sameUnaskedThreads : settings.sameThreads
  const threads = new Set(
    recent
      .filter((one) => (isPlain || one.isPromotional) && isNearSame(sketch, one.sketch))
      .map((one) => one.conversationId),
  ).size
  return threads + 1 >= most ? { rule: 'same_text', threads: threads + 1, ...nowhere } : undefined
}

/** This one counted along: of ten answers one may promote, so that the second of eleven is too many. */
function lookShare({ ground, isPromotional, promotion }: Look): GateFinding | undefined {
  if (!isPromotional) return undefined
  const oneIn = ground.rules.oneIn ?? ground.settings.oneIn
  const [promotions, answers] = [ground.promotions + 1, ground.answers + 1]
  if (oneIn > 0 && promotions * oneIn <= answers) return undefined
  const place = promotion[0] ? { span: promotion[0].span, found: promotion[0].found } : nowhere
  return { rule: 'share', promotions, answers, oneIn, ...place }
}

function lookUnasked({ ground: { settings, unaskedContacts }, isUnasked }: Look): GateFinding | undefined {
  if (!isUnasked || unaskedContacts < settings.unaskedMax) return undefined
  return { rule: 'unasked', contacts: unaskedContacts, days: settings.windowDays, ...nowhere }
}

function lookLinkPrice({ ground: { rules, settings }, link }: Look): GateFinding | undefined {
  const { linkCents, currency } = rules
  if (!link || linkCents === null || linkCents <= settings.linkCentsMax) return undefined
  return { rule: 'link_price', cents: linkCents, currency, span: link.span, found: link.found }
}
