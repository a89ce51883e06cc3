/** Words of an answer that could not go out after the next conversation was already open. They wait for their writer. */
export type KeptText = {
  text: string
  /** Who was faster, where that was the reason. */
  by: { id: string; name: string } | null
  why: string
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
