import { type Lexeme, lexQuery, remarksIn } from '#domain/lex-query.ts'
import { type FieldLike, fieldOf, splitField } from '#domain/query-fields.ts'
import { joinSpans, type Span } from '#domain/span.ts'

/** What a stretch of a query is, as far as colour goes. Words, brackets and operators that are wrong keep theirs. */
export type PieceKind =
  | 'word'
  | 'phrase'
  | 'exact'
  | 'prefix'
  | 'name'
  | 'field'
  | 'value'
  | 'operator'
  | 'not'
  | 'bracket'
  | 'remark'
export type Piece = { kind: PieceKind; at: Span }

/** A piece of the lexer, and the field that it is a value of: the "nl" of lang:(nl OR en), the name of author:"Jan". */
export type PlacedLexeme = { lexeme: Lexeme; of?: FieldLike }

export function placeLexemes(query: string): PlacedLexeme[] {
  let group: FieldLike | undefined
  let before: Lexeme | undefined
  return lexQuery(query).map((lexeme) => {
    const glued = lexeme.isGlued && before?.kind === 'chunk' ? openField(before.text) : undefined
    before = lexeme
    if (lexeme.kind === 'open') group = glued
    const of = lexeme.kind === 'quoted' ? (glued ?? group) : group
    if (lexeme.kind === 'close') group = undefined
    return of === undefined ? { lexeme } : { lexeme, of }
  })
}

/** `lang:` with its value still to come. */
function openField(chunk: string): FieldLike | undefined {
  const field = splitField(chunk)
  return field?.value === '' ? fieldOf(field.name) : undefined
}

/** The query in pieces, in reading order; white space is in none. */
export function piecesOf(query: string): Piece[] {
  const placed = placeLexemes(query)
  const pieces = placed.flatMap((one, i) => piecesOfLexeme(one, placed[i - 1]?.lexeme))
  const remarks = remarksIn(query).map((at): Piece => ({ kind: 'remark', at }))
  return [...pieces, ...remarks].sort((a, b) => a.at[0] - b.at[0])
}

function piecesOfLexeme({ lexeme, of }: PlacedLexeme, before: Lexeme | undefined): Piece[] {
  const { kind, text, at } = lexeme
  switch (kind) {
    case 'open':
    case 'close':
      return [{ kind: 'bracket', at }]
    case 'and':
    case 'or':
    case 'near':
      return [{ kind: 'operator', at }]
    case 'not':
      return [{ kind: 'not', at }]
    case 'quoted': {
      const isExact = lexeme.isGlued && before !== undefined && /^(?:[=!]|\+\+)$/.test(before.text)
      return [{ kind: of ? 'value' : isExact ? 'exact' : 'phrase', at }]
    }
    case 'chunk': {
      if (of) return [{ kind: 'value', at }]
      const isDistance = lexeme.isGlued && before?.kind === 'quoted' && /^~\d+$/.test(text)
      return isDistance ? [{ kind: 'phrase', at }] : piecesOfChunk(text, at)
    }
  }
}

function piecesOfChunk(text: string, at: Span): Piece[] {
  const field = splitField(text)
  if (!field || fieldOf(field.name) === undefined) return [{ kind: kindOfChunk(text), at }]
  const valueAt = at[0] + field.name.length + 1
  const name: Piece = { kind: 'field', at: [at[0], valueAt] }
  return field.value === '' ? [name] : [name, { kind: 'value', at: [valueAt, at[1]] }]
}

function kindOfChunk(text: string): PieceKind {
  if (/^(?:[#＃@＠].|\$\p{L})/u.test(text)) return 'name'
  if (/^(?:[=!~]|\+\+)/.test(text)) return 'exact'
  return text.includes('*') ? 'prefix' : 'word'
}

/** A stretch of the text that looks the same from its first letter to its last. */
export type Stretch = { text: string; kind?: PieceKind; isWrong: boolean; isMarked: boolean }

type Marks = { wrong: readonly Span[]; marked: readonly Span[] }

/** The whole text in stretches: what each piece is, whether it is wrong, and whether it is the clause that is pointed at. */
export function stretchesOfQuery(query: string, { wrong, marked }: Marks): Stretch[] {
  const layers = { pieces: piecesOf(query), wrong: joinSpans(wrong), marked: joinSpans(marked) }
  const spans = [...layers.pieces.map(({ at }) => at), ...layers.wrong, ...layers.marked]
  const cuts = [...new Set([0, query.length, ...spans.flat()])]
    .filter((at) => at >= 0 && at <= query.length)
    .sort((a, b) => a - b)
  const pieceAt = runner(layers.pieces, ({ at }) => at)
  const wrongAt = runner(layers.wrong, (at) => at)
  const markedAt = runner(layers.marked, (at) => at)
  return cuts.slice(0, -1).map((start, i) => ({
    text: query.slice(start, cuts[i + 1]),
    kind: pieceAt(start)?.kind,
    isWrong: wrongAt(start) !== undefined,
    isMarked: markedAt(start) !== undefined,
  }))
}

/** Finds what covers a place, for places that come in order. */
function runner<T>(sorted: readonly T[], spanOf: (one: T) => Span): (place: number) => T | undefined {
  let next = 0
  return (place) => {
    for (let one = sorted[next]; one !== undefined && spanOf(one)[1] <= place; one = sorted[next]) next++
    const one = sorted[next]
    return one !== undefined && spanOf(one)[0] <= place ? one : undefined
  }
}
