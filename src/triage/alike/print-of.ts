import { bandsOf, keyOf, type Signature, signatureOf } from './min-hash.ts'
import { plainText } from './plain-text.ts'
import { linkTermsOf, termsOf } from './rare-terms.ts'

/** By what a message is found again: the whole text, parts of it, a telling word, where it leads. */
export type PrintKeyKind = 'whole' | 'band' | 'term' | 'link'
export type PrintKey = { kind: PrintKeyKind; key: bigint; text: string }
export type Print = { plain: string; signature: Signature; keys: readonly PrintKey[] }

/** "Thank you!" is said by thousands who never heard of each other. */
const shortest = 24

/** What is kept of a text to find its likes by; undefined where it is too short to be anybody's in particular. */
export function printOf(post: {
  text: string
  title?: string
  lang: string
  links: readonly string[]
}): Print | undefined {
  const text = post.title ? `${post.title} ${post.text}` : post.text
  const plain = plainText(text)
  if (plain.length < shortest) return undefined
  const signature = signatureOf(plain)
  const terms = termsOf(text, post.lang)
  return {
    plain,
    signature,
    keys: [
      { kind: 'whole', key: keyOf('whole', plain), text: '' },
      ...bandsOf(signature).map((key) => ({ kind: 'band' as const, key, text: '' })),
      ...terms.map((term) => ({ kind: 'term' as const, key: keyOf('term', term), text: term })),
      ...linkTermsOf(post.links).map((link) => ({ kind: 'link' as const, key: keyOf('link', link), text: link })),
    ],
  }
}
