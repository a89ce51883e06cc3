import { foldWord } from '#triage/fold.ts'
import { loadLanguages } from '#triage/load-languages.ts'
import { plainText } from './plain-text.ts'

const languages = await loadLanguages()
const stemmers = new Map(languages.map((language) => [language.id, language.stem]))
/** Of all languages at once: posts mix them. */
const stopWords = new Set(languages.flatMap((language) => language.stopWords.map(foldWord)))

/** The first so many words of a text say what it is about. */
const termsMax = 16
const shortest = 4
const linksMax = 3
/** What a shared address adds that says nothing of where it leads. */
const tracking = /^(?:utm_\w+|fbclid|gclid|igsh|igshid|ref|ref_src|s|t|si|mc_cid|mc_eid)$/u

/**
 * Words that can tell one event from another: long enough, not among the common words of the language, and names, numbers and hashtags
 * in any case. How rare each is in what was heard lately is known only to whoever looks it up.
 */
export function termsOf(text: string, lang: string): string[] {
  const words = plainText(text.replaceAll('#', ' ')).split(' ')
  const stem = stemmers.get(lang) ?? ((word: string) => word)
  const telling = words
    .filter((word) => (word.length >= shortest || /^\d{2,}$/u.test(word)) && !stopWords.has(word))
    .map(stem)
  // The longest first: where there are too many, the short ones are the most likely to be anybody's.
  return [...new Set(telling)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, termsMax)
}

/** Where a text leads, without who sent one there. The front page of a site tells no story. */
export function linkTermsOf(links: readonly string[]): string[] {
  return [...new Set(links.flatMap(plainLink))].slice(0, linksMax)
}

function plainLink(link: string): string[] {
  if (!URL.canParse(link)) return []
  const url = new URL(link)
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/+$/u, '')
  if (path === '' && url.search === '') return []
  return [`${url.host.replace(/^www\.|^m\./u, '')}${path}${url.search}`.toLowerCase()]
}
