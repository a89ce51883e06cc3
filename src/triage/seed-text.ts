import { markBrands } from './mark-brands.ts'
import { tokenise } from './tokenise.ts'

/** The longest text that a line of the corpus may have. */
const seedMost = 1_000

/**
 * A post as a line of the corpus: our own names become the slot `{brand}`, so that nothing is learned about them, and signs that
 * mean something in a seed become ordinary ones.
 */
export function seedText(text: string, brands: readonly string[]): string {
  // A slot that is cut in two is no slot.
  return slotted(text, brands)
    .slice(0, seedMost)
    .replace(/\{[^}]*$/u, '')
}

function slotted(text: string, brands: readonly string[]): string {
  let seed = ''
  let from = 0
  let wasBrand = false
  for (const token of markBrands(tokenise(text), brands).tokens) {
    const between = text.slice(from, token.start)
    const isBrand = token.kind === 'brand'
    // A name of several words is one slot.
    const goesOn = isBrand && wasBrand && between.trim() === ''
    if (!goesOn)
      seed +=
        plain(between) + (isBrand ? `${signOf(text, token.start)}{brand}` : plain(text.slice(token.start, token.end)))
    from = token.end
    wasBrand = isBrand
  }
  return seed + plain(text.slice(from))
}

/** `@` or `#` before a name, where the token has it. */
function signOf(text: string, at: number): string {
  const sign = text[at] ?? ''
  return sign === '@' || sign === '#' ? sign : ''
}

function plain(text: string): string {
  return text.replaceAll(/[[{]/gu, '(').replaceAll(/[\]}]/gu, ')')
}
