import { domainToUnicode } from 'node:url'
import { charClass, charTable } from './char-table.ts'

const hostMax = 253
const stops = new Set([...'<>"`{}|\\^[]'].map((char) => char.charCodeAt(0)))
const trailing = new Set([...".,;:!?'*_~&"].map((char) => char.charCodeAt(0)))
const [h, t, p, s, w] = [0x68, 0x74, 0x70, 0x73, 0x77]
const [colon, slash, dot, open, close] = [0x3a, 0x2f, 0x2e, 0x28, 0x29]

/** Whether `http://`, `https://` or `www.` stands at `at`, in any case. */
export function isLinkStart(units: Uint16Array, at: number): boolean {
  const first = (units[at] ?? 0) | 0x20
  if (first === w) return lower(units, at + 1) === w && lower(units, at + 2) === w && units[at + 3] === dot
  if (first !== h || lower(units, at + 1) !== t || lower(units, at + 2) !== t || lower(units, at + 3) !== p)
    return false
  const mark = lower(units, at + 4) === s ? at + 5 : at + 4
  return units[mark] === colon && units[mark + 1] === slash && units[mark + 2] === slash
}

/** Where the link ends that begins at `at`: before white space, a bracket that was not opened in it, and closing punctuation. */
export function linkEnd(units: Uint16Array, at: number, length: number): number {
  let end = at
  let opened = 0
  while (end < length && isLinkUnit(units[end] ?? 0)) {
    if (units[end] === open) opened++
    if (units[end] === close && --opened < 0) break
    end++
  }
  while (end > at && trailing.has(units[end - 1] ?? 0)) end--
  return end
}

/** The host of a link or a bare domain: lower case, without `www.`, port and user, punycode read. Undefined where there is none. */
export function hostOfLink(link: string): string | undefined {
  const authority = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?([^/?#\s]*)/i.exec(link)?.[1] ?? ''
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/^www\./i, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (host === '' || host.length > hostMax) return undefined
  return host.includes('xn--') ? domainToUnicode(host) || host : host
}

function isLinkUnit(unit: number): boolean {
  if (unit <= 0x7f) return unit > 0x20 && !stops.has(unit)
  const kind = ((charTable[unit] ?? 0) >>> 16) & 0xff
  return kind === charClass.letter || kind === charClass.digit || kind === charClass.mark
}

function lower(units: Uint16Array, at: number): number {
  return (units[at] ?? 0) | 0x20
}
