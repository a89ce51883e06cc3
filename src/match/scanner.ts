import { charClass, charTable, composesFlag } from './char-table.ts'
import { type ComposedText, composeText } from './compose-text.ts'
import { emojiEnd } from './emoji-end.ts'
import { Entries, entryKind } from './entries.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { hostOfLink, hostSuffixes, isLinkStart, linkEnd } from './link-text.ts'
import { camelCuts, handleEnd, hasLetter, tagEnd } from './name-text.ts'
import { foldSupplementary } from './supplementary.ts'

/** A text is read up to here; connectors cut at 50,000. */
const unitsMax = 200_000

/** Tags in one text whose capitals are read as words. */
const camelTagsMax = 200

const [slash, ampersand] = [0x2f, 0x26]

/** Copies of imports for the inner loops: V8 folds a module's own constants, but loads what it imports again and again. */
const table = charTable
const kinds = charClass
const seed = hashSeed
const prime = hashPrime

/**
 * Texts → entries, in one pass and without making strings. Queries are read by the same scanner, so that both sides
 * agree on what a word is. A position is left out between two texts, so that no phrase runs from one into the other.
 */
export class Scanner {
  readonly entries = new Entries()
  #units = new Uint16Array(1 << 12)
  #length = 0
  #text = ''
  /** Where tags with capitals inside begin and end: their words get positions of their own, after the text. */
  #camelTags: number[] = []
  /** Whether an apostrophe or a dot joined letters in the word that was read last. */
  #hasParts = false
  #hasDot = false
  /** Of the word being read: its hash, and the class of its last letter, digit or katakana. */
  #hash = 0
  #last: number = kinds.separator

  /** Reads one text after what was read before. */
  read(given: string): void {
    const { entries } = this
    const first = entries.count
    const composed = this.#load(given.length > unitsMax ? given.slice(0, unitsMax) : given)
    this.#scan()
    if (this.#camelTags.length > 0) this.#readCamelTags()
    if (composed) entries.moveOffsets(first, composed.offsets)
    entries.nextPosition++
  }

  #load(text: string): ComposedText | undefined {
    if ((this.#copy(text) & composesFlag) === 0) return undefined
    const composed = composeText(text)
    this.#copy(composed.text)
    return composed
  }

  #copy(text: string): number {
    if (text.length >= this.#units.length) this.#units = new Uint16Array(2 * text.length)
    const units = this.#units
    const length = text.length
    let flags = 0
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      units[i] = unit
      flags |= table[unit] ?? 0
    }
    units[length] = 0
    this.#length = length
    this.#text = text
    return flags
  }

  #scan(): void {
    const length = this.#length
    let i = 0
    while (i < length) {
      const kind = this.#classAt(i)
      if (kind === kinds.separator) i++
      else if (kind <= kinds.katakana) i = this.#readWordOrLink(i)
      else if (kind === kinds.single) i = this.#readSingle(i)
      else if (kind >= kinds.emoji) i = this.#readSpecial(i, kind)
      else i++
    }
  }

  #readWordOrLink(at: number): number {
    if (isLinkStart(this.#units, at)) return this.#readLink(at)
    const end = this.#readWord(at, this.#length, entryKind.word)
    if (end === at) return at + 1
    if (this.#hasParts) {
      if (this.#hasDot && this.#units[end] === slash) {
        // nu.nl/artikel is a link without its https.
        this.entries.count--
        return this.#readLink(at)
      }
      this.#readParts(at, end)
    }
    this.entries.nextPosition++
    return end
  }

  /** One word from `at`, at most to `limit`. Returns its end, or `at` when no word begins there. */
  #readWord(at: number, limit: number, kind: number): number {
    const { entries } = this
    entries.reserveKeys(4 * (limit - at))
    const keyStart = entries.keyCount
    this.#hash = seed
    this.#last = kinds.separator
    this.#hasParts = false
    this.#hasDot = false
    let end = at
    for (let next = this.#takeNext(end, limit); next > end; next = this.#takeNext(end, limit)) end = next
    if (this.#last === kinds.separator) return at
    entries.add(this.#hash, keyStart, at, end, kind)
    return end
  }

  /** Takes what belongs to the word from `i` on; returns `i` where the word has ended. */
  #takeNext(i: number, limit: number): number {
    if (i >= limit || this.#classAt(i) === kinds.separator) return i
    const end = this.#takeRun(i, limit)
    return end > i ? end : this.#takeOther(i, limit)
  }

  /** Letters or digits in a row that fold to one unit each: nearly all that there is. */
  #takeRun(start: number, limit: number): number {
    const { entries } = this
    const units = this.#units
    const { keys } = entries
    let char = table[units[start] ?? 0] ?? 0
    const kind = (char >>> 16) & 0xff
    if ((kind !== kinds.letter && kind !== kinds.digit) || this.#last === kinds.katakana) return start
    let keyCount = entries.keyCount
    let hash = this.#hash
    let i = start
    while (((char >>> 16) & 0xff) === kind && (char & 0xffff) !== 0 && i < limit) {
      const unit = char & 0xffff
      keys[keyCount++] = unit
      hash = Math.imul(hash ^ unit, prime)
      char = table[units[++i] ?? 0] ?? 0
    }
    if (i > start) this.#last = kind
    entries.keyCount = keyCount
    this.#hash = hash
    return i
  }

  #takeOther(i: number, limit: number): number {
    const kind = this.#classAt(i)
    const last = this.#last
    switch (kind) {
      case kinds.letter:
      case kinds.digit:
        return last === kinds.katakana ? i : this.#take(i, kind)
      case kinds.katakana:
        return last === kinds.letter || last === kinds.digit ? i : this.#take(i, kind)
      case kinds.silent:
        return i + 1
      case kinds.mark:
        return last === kinds.separator ? i : this.#take(i, last)
      case kinds.surrogate:
        return this.#takeSupplementary(i)
      case kinds.joiner:
      case kinds.midLetter:
      case kinds.midNumber:
      case kinds.apostrophe:
      case kinds.dot:
        return last !== kinds.separator && this.#joins(kind, last, i, limit) ? this.#take(i, last) : i
      default:
        return i
    }
  }

  #take(i: number, last: number): number {
    this.#hash = this.entries.fold(this.#hash, this.#units[i] ?? 0)
    this.#last = last
    return i + 1
  }

  #takeSupplementary(i: number): number {
    const folded = foldSupplementary(this.#units, i)
    if (folded === '' || this.#last === kinds.katakana) return i
    this.#hash = this.entries.putAll(this.#hash, folded)
    this.#last = kinds.letter
    return i + 2
  }

  /** Whether a unit that only stands inside words joins what is before it to what follows it. */
  #joins(kind: number, last: number, i: number, limit: number): boolean {
    const following = this.#followingClass(kind, i + 1, limit)
    if (kind === kinds.joiner && last !== kinds.katakana) {
      return following === kinds.letter || following === kinds.digit
    }
    if (following !== last) return false
    if (kind === kinds.joiner) return true
    if (last === kinds.katakana) return false
    if (kind === kinds.midLetter) return last === kinds.letter
    if (kind === kinds.midNumber) return last === kinds.digit
    if (last === kinds.letter) {
      this.#hasParts = true
      if (kind === kinds.dot) this.#hasDot = true
    }
    return true
  }

  #followingClass(kind: number, from: number, limit: number): number {
    for (let i = from; i < limit; i++) {
      const next = this.#classAt(i)
      if (next === kinds.silent || (next === kinds.joiner && kind === kinds.joiner)) continue
      if (next !== kinds.surrogate) return next
      return foldSupplementary(this.#units, i) === '' ? kinds.separator : kinds.letter
    }
    return kinds.separator
  }

  /** The words between the apostrophes and dots of l'oréal, heijn's and coolblue.nl, at the position of the whole. */
  #readParts(at: number, end: number): void {
    // Of a handle only what comes first: @jan.bsky.social does not speak of "social".
    const isHandle = at > 0 && this.#classAt(at - 1) === kinds.at
    if (this.#hasDot && !isHandle) this.#addHosts(at, this.#text.slice(at, end))
    let from = at
    for (let i = at; i <= end; i++) {
      const kind = i === end ? kinds.dot : this.#classAt(i)
      if (kind !== kinds.dot && kind !== kinds.apostrophe) continue
      if (i - from >= 2) this.#readWord(from, i, entryKind.part)
      if (isHandle) return
      from = i + 1
    }
  }

  #readSingle(at: number): number {
    const { entries } = this
    let end = at + 1
    while (end < this.#length && this.#isMark(end)) end++
    entries.reserveKeys(4 * (end - at))
    const keyStart = entries.keyCount
    let hash = seed
    for (let i = at; i < end; i++) hash = entries.fold(hash, this.#units[i] ?? 0)
    entries.add(hash, keyStart, at, end, entryKind.word)
    entries.nextPosition++
    return end
  }

  #isMark(i: number): boolean {
    const kind = this.#classAt(i)
    return kind === kinds.mark || kind === kinds.silent
  }

  #readSpecial(at: number, kind: number): number {
    if (kind === kinds.hash) return this.#readTag(at)
    if (kind === kinds.at) return this.#readHandle(at)
    const end = emojiEnd(this.#units, at, this.#length)
    if (end > at) return this.#readWhole(at, end)
    if (foldSupplementary(this.#units, at) !== '') return this.#readWordOrLink(at)
    const code = this.#text.codePointAt(at) ?? 0
    if (code >= 0x20000 && code < 0x3fffe) return this.#readWhole(at, at + 2)
    return at + (code > 0xffff ? 2 : 1)
  }

  /** An emoji, or a rare Han character, as it is, but for variation selectors: ❤️ is ❤. */
  #readWhole(at: number, end: number): number {
    const { entries } = this
    entries.reserveKeys(end - at)
    const keyStart = entries.keyCount
    const key = this.#text.slice(at, end).replaceAll(/[\ufe0e\ufe0f]/g, '')
    entries.add(entries.putAll(seed, key), keyStart, at, end, entryKind.word)
    entries.nextPosition++
    return end
  }

  /** Adds the tag as a name; its words are read afterwards as the text they are. */
  #readTag(at: number): number {
    const end = tagEnd(this.#units, at + 1, this.#length)
    const before = at === 0 ? kinds.separator : this.#classAt(at - 1)
    const isInsideWord = before >= kinds.letter && before <= kinds.mark && before !== kinds.single
    if (isInsideWord || this.#units[at - 1] === ampersand || !hasLetter(this.#units, at + 1, end)) return at + 1
    this.entries.addName('#', this.#text.slice(at + 1, end), at, end)
    if (this.#camelTags.length < 2 * camelTagsMax) this.#camelTags.push(at + 1, end)
    return at + 1
  }

  /** Adds `@user`, and for `@user@host` the whole as well; an address of e-mail is no handle. */
  #readHandle(at: number): number {
    const before = at === 0 ? kinds.separator : this.#classAt(at - 1)
    const end = handleEnd(this.#units, at + 1, this.#length)
    if ((before >= kinds.letter && before <= kinds.joiner) || end === at + 1) return at + 1
    this.entries.addName('@', this.#text.slice(at + 1, end), at, end)
    if (end >= this.#length || this.#classAt(end) !== kinds.at) return at + 1
    const hostEnd = handleEnd(this.#units, end + 1, this.#length)
    if (hostEnd > end + 1) this.entries.addName('@', this.#text.slice(at + 1, hostEnd), at, hostEnd)
    return at + 1
  }

  #readLink(at: number): number {
    const end = linkEnd(this.#units, at, this.#length)
    this.#addHosts(at, this.#text.slice(at, end))
    return Math.max(end, at + 1)
  }

  #addHosts(at: number, link: string): void {
    const host = hostOfLink(link)
    if (host === undefined) return
    const start = at + Math.max(0, link.toLowerCase().indexOf(host))
    const end = Math.min(start + host.length, at + link.length)
    for (const suffix of hostSuffixes(host)) this.entries.addName('d', suffix, start, end)
  }

  /** #AlbertHeijn also speaks of "albert heijn". */
  #readCamelTags(): void {
    const tags = this.#camelTags
    this.#camelTags = []
    for (let i = 0; i + 1 < tags.length; i += 2) {
      const [start = 0, end = 0] = [tags[i], tags[i + 1]]
      const cuts = camelCuts(this.#text.slice(start, end))
      this.entries.nextPosition++
      for (let k = 1; k < cuts.length; k++) {
        this.#readWord(start + (cuts[k - 1] ?? 0), start + (cuts[k] ?? 0), entryKind.part)
        this.entries.nextPosition++
      }
    }
  }

  #classAt(i: number): number {
    return ((table[this.#units[i] ?? 0] ?? 0) >>> 16) & 0xff
  }
}
