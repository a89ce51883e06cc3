import { tablesFor } from '#domain/draft/draft-lang.ts'
import { quoted } from '#domain/house-style.ts'
import { findPrivate, type PrivateKind } from '#domain/private-data.ts'
import type { Span } from '#domain/span.ts'

export const maskKinds = [
  ...(['NAME', 'HANDLE', 'LINK', 'EMAIL', 'PHONE', 'IBAN', 'CARD', 'BSN', 'ORDER', 'ADDRESS', 'TEXT'] as const),
] as const
export type MaskKind = (typeof maskKinds)[number]

/** Hides what belongs to one person behind a sign such as [NAME-1], and puts it back. One for a whole question: the same is hidden as the same. */
export type Mask = {
  hide: (text: string) => string
  show: (text: string) => string
  /** All signs that were given out, with what stands behind them. */
  behind: ReadonlyMap<string, string>
}

export type Masking = {
  /** What people in the conversation are called, the first part of a name too; the order gives the numbers. */
  names: readonly string[]
  /** The house's own names and handles: those are nobody's secret. */
  keep: readonly string[]
}

type Find = { kind: MaskKind; span: Span }

const kindOf: Record<PrivateKind, MaskKind> = {
  ...({
    iban: 'IBAN',
    card: 'CARD',
    bsn: 'BSN',
    email: 'EMAIL',
    phone: 'PHONE',
    order: 'ORDER',
    home: 'ADDRESS',
  } as const),
}
const signs = new RegExp(String.raw`\[\s?(${maskKinds.join('|')})[-_ ]?(\d{1,4})\s?\]`, 'giu')
const ends =
  'com|nl|be|org|net|eu|de|fr|io|app|info|co|uk|xyz|top|shop|online|site|store|ru|cn|me|tv|ly|gg|biz|dev|ai|link|click|example|test'
const links = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]+|(?<![@\w.-])[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*\.(?:(?:${ends})(?![\w@-])(?:\/[^\s<>"“”]*)?|[a-z]{2,24}\/[^\s<>"“”]+)`,
  'giu',
)
const handles = /(?<![\w@/.])@[\w][\w.-]{0,80}[\w]/gu
const linkEnd = /[.,;:!?)\]}'’]+$/u

export function openMask({ names, keep }: Masking): Mask {
  const behind = new Map<string, string>()
  const signOf = new Map<string, string>()
  const counts = new Map<MaskKind, number>()
  const kept = new Set(keep.map((one) => plain(one)))
  const people = names.filter((name) => !kept.has(plain(name))).toSorted((a, b) => b.length - a.length)
  const sign = (kind: MaskKind, value: string): string => {
    const key = `${kind} ${kind === 'TEXT' ? value : plain(value)}`
    const known = signOf.get(key)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const made = `[${kind}-${count}]`
    signOf.set(key, made)
    behind.set(made, value)
    return made
  }
  // The first that is named has the lowest number, whichever stands first in the thread.
  for (const name of names) if (!kept.has(plain(name)) && name.trim() !== '') sign('NAME', name)
  return {
    behind,
    hide: (text) => replaced(withoutHidden(text), (clean) => findAll(clean, { people, kept }), sign),
    show: (text) =>
      text.replace(signs, (found, kind: string, number: string) => {
        return behind.get(`[${kind.toUpperCase()}-${Number(number)}]`) ?? found
      }),
  }
}

/** Signs in a text that stand for nothing: a model made them up. */
export function unknownSigns(text: string, { behind }: Mask): string[] {
  return [...text.matchAll(signs)].flatMap(([found, kind = '', number]) =>
    behind.has(`[${kind.toUpperCase()}-${Number(number)}]`) ? [] : [found],
  )
}

export function signsIn(text: string): string[] {
  return [...text.matchAll(signs)].map(([, kind = '', number]) => `[${kind.toUpperCase()}-${Number(number)}]`)
}

/** What cannot be seen cannot be checked either: marks of direction, tags, and control signs can carry orders to a model. */
export function withoutHidden(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu, (sign) =>
    sign === '\n' || sign === '\t' || sign === '\u200d' ? sign : '',
  )
}

function findAll(text: string, known: { people: readonly string[]; kept: ReadonlySet<string> }): Find[] {
  const finds: Find[] = []
  const add = (kind: MaskKind, spans: readonly Span[]): void => {
    for (const span of spans)
      if (!finds.some((other) => span[0] < other.span[1] && other.span[0] < span[1])) finds.push({ kind, span })
  }
  // Somebody who writes a sign of ours would have it filled in with what stands behind it.
  add('TEXT', spansOf(text, signs))
  add('LINK', linksIn(text))
  for (const { kind, span } of findPrivate(text)) add(kindOf[kind], [span])
  for (const lang of ['nl', 'en']) add('ADDRESS', spansOf(text, tablesFor('', lang)?.homes))
  add('ADDRESS', spansOf(text, /(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\d])/gu))
  add('HANDLE', handlesIn(text, known.kept))
  for (const name of known.people) add('NAME', namesIn(text, name))
  return finds.toSorted((a, b) => a.span[0] - b.span[0])
}

function spansOf(text: string, pattern: RegExp | undefined): Span[] {
  if (!pattern) return []
  return [...text.matchAll(pattern)].map(({ 0: found, index }): Span => [index, index + found.trimEnd().length])
}

/** Links, also without their beginning: a.example/x. */
export function linksIn(text: string): Span[] {
  return [...text.matchAll(links)].map(({ 0: found, index }): Span => {
    return [index, index + found.replace(linkEnd, '').length]
  })
}

function handlesIn(text: string, kept: ReadonlySet<string>): Span[] {
  return spansOf(text, handles).filter(([start, end]) => !kept.has(plain(text.slice(start + 1, end))))
}

/** "will" is a word and "Will" may be somebody: what is also a small word of the language is a name only with a capital. */
function namesIn(text: string, name: string): Span[] {
  const pattern = quoted(name.trim()).replace(/\s+/gu, '\\s+')
  if (pattern === '') return []
  const found = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?=(?:['’]?s)?(?![\\p{L}\\p{N}]))`, 'giu'))]
  const isWord = [...['nl', 'en']].some((lang) => tablesFor('', lang)?.known.has(name.toLowerCase()))
  return found.flatMap(({ 0: one, index }): Span[] => {
    if (isWord && !/^\p{Lu}/u.test(one)) return []
    return [[index, index + one.length]]
  })
}

function replaced(
  text: string,
  find: (text: string) => Find[],
  sign: (kind: MaskKind, value: string) => string,
): string {
  let [out, from] = ['', 0]
  for (const { kind, span } of find(text)) {
    out += text.slice(from, span[0]) + sign(kind, text.slice(...span))
    from = span[1]
  }
  return out + text.slice(from)
}

function plain(text: string): string {
  return text.trim().replace(/^@/u, '').toLowerCase()
}
