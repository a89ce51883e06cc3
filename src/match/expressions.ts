import type { Places } from './places.ts'
import type { Expression } from './plan-query.ts'
import { bytesOf, grownTo } from './typed-arrays.ts'

const [place, and, or, not] = [0, 1, 2, 3]

/**
 * The expressions of all queries in one array of numbers, from which they are planned anew at a compaction and marked in a
 * post: a literal is its id, an inner node is `−(4n + kind)` before its n children (of a place: n − 1 is the number of its test).
 */
export class Expressions {
  #code = new Int32Array(1 << 10)
  #end = 0
  /** By query; one more than there are queries. */
  #startOf = new Int32Array(1 << 8)

  reserve(expected: { queries: number; numbers: number }): void {
    this.#startOf = grownTo(this.#startOf, expected.queries + 64)
    this.#code = grownTo(this.#code, expected.numbers + 64)
  }

  set(query: number, expression: Expression): void {
    this.#startOf = grownTo(this.#startOf, query + 2)
    this.#startOf[query] = this.#end
    this.#write(expression)
    this.#startOf[query + 1] = this.#end
  }

  get(query: number, places: Places): Expression {
    return this.#read({ at: this.#startOf[query] ?? 0 }, places)
  }

  /** Calls `visit` for every literal of the query, with whether it speaks for a match or against it. */
  eachLiteral(query: number, places: Places, visit: (literal: number, isFor: boolean) => void): void {
    this.#visit({ at: this.#startOf[query] ?? 0 }, { places, visit }, true)
  }

  get numbers(): number {
    return this.#end
  }

  get bytes(): number {
    return bytesOf([this.#code, this.#startOf])
  }

  #write(expression: Expression): void {
    if (typeof expression === 'number') this.#put(expression)
    else if (expression.kind === 'place') this.#put(-(4 * (expression.test + 1) + place))
    else if (expression.kind === 'not') {
      this.#put(-(4 + not))
      this.#write(expression.child)
    } else {
      this.#put(-(4 * expression.children.length + (expression.kind === 'and' ? and : or)))
      for (const child of expression.children) this.#write(child)
    }
  }

  #put(number: number): void {
    if (this.#end >= this.#code.length) this.#code = grownTo(this.#code, this.#end + 1)
    this.#code[this.#end++] = number
  }

  #read(cursor: { at: number }, places: Places): Expression {
    const number = this.#code[cursor.at++] ?? 0
    if (number >= 0) return number
    const [count, kind] = [-number >> 2, -number & 3]
    if (kind === place) return placeOf(count - 1, places)
    if (kind === not) return { kind: 'not', child: this.#read(cursor, places) }
    const children: Expression[] = []
    for (let i = 0; i < count; i++) children.push(this.#read(cursor, places))
    return { kind: kind === and ? 'and' : 'or', children }
  }

  #visit(
    cursor: { at: number },
    how: { places: Places; visit: (literal: number, isFor: boolean) => void },
    isFor: boolean,
  ): void {
    const number = this.#code[cursor.at++] ?? 0
    const [count, kind] = [-number >> 2, -number & 3]
    if (number >= 0) how.visit(number, isFor)
    else if (kind === not) this.#visit(cursor, how, !isFor)
    else if (kind !== place) for (let i = 0; i < count; i++) this.#visit(cursor, how, isFor)
    else for (const cover of placeOf(count - 1, how.places).covers) for (const one of cover) how.visit(one, isFor)
  }
}

export function placeOf(test: number, places: Places): Extract<Expression, { kind: 'place' }> {
  const asked = places.tests[test]
  const covers = !asked ? [] : asked.kind === 'near' ? [asked.left, asked.right] : asked.words.map((word) => [word])
  return { kind: 'place', test, covers }
}
