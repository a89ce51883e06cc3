import { type Entries, rowShift } from './entries.ts'
import { hostOfLink } from './link-text.ts'
import { namespaces } from './namespaces.ts'

/** A host is known by its last labels up to this number; a name with more was made to cost us work. */
const labelsMax = 8
const segmentsMax = 8
const hostMax = 253
const linkMax = 2_048

const [slash, question, hash, at, colon, dot, hyphen] = [0x2f, 0x3f, 0x23, 0x40, 0x3a, 0x2e, 0x2d]
const [lowerW, lowerX, lowerN] = [0x77, 0x78, 0x6e]

/**
 * Links → the names they are found by: `d:` with the host and everything it is part of (shop.ah.nl, ah.nl), and `u:` with
 * host and path (nos.nl/sport). Reads units in place; only a host in punycode is made a string of.
 */
export class HostReader {
  /** Whether any query asks for `url:`; the paths of a link are many names that nobody else needs. */
  needsPaths = true
  /** Links and hosts seen in texts so far. */
  found = 0
  #units = new Uint16Array(linkMax)
  #start = 0
  #end = 0

  /** A link from outside the text, which is marked nowhere. */
  addLink(entries: Entries, link: string): void {
    const length = Math.min(link.length, linkMax)
    for (let i = 0; i < length; i++) this.#units[i] = link.charCodeAt(i)
    const { found } = this
    const first = entries.count
    this.addLinkAt(entries, this.#units, 0, length)
    this.found = found
    for (let entry = first; entry < entries.count; entry++) {
      entries.rows[(entry << rowShift) + 4] = -1
      entries.rows[(entry << rowShift) + 5] = -1
    }
  }

  /** A link, or a bare host, that stands in the text. */
  addLinkAt(entries: Entries, units: Uint16Array, from: number, to: number): void {
    this.#findHost(units, from, to)
    const { needsPaths } = this
    const [start, end] = [this.#start, this.#end]
    if (end <= start || end - start > hostMax) return
    this.found++
    if (isPunycode(units, start, end)) {
      this.#addPunycode(entries, units, from, to)
      return
    }
    let labels = 1
    for (let i = start; i < end; i++) if (units[i] === dot) labels++
    let left = labels
    for (let i = start; i < end; i = nextLabel(units, i, end)) {
      if (left <= labelsMax && (left > 1 || labels === 1)) {
        entries.addNameAt(namespaces.site, units, i, end, start, end)
        if (needsPaths) this.#addPaths(entries, units, i, end, to)
      }
      left--
    }
  }

  /** `u:` with the host and one, two, three … whole segments of the path. */
  #addPaths(entries: Entries, units: Uint16Array, host: number, hostEnd: number, to: number): void {
    entries.addNameAt(namespaces.url, units, host, hostEnd, this.#start, hostEnd)
    let at = hostEnd
    for (let segments = 0; segments < segmentsMax && units[at] === slash && at < to; segments++) {
      let end = at + 1
      while (end < to && units[end] !== slash && units[end] !== question && units[end] !== hash) end++
      if (end > at + 1) entries.addNameAt(namespaces.url, units, host, end, this.#start, end)
      at = end
    }
  }

  /** Scheme, user, port, www. and a dot at the end are no part of a host. */
  #findHost(units: Uint16Array, from: number, to: number): void {
    let start = from
    for (let i = from; i + 2 < to && i < from + 12; i++) {
      if (units[i] === colon && units[i + 1] === slash && units[i + 2] === slash) start = i + 3
    }
    let end = start
    for (; end < to && units[end] !== slash && units[end] !== question && units[end] !== hash; end++) {
      if (units[end] === at) start = end + 1
    }
    const port = portStart(units, start, end)
    if (isWww(units, start)) start += 4
    this.#start = start
    this.#end = units[port - 1] === dot ? port - 1 : port
  }

  #addPunycode(entries: Entries, units: Uint16Array, from: number, to: number): void {
    const [start, end] = [this.#start, this.#end]
    const first = entries.count
    const host = hostOfLink(String.fromCharCode(...units.subarray(start, end))) ?? ''
    if (host.includes('xn--')) return
    const rest = String.fromCharCode(...units.subarray(end, Math.min(to, from + linkMax)))
    this.addLink(entries, host + rest)
    for (let entry = first; entry < entries.count; entry++) {
      entries.rows[(entry << rowShift) + 4] = start
      entries.rows[(entry << rowShift) + 5] = end
    }
  }
}

function nextLabel(units: Uint16Array, from: number, end: number): number {
  let i = from
  while (i < end && units[i] !== dot) i++
  return i + 1
}

/** Where `:8080` begins that the host ends with, or its end. */
function portStart(units: Uint16Array, start: number, end: number): number {
  let i = end
  while (i > start && (units[i - 1] ?? 0) >= 0x30 && (units[i - 1] ?? 0) <= 0x39) i--
  return i > start && units[i - 1] === colon ? i - 1 : end
}

function isWww(units: Uint16Array, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (((units[i] ?? 0) | 0x20) !== lowerW) return false
  return units[at + 3] === dot
}

function isPunycode(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i + 3 < end; i++) {
    if (units[i + 2] !== hyphen || units[i + 3] !== hyphen) continue
    if (((units[i] ?? 0) | 0x20) === lowerX && ((units[i + 1] ?? 0) | 0x20) === lowerN) return true
  }
  return false
}
