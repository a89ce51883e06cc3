/** Literals that ask more of a place than its folded words: the very letters (`=ING`), or that it stands in the title. */
export type Narrowing = { literal: number; raw: string[] | undefined; isTitle: boolean }

/**
 * By the literal of the folded words, whose every hit is tried on them: exact case costs nothing until the word is there.
 */
export class Narrowings {
  byBase = new Map<number, Narrowing[]>()

  add(base: number, narrowing: Narrowing): void {
    const list = this.byBase.get(base)
    if (!list) this.byBase.set(base, [narrowing])
    else if (!list.some(({ literal }) => literal === narrowing.literal)) list.push(narrowing)
  }

  of(base: number): readonly Narrowing[] {
    return this.byBase.get(base) ?? []
  }

  get bytes(): number {
    return 200 * this.byBase.size
  }
}

/** Whether the text between the offsets is exactly this; both kinds of apostrophe are one. */
export function standsExactly(text: string, raw: string, start: number, end: number): boolean {
  if (end - start === raw.length && text.startsWith(raw, start)) return true
  return exactForm(text.slice(start, end)) === raw
}

export function exactForm(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[’‘＇]/gu, "'")
    .replaceAll(/\u00ad|\ufe0e|\ufe0f/gu, '')
}
