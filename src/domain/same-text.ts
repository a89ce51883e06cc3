/** Networks trim, join and re-space what they are given; the words stay. */
export function isSameText(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other)
}

export function plainWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
