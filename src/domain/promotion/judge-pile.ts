import type { Community, CommunityRules } from './community.ts'
import { type GateFinding, type GateGround, judgeAnswer } from './judge-answer.ts'
import type { Voice } from './promotion-settings.ts'

/** What is known around the answers of a pile: once for all, and of each what differs. */
export type PileGround = Pick<GateGround, 'settings' | 'brands' | 'recent'> & {
  communities: (Pick<GateGround, 'answers' | 'promotions' | 'answersToday'> & {
    community: Community
    rules: CommunityRules
  })[]
  lines: (Pick<GateGround, 'isAsked' | 'asks' | 'isFirstContact' | 'unaskedContacts'> & {
    conversationId: string
    /** Which of the communities. */
    at: number
  })[]
}

export type PileAnswer = { conversationId: string; text: string; voice: Voice | undefined }

/**
 * What the gate would stop of a pile, by conversation, as the server will find when it writes them: one after the other in the order of their
 * conversations, each that may go counted along for those behind it. Of one that is not in the ground nothing is said.
 */
export function judgePile(answers: readonly PileAnswer[], ground: PileGround): Map<string, GateFinding[]> {
  const counted = ground.communities.map((one) => ({ ...one }))
  const recent = [...ground.recent]
  const stopped = new Map<string, GateFinding[]>()
  for (const { conversationId, text, voice } of answers.toSorted(byConversation)) {
    const line = ground.lines.find((one) => one.conversationId === conversationId)
    const place = line && counted[line.at]
    if (!place) continue
    const elsewhere = recent.filter((one) => one.conversationId !== conversationId)
    const around = { ...ground, ...place, ...line, recent: elsewhere }
    const { findings, isPromotional, isUnasked, hasLink, sketch } = judgeAnswer({ text, voice, isOfPile: true }, around)
    if (findings.length > 0) {
      stopped.set(conversationId, findings)
      continue
    }
    place.answers += 1
    place.answersToday += 1
    place.promotions += isPromotional ? 1 : 0
    if ((isPromotional || isUnasked) && sketch.length > 0)
      recent.unshift({ conversationId, sketch, isPromotional: isPromotional || (hasLink && isUnasked) })
  }
  return stopped
}

/** The order in which a pile is written. */
export function byConversation(a: { conversationId: string }, b: { conversationId: string }): number {
  return a.conversationId < b.conversationId ? -1 : 1
}
