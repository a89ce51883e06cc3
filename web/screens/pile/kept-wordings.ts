const place = (conversation: string): string => `wederhoor pile ${conversation}`

/** Words typed for a pile stay in this window until they are sent, also when the page is left or loaded again. */
export function keptWordings(conversation: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(conversation)) ?? '')
    if (Array.isArray(kept) && kept.length > 0 && kept.every((one) => typeof one === 'string')) return kept
  } catch {
    // A browser that keeps nothing, or something we did not write.
  }
  return ['']
}

export function keepWordings(conversation: string, wordings: readonly string[]): void {
  try {
    if (wordings.every((one) => one.trim() === '')) sessionStorage.removeItem(place(conversation))
    else sessionStorage.setItem(place(conversation), JSON.stringify(wordings))
  } catch {
    // A browser that keeps nothing: the words stand on the screen, as everywhere.
  }
}
