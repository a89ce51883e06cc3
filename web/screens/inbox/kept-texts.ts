import type { AfterReply, Visibility } from '#domain/reply.ts'

/** What becomes of the conversation when the answer leaves, and when that is, as its writer chose. */
export type SendWay = { thenDo: AfterReply; waitUntil?: Date | undefined; sendAt?: Date | undefined }
export const plainWay: SendWay = { thenDo: 'done' }

/** Words of an answer that could not go out after the next conversation was already open. They wait for their writer. */
export type KeptText = {
  text: string
  visibility: Visibility
  /** Who was faster, where that was the reason. */
  by: { id: string; name: string } | null
  why: string
  /** How it would have gone, where it was sent and refused. */
  way?: SendWay
}

const keptByConversation = new Map<string, KeptText>()
const keptMax = 50

export function keepText(conversationId: string, kept: KeptText): void {
  keptByConversation.delete(conversationId)
  keptByConversation.set(conversationId, kept)
  const oldest = keptByConversation.keys().next().value
  if (keptByConversation.size > keptMax && oldest !== undefined) keptByConversation.delete(oldest)
}

export function keptText(conversationId: string): KeptText | undefined {
  return keptByConversation.get(conversationId)
}

export function forgetText(conversationId: string): void {
  keptByConversation.delete(conversationId)
}
