import { bytesOf, grownTo } from './typed-arrays.ts'

/** One entry of an anchor's list: the query's number, the literal that guards it (0: none), its program (0: none). */
export type Posting = { query: number; guard: number; program: number }

/**
 * For every anchor the queries to be asked when it is present. What was laid out by the last compaction stands in one
 * row for each anchor (count, then triples); what was added since hangs in a linked list before it.
 */
export class Postings {
  rows = new Int32Array(1)
  /** Where the row of a literal begins; 0 when it has none. */
  rowOf = new Int32Array(1 << 10)
  /** Query, guard, program, next. Entry 0 is none. */
  added = new Int32Array(4 << 8)
  firstAdded = new Int32Array(1 << 10)
  count = 0
  #addedCount = 1

  add(literal: number, { query, guard, program }: Posting): void {
    this.firstAdded = grownTo(this.firstAdded, literal + 1)
    this.rowOf = grownTo(this.rowOf, literal + 1)
    const at = 4 * this.#addedCount++
    this.added = grownTo(this.added, at + 4)
    this.added[at] = query
    this.added[at + 1] = guard
    this.added[at + 2] = program
    this.added[at + 3] = this.firstAdded[literal] ?? 0
    this.firstAdded[literal] = at
    this.count++
  }

  /** Lays out a row of the given length for every literal from 1 on; they are filled by `put`, each from its beginning. Stops now and then, as a compaction does. */
  *lay(lengths: Int32Array, pieceNumbers: number): Generator<void, void> {
    let size = 1
    for (let literal = 1; literal < lengths.length; literal++) {
      const length = lengths[literal] ?? 0
      if (length > 0) size += 1 + 3 * length
      if (literal % pieceNumbers === 0) yield
    }
    this.rows = new Int32Array(size)
    this.rowOf = grownTo(this.rowOf, lengths.length)
    this.firstAdded = grownTo(this.firstAdded, lengths.length)
    let row = 1
    for (let literal = 1; literal < lengths.length; literal++) {
      if (literal % pieceNumbers === 0) yield
      const length = lengths[literal] ?? 0
      if (length === 0) continue
      this.rowOf[literal] = row
      row += 1 + 3 * length
      this.count += length
    }
  }

  put(literal: number, { query, guard, program }: Posting): void {
    const row = this.rowOf[literal] ?? 0
    const length = this.rows[row] ?? 0
    const at = row + 1 + 3 * length
    this.rows[at] = query
    this.rows[at + 1] = guard
    this.rows[at + 2] = program
    this.rows[row] = length + 1
  }

  /** Whether anything came since the last compaction. */
  get hasAdded(): boolean {
    return this.#addedCount > 1
  }

  get bytes(): number {
    return bytesOf([this.rows, this.rowOf, this.added, this.firstAdded])
  }
}
