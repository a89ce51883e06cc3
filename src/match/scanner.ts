import { endianness } from 'node:os'
import { charClass, charTable, composesFlag, plainEnd, plainStart } from './char-table.ts'
import { type ComposedText, composeText } from './compose-text.ts'
import { emojiEnd } from './emoji-end.ts'
import { Entries, entryKind, rowShift } from './entries.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { HostReader } from './host-reader.ts'
import { isLinkStart, linkEnd } from './link-text.ts'
import { camelCuts, handleEnd, hasInnerCapital, hasLetter, isNoHandleAfter, tagEnd } from './name-text.ts'
import { namespaces } from './namespaces.ts'
import { WordReader } from './word-reader.ts'

/** A text is read up to here; connectors cut at 50,000. */
const unitsMax = 200_000

/** Tags in one text whose capitals are read as words. */
const camelTagsMax = 200

const [slash, ampersand, colon, dot, lowerW] = [0x2f, 0x26, 0x3a, 0x2e, 0x77]
const isLittleEndian = endianness() === 'LE'

/** Copies of imports for the inner loops: V8 folds a module's own constants, but loads what it imports again and again. */
const table = charTable
const kinds = charClass
const seed = hashSeed
const prime = hashPrime
const wordStart = plainStart
const wordEnd = plainEnd
const composes = composesFlag
const singleKind = charClass.single
const [markKind, silentKind, apostropheKind, midNumberKind] = [
  kinds.mark,
  kinds.silent,
  kinds.apostrophe,
  kinds.midNumber,
]

/**
 * Texts → entries, in one pass and without making strings. Queries are read by the same scanner, so that both sides
 * agree on what a word is.
 *
 * `#scanPlain` knows only words of letters and digits that fold one to one, and characters that are words by themselves;
 * whatever else it meets (a link, a tag, an apostrophe, an emoji) it leaves to `#readOther`, which knows everything and is
 * called for one word in ten.
 */
export class Scanner {
  readonly entries = new Entries()
  readonly hosts = new HostReader()
  readonly #word = new WordReader(this.entries)
  #units = new Uint16Array(1 << 12)
  #bytes = Buffer.from(this.#units.buffer)
  #length = 0
  #text = ''
  #isComposed = false
  /** Where tags with capitals inside begin and end: their words get positions of their own, after the text. */
  #camelTags: number[] = []

  /** Reads one text after what was read before. */
  read(given: string): void {
    const text = given.length > unitsMax ? given.slice(0, unitsMax) : given
    const { entries } = this
    const { count, keyCount, nextPosition } = entries
    this.#isComposed = false
    this.#load(text)
    if (!this.#scan()) {
      entries.count = count
      entries.keyCount = keyCount
      entries.nextPosition = nextPosition
      this.#readComposed(composeText(text), count)
    } else if (this.#camelTags.length > 0) this.#readCamelTags()
    entries.leaveGap()
  }

  #readComposed(composed: ComposedText, first: number): void {
    this.#isComposed = true
    this.#camelTags.length = 0
    this.#load(composed.text)
    this.#scan()
    if (this.#camelTags.length > 0) this.#readCamelTags()
    this.entries.moveOffsets(first, composed.offsets)
  }

  #load(text: string): void {
    const { length } = text
    if (length >= this.#units.length) {
      this.#units = new Uint16Array(2 * length)
      this.#bytes = Buffer.from(this.#units.buffer)
    }
    this.#bytes.write(text, 0, 2 * length, 'utf16le')
    if (!isLittleEndian) this.#bytes.subarray(0, 2 * length).swap16()
    this.#units[length] = 0
    this.#length = length
    this.#text = text
    this.#word.units = this.#units
  }

  /** False when the text must be composed first: и and a breve after it are one letter. */
  #scan(): boolean {
    const length = this.#length
    this.entries.reserveKeys(2 * length)
    let i = 0
    while (i < length) {
      i = this.#scanPlain(i)
      if (i >= length) return true
      const end = this.#readOther(i, this.#classAt(i))
      if (!this.#isComposed && this.#hasComposers(i, end)) return false
      i = end
    }
    return true
  }

  #hasComposers(from: number, to: number): boolean {
    const units = this.#units
    for (let i = from; i < to; i++) if (((table[units[i] ?? 0] ?? 0) & composes) !== 0) return true
    return false
  }

  /** Reads as far as all is plain, and returns where it is not. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over the units with everything in registers is the point of it.
  #scanPlain(from: number): number {
    const { entries } = this
    const units = this.#units
    const length = this.#length
    entries.reserveRows(length - from)
    entries.reserveKeys(length - from)
    const { keys, rows } = entries
    let at = entries.count << rowShift
    let { keyCount, nextPosition } = entries
    let i = from
    while (i < length) {
      let char = table[units[i] ?? 0] ?? 0
      if (char < wordStart) {
        i++
        continue
      }
      const start = i
      const keyStart = keyCount
      let hash = seed
      if (char < wordEnd) {
        do {
          const unit = char & 0xffff
          keys[keyCount++] = unit
          hash = Math.imul(hash ^ unit, prime)
          char = table[units[++i] ?? 0] ?? 0
        } while (char >= wordStart && char < wordEnd)
        if (char >= wordStart && !endsWord(units, start, i, char >>> 16)) {
          keyCount = keyStart
          i = start
          break
        }
        // What https:// begins is a link.
        if (units[i] === colon && units[i + 1] === slash) {
          keyCount = keyStart
          i = start
          break
        }
      } else {
        if (char >>> 16 !== singleKind) break
        const kind = ((table[units[i + 1] ?? 0] ?? 0) >>> 16) & 0xff
        if (kind === markKind || kind === silentKind) break
        const unit = char & 0xffff
        keys[keyCount++] = unit
        hash = Math.imul(hash ^ unit, prime)
        i++
      }
      rows[at] = hash
      rows[at + 1] = keyStart
      rows[at + 2] = keyCount - keyStart
      rows[at + 3] = nextPosition++
      rows[at + 4] = start
      rows[at + 5] = i
      rows[at + 6] = 0
      at += 8
    }
    entries.count = at >> rowShift
    entries.keyCount = keyCount
    entries.nextPosition = nextPosition
    return i
  }

  /** One thing of any kind; returns where it ends. */
  #readOther(i: number, kind: number): number {
    if (kind === kinds.separator) return i + 1
    if (kind <= kinds.katakana) return this.#readWordOrLink(i)
    if (kind === kinds.single) return this.#readSingle(i)
    if (kind >= kinds.emoji) return this.#readSpecial(i, kind)
    return i + 1
  }

  #readWordOrLink(at: number): number {
    if (isLinkStart(this.#units, at)) return this.#readLink(at)
    const word = this.#word
    const end = word.read(at, this.#length, entryKind.word)
    if (end === at) return at + 1
    if (word.hasParts) {
      if (word.hasDot && !word.hasApostrophe && this.#units[end] === slash) {
        // nu.nl/artikel is a link without its https.
        this.entries.count--
        return this.#readLink(at)
      }
      this.#readParts(at, end)
    }
    this.entries.nextPosition++
    return end
  }

  /** The words between the apostrophes and dots of l'oréal, heijn's and coolblue.nl, at the position of the whole. */
  #readParts(at: number, end: number): void {
    // Of a handle only what comes first: @jan.bsky.social does not speak of "social".
    const isHandle = at > 0 && this.#classAt(at - 1) === kinds.at
    const isAddress = end < this.#length && this.#classAt(end) === kinds.at
    if (this.#word.hasDot && !isHandle && !isAddress) this.hosts.addLinkAt(this.entries, this.#units, at, end)
    let from = at
    for (let i = at; i <= end; i++) {
      const kind = i === end ? kinds.dot : this.#classAt(i)
      if (kind !== kinds.dot && kind !== kinds.apostrophe) continue
      if (i - from >= 2) this.#word.read(from, i, entryKind.part)
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
    if (kind === kinds.hash) return this.#readTag(at, namespaces.tag)
    if (kind === kinds.cash) return this.#readTag(at, namespaces.cash)
    if (kind === kinds.at) return this.#readHandle(at)
    const end = emojiEnd(this.#units, at, this.#length)
    if (end > at) return this.#readWhole(at, end)
    if (this.#word.isLetterPair(at)) return this.#readWordOrLink(at)
    const code = this.#text.codePointAt(at) ?? 0
    if (code >= 0x20000 && code < 0x3fffe) return this.#readWhole(at, at + 2)
    return at + (code > 0xffff ? 2 : 1)
  }

  /** An emoji, or a rare Han character, as it is, but for variation selectors: ❤️ is ❤. */
  #readWhole(at: number, end: number): number {
    const { entries } = this
    entries.reserveKeys(end - at)
    const keyStart = entries.keyCount
    let hash = seed
    for (let i = at; i < end; i++) {
      const unit = this.#units[i] ?? 0
      if (unit !== 0xfe0e && unit !== 0xfe0f) hash = entries.put(hash, unit)
    }
    entries.add(hash, keyStart, at, end, entryKind.word)
    entries.nextPosition++
    return end
  }

  /** Adds the tag as a name; its words are read afterwards as the text they are. */
  #readTag(at: number, namespace: number): number {
    const units = this.#units
    const end = tagEnd(units, at + 1, this.#length)
    const before = at === 0 ? kinds.separator : this.#classAt(at - 1)
    const isInsideWord = before >= kinds.letter && before <= kinds.mark && before !== kinds.single
    if (isInsideWord || units[at - 1] === ampersand || !hasLetter(units, at + 1, end)) return at + 1
    if (isLinkStart(units, at + 1)) return at + 1
    this.entries.addNameAt(namespace, units, at + 1, end, at, end)
    if (namespace === namespaces.tag && hasInnerCapital(units, at + 1, end)) {
      if (this.#camelTags.length < 2 * camelTagsMax) this.#camelTags.push(at + 1, end)
    }
    return at + 1
  }

  /** Adds `@user`, and for `@user@host` the whole as well; an address of e-mail is no handle, and neither is a link. */
  #readHandle(at: number): number {
    const units = this.#units
    const end = handleEnd(units, at + 1, this.#length)
    if (end === at + 1 || (at > 0 && isNoHandleAfter(units, at - 1)) || isLinkStart(units, at + 1)) return at + 1
    this.entries.addNameAt(namespaces.handle, units, at + 1, end, at, end)
    if (end >= this.#length || this.#classAt(end) !== kinds.at) return at + 1
    const hostEnd = handleEnd(units, end + 1, this.#length)
    if (hostEnd > end + 1) this.entries.addNameAt(namespaces.handle, units, at + 1, hostEnd, at, hostEnd)
    return at + 1
  }

  #readLink(at: number): number {
    const end = linkEnd(this.#units, at, this.#length)
    this.hosts.addLinkAt(this.entries, this.#units, at, end)
    return Math.max(end, at + 1)
  }

  /** #AlbertHeijn also speaks of "albert heijn". */
  #readCamelTags(): void {
    const tags = this.#camelTags
    for (let i = 0; i + 1 < tags.length; i += 2) {
      const [start = 0, end = 0] = [tags[i], tags[i + 1]]
      const cuts = camelCuts(this.#text.slice(start, end))
      if (cuts.length > 0) this.entries.leaveGap()
      for (let k = 1; k < cuts.length; k++) {
        this.#word.read(start + (cuts[k - 1] ?? 0), start + (cuts[k] ?? 0), entryKind.part)
        this.entries.nextPosition++
      }
    }
    tags.length = 0
  }

  #classAt(i: number): number {
    return ((table[this.#units[i] ?? 0] ?? 0) >>> 16) & 0xff
  }
}

/** Whether a word of plain letters that began at `start` surely ends at `at`, though what stands there may join words. */
function endsWord(units: Uint16Array, start: number, at: number, kind: number): boolean {
  if (kind >= kinds.katakana && kind <= kinds.cash) {
    if (kind < markKind || kind === kinds.emoji || kind > kinds.surrogate) return true
  }
  if (kind < apostropheKind || kind > midNumberKind || (table[units[at + 1] ?? 0] ?? 0) >= wordStart) return false
  // www. begins a link whatever follows.
  return units[at] !== dot || ((units[start] ?? 0) | 0x20) !== lowerW
}
