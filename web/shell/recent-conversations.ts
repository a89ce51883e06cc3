/** A conversation by what one remembers of it. */
export type Recent = { key: string; title: string; lang: string }

const recentMax = 20
let recent: readonly Recent[] = []

/** Those that were open in this window, the last one first. Kept in memory: what people wrote does not stay behind in a browser. */
export function recentConversations(): readonly Recent[] {
  return recent
}

export function rememberConversation({ key, title, lang }: Recent) {
  recent = [{ key, title, lang }, ...recent.filter((one) => one.key !== key)].slice(0, recentMax)
}
