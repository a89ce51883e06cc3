import { hashPrime, hashSeed, spread } from './hash.ts'
import { bytesOf, grownBytesTo, grownTo, grownUnitsTo, sharedCopy, textOfUnits } from './typed-arrays.ts'

/** What the state byte of a literal says. `present` is set while one post is matched, the rest is set by queries. */
export const literalState = { hasPostings: 1, startsPhrase: 2, isPlaced: 4, isNarrowed: 8, present: 128 } as const

/** A 32-bit constant without pattern (the golden ratio), to take the filter's bits from elsewhere than the slot's. */
const golden = 0x9e3779b1

/** Units before the key itself in its record: id (two), length. */
const headUnits = 3

/**
 * Every string that any query asks for (word, phrase, prefix, tag, handle, host, field value) is one literal with one
 * number, its id. Id 0 is none.
 *
 * What costs time here is not computing but waiting for memory, so a look-up touches little of it: a bitmap that knows most
 * words nobody asks for, then one slot of an open-addressing table at most one third full, then the record it leads to, which
 * has the id beside the key: `id, id >>> 16, length, units…`. Keys are compared unit by unit: a hit is never a guess.
 * After a compaction the records of the commonest literals lie together, and so do their states.
 */
export class Literals {
  /** One more than the highest id. */
  count = 1
  state = new Uint8Array(1 << 10)
  /** 1 at the code of every namespace that a key begins with. */
  namespaces = new Uint8Array(128)
  /** Where the record of a key begins; 0: none. */
  slots = new Int32Array(1 << 10)
  slotMask = (1 << 10) - 1
  filter = new Int32Array(1 << 7)
  filterMask = (1 << 7) - 1
  records = new Uint16Array(1 << 12)
  #recordOf = new Int32Array(1 << 10)
  #recordEnd = 1;

  /** Room for so many literals, with so many units in their keys, while there are none: nothing has to grow before. */
  *reserve(expected: { literals: number; units: number }): Generator<void, void> {
    const size = 2 ** Math.ceil(Math.log2(3 * expected.literals + 1_000))
    this.slots = new Int32Array(size)
    this.slotMask = size - 1
    yield
    this.filter = new Int32Array(size >> 3)
    this.filterMask = this.filter.length - 1
    this.records = new Uint16Array(expected.units + headUnits * expected.literals + 64)
    yield
    this.#recordOf = new Int32Array(expected.literals + 64)
    this.state = new Uint8Array(expected.literals + 64)
  }

  /** The id of the key that stands in `keys`, with one more unit behind it unless `suffix` is 0. 0 when no query asks for it. */
  find(hash: number, keys: Uint16Array, start: number, length: number, suffix: number): number {
    const bit = Math.imul(hash, golden) >>> 8
    if ((((this.filter[(bit >>> 5) & this.filterMask] ?? 0) >>> (bit & 31)) & 1) === 0) return 0
    const { slots, slotMask, records } = this
    let slot = spread(hash) & slotMask
    for (let record = slots[slot] ?? 0; record !== 0; record = slots[slot] ?? 0) {
      if (isKey(records, record, keys, start, length, suffix)) {
        return (records[record] ?? 0) | ((records[record + 1] ?? 0) << 16)
      }
      slot = (slot + 1) & slotMask
    }
    return 0
  }

  /**
   * The ids of the entries whose rows are `asked`, into their rows. First only the slots are read, then what they lead to:
   * the processor then waits for many of them at once.
   */
  findAll({
    rows,
    keys,
    asked,
    count,
  }: {
    rows: Int32Array
    keys: Uint16Array
    asked: Int32Array
    count: number
  }): void {
    const { slots, slotMask, records } = this
    for (let i = 0; i < count; i++) {
      const at = asked[i] ?? 0
      const hash = rows[at] ?? 0
      rows[at + 7] = slots[(hash ^ (hash >>> 15)) & slotMask] ?? 0
    }
    for (let i = 0; i < count; i++) {
      const at = asked[i] ?? 0
      const record = rows[at + 7] ?? 0
      if (record === 0) continue
      const start = rows[at + 1] ?? 0
      const length = rows[at + 2] ?? 0
      rows[at + 7] = isKey(records, record, keys, start, length, 0)
        ? (records[record] ?? 0) | ((records[record + 1] ?? 0) << 16)
        : this.find(rows[at] ?? 0, keys, start, length, 0)
    }
  }

  /** The id of a key, made when it is new. */
  intern(hash: number, keys: Uint16Array, start: number, length: number): number {
    const known = this.find(hash, keys, start, length, 0)
    if (known !== 0) return known
    if (3 * (this.count + 1) > this.slotMask) this.#growSlots()
    const id = this.#append(keys, start, length)
    this.#putSlot(hash, this.#recordOf[id] ?? 0)
    if (length > 1 && keys[start + 1] === 0x3a) this.namespaces[(keys[start] ?? 0) & 127] = 1
    return id
  }

  keyOf(id: number): string {
    const record = this.#recordOf[id] ?? 0
    const start = record + headUnits
    return textOfUnits(this.records, start, start + (this.records[record + 2] ?? 0))
  }

  /** Of the key in `records`. */
  keyStart(id: number): number {
    return (this.#recordOf[id] ?? 0) + headUnits
  }

  keyLength(id: number): number {
    return this.records[(this.#recordOf[id] ?? 0) + 2] ?? 0
  }

  /** What other threads need to find with it. */
  share() {
    const { count, namespaces, slotMask, filterMask } = this
    const [slots, filter, records] = [sharedCopy(this.slots), sharedCopy(this.filter), sharedCopy(this.records)]
    return { count, state: this.state.slice(), namespaces, slots, slotMask, filter, filterMask, records }
  }

  get bytes(): number {
    return bytesOf([this.state, this.slots, this.filter, this.#recordOf, this.records])
  }

  #append(keys: Uint16Array, start: number, length: number): number {
    const id = this.count++
    const record = this.#recordEnd
    this.state = grownBytesTo(this.state, id + 1)
    this.#recordOf = grownTo(this.#recordOf, id + 1)
    this.records = grownUnitsTo(this.records, record + headUnits + length)
    const { records } = this
    this.#recordOf[id] = record
    records[record] = id
    records[record + 1] = id >>> 16
    records[record + 2] = length
    for (let i = 0; i < length; i++) records[record + headUnits + i] = keys[start + i] ?? 0
    this.#recordEnd = record + headUnits + length
    return id
  }

  #hashOf(record: number): number {
    const { records } = this
    const from = record + headUnits
    const end = from + (records[record + 2] ?? 0)
    let hash = hashSeed
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ (records[i] ?? 0), hashPrime)
    return hash
  }

  #growSlots(): void {
    const old = this.slots
    this.slotMask = 2 * this.slotMask + 1
    this.slots = new Int32Array(this.slotMask + 1)
    this.filter = new Int32Array(Math.max(1, (this.slotMask + 1) >> 3))
    this.filterMask = this.filter.length - 1
    for (const record of old) if (record !== 0) this.#putSlot(this.#hashOf(record), record)
  }

  #putSlot(hash: number, record: number): void {
    const { slots, slotMask } = this
    let slot = spread(hash) & slotMask
    while (slots[slot] !== 0) slot = (slot + 1) & slotMask
    slots[slot] = record
    const bit = Math.imul(hash, golden) >>> 8
    const word = (bit >>> 5) & this.filterMask
    this.filter[word] = (this.filter[word] ?? 0) | (1 << (bit & 31))
  }
}

function isKey(
  records: Uint16Array,
  record: number,
  keys: Uint16Array,
  start: number,
  length: number,
  suffix: number,
): boolean {
  const size = records[record + 2] ?? 0
  const from = record + headUnits
  if (suffix === 0 ? size !== length : size !== length + 1 || records[from + length] !== suffix) return false
  for (let i = 0; i < length; i++) if (records[from + i] !== keys[start + i]) return false
  return true
}
