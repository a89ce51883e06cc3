import type { Page } from 'playwright-core'
import { catalogueOf } from './words.ts'

/** Words that no Dutch sentence has. Names and what people wrote in English are marked with their language. */
const englishWords =
  /\b(?:the|and|with|your|you|this|that|are|not|from|have|here|what|who|nothing|everything|until|The|And|With|Your|You|This|That|Are|Not|From|Have|Here|What|Who|Nothing|Everything|Until)\b/
/** (NOT, in capitals, is a word of the query language.) Names, and words that are the same in both languages. */
const properNames = ['RSS, Atom and JSON Feed', 'spam']
const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']

/** English on a Dutch screen: a sentence of the catalogue that was not translated, or one that never was in it. */
export async function englishLeaks(page: Page): Promise<string[]> {
  const said = await textsOn(page)
  return [...new Set(said)]
    .filter((text) => !properNames.includes(text))
    .filter((text) => isUntranslated(text) || englishWords.test(text))
    .map((text) => `“${text}”`)
}

/** Everything that is said to people on the page, except what says that it is another language, or a name in the code. */
async function textsOn(page: Page): Promise<string[]> {
  return await page.evaluate((names) => {
    const isOurs = (element: Element | null): boolean =>
      element !== null &&
      !element.closest('[data-code], script, style, noscript, textarea') &&
      (element.closest('[lang]')?.getAttribute('lang') ?? 'nl').startsWith('nl')
    const texts: string[] = []
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
      if (isOurs(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent ?? '')
    for (const element of document.querySelectorAll('body *'))
      if (isOurs(element)) for (const name of names) texts.push(element.getAttribute(name) ?? '')
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}{2}/u.test(text))
  }, attributes)
}

const patterns = [...catalogueOf('nl')].flatMap(([english, dutch]) =>
  isWhole(english) && english !== dutch ? [patternOf(english)] : [],
)

/** What one sentence is called in Dutch may be the English of another: "Status" is both. */
const dutchWords = new Set(catalogueOf('nl').values())

function isUntranslated(text: string): boolean {
  return !dutchWords.has(text) && patterns.some((pattern) => pattern.test(text))
}

/** Plurals are written otherwise on the screen than in the catalogue; and one word may be the same in both languages. */
function isWhole(english: string): boolean {
  return !/\{\w+, /.test(english) && /\p{L}{3}/u.test(english.replace(/\{\w+\}|<\/?\d+\/?>/g, ''))
}

function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.+')}$`, 'u')
}
