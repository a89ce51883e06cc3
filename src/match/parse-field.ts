import type { Lexeme } from '#domain/lex-query.ts'
import { fieldOf } from '#domain/query-fields.ts'
import { setKey } from '#domain/query-set.ts'
import type { Span } from '#domain/span.ts'
import type { QueryReading } from './query-reading.ts'
import type { QuerySets } from './query-sets.ts'
import type { QueryTree } from './query-tree.ts'
import { readFieldValue } from './read-field.ts'
import { isOneEditAway, type LeafProblem, nearestField, readExact, readHandle, readTag } from './read-leaf.ts'

type Value = { text: string; at: Span }

/** What follows a name and a colon: a value, a quoted value, or a group of values with OR. */
export function parseField(
  reading: QueryReading,
  { name, value, lexeme }: { name: string; value: string; lexeme: Lexeme },
): QueryTree | undefined {
  const field = fieldOf(name)
  if (field === undefined) {
    skipValue(reading, value)
    return reading.leaf({ problem: unknownField(name, value) }, lexeme.at)
  }
  const values = value === '' ? fieldValues(reading, lexeme) : [{ text: value, at: lexeme.at }]
  if (!values) return undefined
  const at: Span = [lexeme.at[0], Math.max(lexeme.at[1], reading.end)]
  const [first = { text: '', at }] = values
  if (field === 'set') return readSets(reading, { values, at })
  if (field === 'tag') return reading.leaf(readTag(first.text.replace(/^#/, ''), at), at)
  if (field === 'handle') return reading.leaf(readHandle(first.text.replace(/^@/, ''), at), at)
  if (field === 'exact') return reading.leaf(readExact(first.text, at), at)
  const read: string[] = []
  for (const one of values) {
    const result = readFieldValue(field, one.text)
    if ('value' in result) read.push(result.value)
    else reading.leaf({ problem: result.problem }, one.at)
  }
  if (read.length < values.length) return undefined
  const distinct = [...new Set(read)]
  return reading.leaf({ leaf: { kind: 'field', name: field, values: distinct, at } }, at, distinct.length)
}

/** One leaf for all that are named; a name that no set has is said where it stands. */
function readSets(reading: QueryReading, { values, at }: { values: Value[]; at: Span }): QueryTree | undefined {
  const names = new Map<string, string>()
  for (const { text, at: place } of values) {
    const key = setKey(text)
    if (reading.sets.has(key)) names.set(key, text)
    else reading.leaf({ problem: unknownSet(reading.sets, key, text) }, place)
  }
  if (values.some(({ text }) => !names.has(setKey(text)))) return undefined
  const entries = [...names.keys()].flatMap((key) => reading.sets.get(key) ?? [])
  return reading.leaf({ leaf: { kind: 'set', names: [...names.values()], entries, at } }, at, entries.length)
}

function unknownSet(sets: QuerySets, key: string, text: string): LeafProblem {
  const near = [...sets.keys()].find((known) => isOneEditAway(known, key) || (key !== '' && known.startsWith(key)))
  return { code: 'E_SET', says: 'unknownSet', what: text, ...(near ? { instead: `set:${near}` } : {}) }
}

/** The quoted value or the group of values that is glued to `field:`. */
function fieldValues(reading: QueryReading, field: Lexeme): Value[] | undefined {
  const following = reading.peek()
  if (following?.isGlued && following.kind === 'quoted') {
    reading.next++
    const { at, isOpen } = following
    if (isOpen) reading.error('E_QUOTE', 'openQuote', at, '', `${reading.textOf(at)}"`)
    return [following]
  }
  if (!following?.isGlued || following.kind !== 'open') {
    reading.error('E_VALUE', 'fieldWithoutValue', field.at, field.text)
    return undefined
  }
  reading.next++
  return valueGroup(reading, field, following)
}

function valueGroup(reading: QueryReading, field: Lexeme, open: Lexeme): Value[] | undefined {
  const values: Lexeme[] = []
  let isValueNext = true
  for (let lexeme = reading.peek(); lexeme && lexeme.kind !== 'close'; lexeme = reading.peek()) {
    const isValue = lexeme.kind === 'chunk' || lexeme.kind === 'quoted'
    if (isValueNext ? !isValue : lexeme.kind !== 'or') {
      reading.error('E_VALUE', 'fieldGroup', lexeme.at, field.text)
      skipGroup(reading)
      return undefined
    }
    if (isValue) values.push(lexeme)
    isValueNext = !isValueNext
    reading.next++
  }
  const close = reading.take('close')
  const last = values.at(-1)
  if (!close) reading.error('E_PAREN', 'openParen', open.at, '', undefined, `${reading.query})`)
  else if (!last) reading.error('E_EMPTY_GROUP', 'emptyGroup', [open.at[0], close.at[1]])
  else if (isValueNext) reading.error('E_VALUE', 'fieldGroup', last.at, field.text)
  return close && last && !isValueNext ? values : undefined
}

/** Goes past the value of a field that nobody knows, so that its words are not reported as well. */
function skipValue(reading: QueryReading, value: string): void {
  const following = reading.peek()
  if (value !== '' || !following?.isGlued) return
  if (following.kind === 'quoted') reading.next++
  if (following.kind === 'open') skipGroup(reading)
}

function skipGroup(reading: QueryReading): void {
  while (reading.peek() && !reading.take('close')) reading.next++
}

function unknownField(name: string, value: string): LeafProblem {
  const near = nearestField(name)
  return {
    code: 'E_FIELD',
    says: 'unknownField',
    what: `${name}:`,
    instead: near ? `${near}:${value}` : `"${name}:${value}"`,
  }
}
