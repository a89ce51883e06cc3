import { grownTo } from './typed-arrays.ts'

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

  add(literal: number, posting: Posting): void {
    this.firstAdded = grownTo(this.firstAdded, literal + 1)
    this.rowOf = grownTo(this.rowOf, literal + 1)
    const entry = this.#addedCount++
    this.added = grownTo(this.added, 4 * entry + 4)
    this.added[4 * entry] = posting.query
    this.added[4 * entry + 1] = posting.guard
    this.added[4 * entry + 2] = posting.program
    this.added[4 * entry + 3] = this.firstAdded[literal] ?? 0
    this.firstAdded[literal] = entry
    this.count++
  }

  /** Lays out all lists at once, in the order of their literals. Only for postings without anything in them. */
  lay(lists: ReadonlyMap<number, readonly Posting[]>): void {
    const literals = [...lists.keys()].sort((a, b) => a - b)
    const size = [...lists.values()].reduce((sum, list) => sum + 1 + 3 * list.length, 1)
    this.rows = new Int32Array(size)
    this.rowOf = grownTo(this.rowOf, (literals.at(-1) ?? 0) + 1)
    this.firstAdded = grownTo(this.firstAdded, this.rowOf.length)
    let at = 1
    for (const literal of literals) {
      const list = lists.get(literal) ?? []
      this.rowOf[literal] = at
      this.rows[at++] = list.length
      for (const { query, guard, program } of list) {
        this.rows[at++] = query
        this.rows[at++] = guard
        this.rows[at++] = program
      }
      this.count += list.length
    }
  }

  get bytes(): number {
    return this.rows.byteLength + this.rowOf.byteLength + this.added.byteLength + this.firstAdded.byteLength
  }
}
