import type { SnippetWording } from './snippet.ts'

/** Which wordings the last answers used, the newest first: in the community of the message, and in the whole workspace. */
export type RecentWordings = { here: readonly (readonly string[])[]; everywhere: readonly (readonly string[])[] }

export type WordingChoice = {
  text: string
  lang: string
  network: string | null
  /** Nothing is written in the language of the message. */
  isOtherLang: boolean
  /** The wording that would have come first, and where it was used so often in a row. */
  insteadOf: { text: string; where: 'here' | 'everywhere' } | undefined
  /** All of them were used too often in a row. */
  isWorn: 'here' | 'everywhere' | undefined
}

/** Used in each of the last so many answers. */
export function wornWhere(text: string, recent: RecentWordings, inARowMax: number): 'here' | 'everywhere' | undefined {
  const isIn = (answers: RecentWordings['here']) =>
    answers.length >= inARowMax && answers.slice(0, inARowMax).every((used) => used.includes(text))
  if (isIn(recent.here)) return 'here'
  return isIn(recent.everywhere) ? 'everywhere' : undefined
}

type Asked = { lang: string; network: string; recent: RecentWordings; inARowMax: number }

/**
 * The wording to begin with: of this network before those of any, in the language of the message before others; what was used too often in a row
 * gives way to the next. Undefined where nothing fits the network.
 */
export function chooseWording(
  wordings: readonly SnippetWording[],
  { lang, network, recent, inARowMax }: Asked,
): WordingChoice | undefined {
  const all = inOrder(wordings, network)
  const spoken = all.filter((one) => one.lang === lang)
  const choices = spoken.length > 0 ? spoken : all
  const [first] = choices
  if (!first) return undefined
  const isOtherLang = spoken.length === 0
  const where = wornWhere(first.text, recent, inARowMax)
  if (!where) return { ...first, isOtherLang, insteadOf: undefined, isWorn: undefined }
  const next = choices.find(
    (one) => one.text !== first.text && one.lang === first.lang && !wornWhere(one.text, recent, inARowMax),
  )
  if (!next) return { ...first, isOtherLang, insteadOf: undefined, isWorn: where }
  return { ...next, isOtherLang, insteadOf: { text: first.text, where }, isWorn: undefined }
}

type OneText = { text: string; lang: string; network: string | null }

/** All that may be said on this network. */
export function inOrder(wordings: readonly SnippetWording[], network: string): OneText[] {
  const fits = wordings.filter((one) => one.network === null || one.network === network)
  return fits
    .toSorted((a, b) => Number(a.network === null) - Number(b.network === null))
    .flatMap(({ lang, network: of, texts }) => texts.map((text) => ({ text, lang, network: of })))
}
