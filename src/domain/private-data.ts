import type { Span } from './span.ts'

/** What does not belong in public, however it got into an answer. */
export type PrivateKind = 'iban' | 'card' | 'bsn' | 'email' | 'phone' | 'order' | 'home'
export type PrivateFind = { kind: PrivateKind; span: Span }

/**
 * Finds what belongs to one person: bank and card numbers and citizen service numbers that pass their own test, e-mail addresses,
 * telephone numbers, and numbers that are called an order, a booking or a customer. What is for everybody is left alone: links,
 * service numbers, and mailboxes like info@. In the order of the text; what is more exact wins where two overlap.
 */
export function findPrivate(text: string): PrivateFind[] {
  const words = withoutLinks(text)
  const finds: PrivateFind[] = []
  for (const [kind, find] of finders) {
    for (const span of find(words)) if (!finds.some((known) => overlaps(known.span, span))) finds.push({ kind, span })
  }
  return finds.toSorted((a, b) => a.span[0] - b.span[0])
}

const finders: readonly [PrivateKind, (text: string) => Span[]][] = [
  ['iban', (text) => matches(text, /\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30}\b/giu, ibanIn)],
  ['email', (text) => matches(text, /(?<![\w@.])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/giu, mailboxOf)],
  ['card', (text) => matches(text, /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/gu, (found) => isCard(digitsOf(found)))],
  ['order', (text) => [...text.matchAll(order)].flatMap(orderSpan)],
  [
    'bsn',
    (text) => matches(text, /(?<![\d+.,-])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\d,]|-\d)/gu, (found) => isBsn(digitsOf(found))),
  ],
  ['phone', (text) => matches(text, /(?<![\w.,/])(?:\+|00)?\(?\d(?:[\d ()./-]{6,18})\d(?![\w%€]|[.,]\d)/gu, isPhone)],
]

/** `test` may shorten what was found by giving the length that counts. */
function matches(text: string, pattern: RegExp, test: (found: string) => boolean | number): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }): Span[] => {
    const holds = test(found)
    if (holds === false) return []
    return [[index, index + (holds === true ? found.length : holds)]]
  })
}

/** As long as before, so that places stay places. */
function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+/giu, (link) => ' '.repeat(link.length))
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '')
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

const ibanLengthLeast = 15

/** ISO 13616: the remainder by 97 is 1. Words behind it may have been taken along, so the longest beginning that passes counts. */
function ibanIn(found: string): number | false {
  for (let length = found.length; length >= ibanLengthLeast; length -= 1) {
    const part = found.slice(0, length)
    if (/[a-z0-9]$/iu.test(part) && isIban(part.replace(/[ .-]/gu, ''))) return length
  }
  return false
}

export function isIban(iban: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/iu.test(iban)) return false
  const turned = `${iban.slice(4)}${iban.slice(0, 4)}`.toUpperCase()
  let rest = 0
  for (const char of turned)
    for (const digit of Number.parseInt(char, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** The "11-test" of the citizen service number: nine digits, weighed 9 to 2 and -1, a multiple of eleven. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/u.test(digits) || /^0+$/u.test(digits)) return false
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0
}

/** Luhn (ISO/IEC 7812-1). */
function isCard(digits: string): boolean {
  if (/^(\d)\1+$/u.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** Mailboxes that everybody may write to. */
const openMailboxes =
  /^(?:info|contact|help|helpdesk|support|service|customer[.-]?(?:service|care)|klanten?(?:service|contact)|klantenservice|pers|press|media|hallo|hello|sales|verkoop|privacy|security|jobs|vacatures|webcare|team|office|post|mail|no-?reply)@/iu

function mailboxOf(found: string): boolean {
  return !openMailboxes.test(found)
}

const phoneDigits = { least: 9, most: 15 }
/** 0800, 0900, 0906, 0909, 085, 088, 14 + area: lines of organisations, made to be called by anybody. */
const openLine = /^(?:(?:0|31|0031)(?:800|900|906|909|85|88)|14\d{3,4}$)/u

/** A number that begins as telephone numbers do: with +, 00 or 0. Dates, amounts and long numbers do not. */
function isPhone(found: string): boolean {
  const digits = digitsOf(found)
  if (!/^(?:\+|00?[1-9(])/u.test(found.replace(/^\(/u, ''))) return false
  if (digits.length < phoneDigits.least || digits.length > phoneDigits.most) return false
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/u.test(found)) return false
  return !openLine.test(digits)
}

/** What is called a number of somebody: "order 48213", "bestelnummer: ZM-4821", "booking reference ABC123". */
const order =
  /\b(?:(?:bestel|order|klant|boekings?|reserverings?|dossier|zaak|factuur|polis|ticket|referentie|relatie|contract|lidmaatschaps?)[- ]?(?:nummer|nr\.?|code)|bestelling|boeking|reservering|factuur|dossier|(?:order|booking|reservation|customer|client|invoice|case|policy|ticket|account|contract|reference|confirmation|membership)(?: (?:number|no\.?|code|reference|id))?|pnr)(?:\s+(?:is|was|van jou|nr\.?|nummer))?\s*[:#]?\s*#?((?=[a-z0-9/-]*\d)[a-z0-9](?:[a-z0-9]|[-/](?=[a-z0-9])){3,24})\b/giu

function orderSpan(found: RegExpMatchArray): Span[] {
  const value = found[1] ?? ''
  const digits = digitsOf(value)
  // "In order 2026" names a year; two digits among letters may be a word like B2B.
  if (digits.length < 3 || /^(?:19|20)\d{2}$/u.test(value)) return []
  const end = (found.index ?? 0) + found[0].length
  return [[end - value.length, end]]
}
