/** With which wording of which version an answer was begun. */
export type SnippetUsed = { versionId: string; wording: string }

/** For as long as the page is open, so that an answer taken back still knows. The server counts what is left of it in the answer. */
const usedByConversation = new Map<string, SnippetUsed[]>()
const conversationsMax = 50
const usedMax = 10

export function noteSnippet(conversationId: string, used: SnippetUsed): void {
  const before = (usedByConversation.get(conversationId) ?? []).filter(({ wording }) => wording !== used.wording)
  usedByConversation.delete(conversationId)
  usedByConversation.set(conversationId, [...before, used].slice(-usedMax))
  const oldest = usedByConversation.keys().next().value
  if (usedByConversation.size > conversationsMax && oldest !== undefined) usedByConversation.delete(oldest)
}

export function snippetsUsed(conversationId: string): SnippetUsed[] {
  return usedByConversation.get(conversationId) ?? []
}
