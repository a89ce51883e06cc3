import { placeOf } from './expressions.ts'
import { neededKeys } from './literal-keys.ts'
import type { PlaceTest } from './places.ts'
import type { Expression } from './plan-query.ts'
import { QueryIndex } from './query-index.ts'
import type { Scanner } from './scanner.ts'
import { grownTo } from './typed-arrays.ts'

/** Between two pieces of this many steps whoever drives may do something else; a piece takes a fraction of a millisecond. */
const pieceSteps = 8

/** The same for steps that only move a number; code that has just begun to run is slow. */
const pieceNumbers = 4_096

/** Counts above this are as common as can be. */
const rankMax = 1 << 16

/**
 * A new generation of an index with what it has learned: every query planned again with the frequencies counted since, and
 * everything that is read together lying together. The commonest literals get the lowest ids, queries the order of their
 * commonest anchor, so that a post touches few cache lines.
 *
 * It is done in many small pieces (each `yield` is a place to stop), because it takes seconds at a hundred thousand queries
 * and posts keep coming. Nothing is kept as objects meanwhile: every query is planned twice, once to know its place and once
 * to take it. Queries that come while it runs are added at the end, as they would be to any index. `numberOf` gives the new
 * number of each old query, −1: none; a query that went while it ran may still be there.
 */
export function* compactIndex(
  older: QueryIndex,
  scanner: Scanner,
): Generator<void, { index: QueryIndex; numberOf: Int32Array }> {
  const queries = older.queryCount
  const used = yield* findUsed(older, queries)
  const index = new QueryIndex(scanner)
  yield* index.reserve({
    literals: used.literals,
    units: used.units,
    edges: older.words.phrases.edgeCount,
    queries,
    numbers: older.expressions.numbers,
    code: older.programs.numbers,
  })
  const literalOf = yield* moveLiterals(older, index, used.marks)
  const move = { older, index, literalOf, queries }
  const numberOf = yield* addLater(move, yield* moveQueries(move))
  Object.assign(index.work, older.work)
  return { index, numberOf }
}

type Used = { marks: Uint8Array; literals: number; units: number }

function* findUsed(older: QueryIndex, queries: number): Generator<void, Used> {
  const { words, expressions } = older
  const used: Used = { marks: new Uint8Array(words.literals.count), literals: 0, units: 0 }
  const mark = (literal: number): void => {
    if (literal === 0 || used.marks[literal] === 1) return
    used.marks[literal] = 1
    used.literals++
    used.units += words.literals.keyLength(literal)
    const first = words.literals.records[words.literals.keyStart(literal)]
    // Of a phrase, exact words and a title the words are used as well.
    if (first === 0x22 || first === 0x3d || first === 0x5e)
      for (const key of neededKeys(words.literals.keyOf(literal))) mark(words.find(key))
  }
  for (let query = 0; query < queries; query++) {
    if (!older.isRemoved(query)) expressions.eachLiteral(query, words.places, mark)
    if (query % pieceSteps === 0) yield
  }
  return used
}

/** The literals in the order of how often they were seen. Returns the new id of each old one. */
function* moveLiterals(older: QueryIndex, index: QueryIndex, marks: Uint8Array): Generator<void, Int32Array> {
  const literalOf = new Int32Array(marks.length)
  const { frequencies, literals } = older.words
  index.words.frequencies.follow(frequencies, marks.length)
  const ranks = new Int32Array(marks.length)
  // Written down first, because posts are counted while we work.
  yield* inPieces(ranks.length, (literal) => {
    ranks[literal] = marks[literal] === 1 ? rankMax - Math.min(rankMax, frequencies.countOf(literal)) : -1
  })
  const order = yield* ranked(ranks, rankMax + 1)
  for (let i = 0; i < order.length; i++) {
    const literal = order[i] ?? 0
    const moved = index.words.literalOf(literals.keyOf(literal))
    index.words.frequencies.inherit(moved, frequencies, literal)
    literalOf[literal] = moved
    if (i % pieceSteps === 0) yield
  }
  return literalOf
}

type Move = { older: QueryIndex; index: QueryIndex; literalOf: Int32Array; queries: number }

function* moveQueries(move: Move): Generator<void, Int32Array<ArrayBuffer>> {
  const { older, index, queries } = move
  const numberOf = new Int32Array(queries).fill(-1)
  const commonest = new Int32Array(queries).fill(-1)
  const lengths = new Int32Array(index.words.literals.count + 1)
  for (let query = 0; query < queries; query++) {
    if (query % pieceSteps === 0) yield
    if (older.isRemoved(query)) continue
    const { anchors } = index.plan(expressionOf(move, query))
    commonest[query] = anchors.reduce((least, anchor) => Math.min(least, anchor), index.words.literals.count)
    for (const anchor of anchors) lengths[anchor] = (lengths[anchor] ?? 0) + 1
  }
  yield* index.postings.lay(lengths, pieceNumbers)
  const order = yield* ranked(commonest, index.words.literals.count + 1)
  for (let i = 0; i < order.length; i++) {
    const query = order[i] ?? 0
    const expression = expressionOf(move, query)
    const plan = index.plan(expression)
    const posting = index.prepare(expression, plan)
    index.layPostings(plan, posting)
    numberOf[query] = posting.query
    if (i % pieceSteps === 0) yield
  }
  return numberOf
}

/** Until nothing is left to add: who drives swaps before anybody else has a turn. */
function* addLater(move: Move, moved: Int32Array<ArrayBuffer>): Generator<void, Int32Array> {
  const { older, index, queries } = move
  let numberOf = moved
  for (let query = queries; query < older.queryCount; query++) {
    numberOf = grownTo(numberOf, query + 1)
    numberOf[query] = older.isRemoved(query) ? -1 : index.addExpression(expressionOf(move, query))
    if (query % pieceSteps === 0) yield
  }
  return numberOf.subarray(0, older.queryCount)
}

/** The places of an array in the order of their ranks; those of rank −1 are left out. Ranks are small: they are counted, not compared. */
function* ranked(ranks: Int32Array, rankEnd: number): Generator<void, Int32Array> {
  const starts = new Int32Array(rankEnd + 1)
  yield* inPieces(ranks.length, (one) => {
    const rank = ranks[one] ?? -1
    if (rank >= 0) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
  })
  yield* inPieces(rankEnd, (rank) => {
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0)
  })
  const order = new Int32Array(starts[rankEnd] ?? 0)
  yield* inPieces(ranks.length, (one) => {
    const rank = ranks[one] ?? -1
    if (rank < 0) return
    order[starts[rank] ?? 0] = one
    starts[rank] = (starts[rank] ?? 0) + 1
  })
  return order
}

function* inPieces(count: number, step: (i: number) => void): Generator<void, void> {
  for (let i = 0; i < count; i++) {
    step(i)
    if (i % pieceNumbers === 0) yield
  }
}

/** The expression of an old query, over the new literals and tests. */
function expressionOf({ older, index, literalOf }: Move, query: number): Expression {
  // A literal that came while we worked has no new id yet.
  const moved = (literal: number): number =>
    literalOf[literal] || index.words.literalOf(older.words.literals.keyOf(literal))
  const literals = (list: readonly number[]): number[] => list.map(moved)
  const translate = (expression: Expression): Expression => {
    if (typeof expression === 'number') return moved(expression)
    if (expression.kind === 'not') return { kind: 'not', child: translate(expression.child) }
    if (expression.kind !== 'place') return { kind: expression.kind, children: expression.children.map(translate) }
    const test = older.words.places.tests[expression.test]
    return test ? placeOf(index.words.testOf(translated(test, literals)), index.words.places) : expression
  }
  return translate(older.expressions.get(query, older.words.places))
}

function translated(test: PlaceTest, literals: (list: readonly number[]) => number[]): PlaceTest {
  return test.kind === 'near'
    ? { ...test, left: literals(test.left), right: literals(test.right) }
    : { ...test, words: literals(test.words) }
}
