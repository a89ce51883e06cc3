/** Networks re-space what they are given, shorten names, and put the name of whom is answered in front; the words stay. */
export function isSameText(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other)
}

export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(@[\w.-]+)@[\w.-]+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:@[\w.-]+ )+/u, '')
}
