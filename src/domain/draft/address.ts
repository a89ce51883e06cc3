import type { HouseStyle } from '#domain/house-style.ts'
import type { DraftFinding } from './draft-rule.ts'
import type { LanguageTables } from './draft-words.ts'

const formal =
  /(?<![\p{L}\p{N}.])(?:(?:heeft|hebt|kunt|wilt|bent|moet|mag|zult|weet|krijgt|ziet|vindt|gaat|komt) u|u (?:heeft|hebt|kunt|wilt|bent|zult)|u|uw|uzelf)(?![\p{L}\p{N}]|\.\p{L})/giu
const informal =
  /(?<![\p{L}\p{N}])(?:(?:heb|kun|kan|wil|ben|moet|mag|zul|weet|krijg|zie|vind|ga|kom) (?:je|jij)|(?:je|jij) (?:hebt|kunt|kan|wilt|wil|bent|zult|zal)|je|jij|jou|jouw|jezelf)(?![\p{L}\p{N}])/giu

const toInformal: Readonly<Record<string, string>> = {
  heeft: 'heb',
  hebt: 'heb',
  kunt: 'kun',
  wilt: 'wil',
  bent: 'ben',
  zult: 'zul',
  krijgt: 'krijg',
  ziet: 'zie',
  vindt: 'vind',
  gaat: 'ga',
  komt: 'kom',
}
const toFormal: Readonly<Record<string, string>> = {
  heb: 'hebt',
  kun: 'kunt',
  kan: 'kunt',
  wil: 'wilt',
  ben: 'bent',
  zul: 'zult',
  zal: 'zult',
  krijg: 'krijgt',
  zie: 'ziet',
  vind: 'vindt',
  ga: 'gaat',
  kom: 'komt',
}

/** One person is spoken to in one way, and by their name. */
export function lookAddress(
  { text, house }: { text: string; house: HouseStyle },
  { lang, impersonal }: LanguageTables,
): DraftFinding[] {
  const nobody = [...text.matchAll(impersonal)].map(({ 0: found, index }) =>
    place('impersonal', found, index, undefined),
  )
  if (lang !== 'nl') return nobody
  const [u, je] = [[...text.matchAll(formal)], [...text.matchAll(informal)]]
  const isMixed = u.length > 0 && je.length > 0
  const wanted = house.address ?? (isMixed ? mostUsed(u, je) : null)
  const wrong = wanted === 'je' ? u : wanted === 'u' ? je : []
  const code = house.address === null ? 'mixed' : house.address === 'je' ? 'not_je' : 'not_u'
  return [...nobody, ...wrong.map(({ 0: found, index }) => place(code, found, index, turned(found, wanted)))]
}

/** What is said most; where that does not tell, what is said first. */
function mostUsed(u: readonly RegExpExecArray[], je: readonly RegExpExecArray[]): 'je' | 'u' {
  if (u.length !== je.length) return u.length > je.length ? 'u' : 'je'
  return (u[0]?.index ?? 0) < (je[0]?.index ?? 0) ? 'u' : 'je'
}

type AddressCode = Extract<DraftFinding, { rule: 'address' }>['code']

function place(code: AddressCode, found: string, index: number, instead: string | undefined): DraftFinding {
  const span = [index, index + found.length] as const
  return { rule: 'address', code, span, found, fix: instead === undefined ? undefined : { span, text: instead } }
}

function turned(found: string, wanted: 'je' | 'u' | null): string {
  const words = found.split(/\s+/u)
  const isAfter = words.length === 2 && /^(?:u|je|jij)$/iu.test(words[1] ?? '')
  const done = words.map((word) => {
    const lower = word.toLowerCase()
    const other = wanted === 'je' ? informalOf(lower, isAfter) : formalOf(lower)
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
  return done.join(' ')
}

function informalOf(word: string, isVerbFirst: boolean): string {
  if (word === 'u' || word === 'uw') return 'je'
  if (word === 'uzelf') return 'jezelf'
  if (word === 'heeft' && !isVerbFirst) return 'hebt'
  return isVerbFirst ? (toInformal[word] ?? word) : word
}

function formalOf(word: string): string {
  if (word === 'je' || word === 'jij' || word === 'jou') return 'u'
  if (word === 'jouw') return 'uw'
  if (word === 'jezelf') return 'uzelf'
  return toFormal[word] ?? word
}
