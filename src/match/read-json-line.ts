import { messageOf } from '#base/errors.ts'
import type { PostInput } from './post-input.ts'
import { lineUnitsMax } from './read-lines.ts'

/** An id as JSON, given back as it came: also a number with more digits than a number of JavaScript can hold. */
export type LineId = string

type Fields = Record<string, unknown>

export function readTopicLine(text: string | undefined): { id: LineId; query: string } | { error: string } {
  const line = readObject(text)
  if ('error' in line) return { error: line.error }
  const { id, query } = line.fields
  if (!isId(id)) return { error: 'A topic needs an "id", a text or a number.' }
  if (typeof query !== 'string') return { error: 'A topic needs a "query", a text.' }
  return { id: idOf(id, line.text), query }
}

export function readPostLine(text: string | undefined): { id: LineId; post: PostInput } | { error: string } {
  const line = readObject(text)
  if ('error' in line) return { error: line.error }
  const { fields } = line
  if (!isId(fields.id)) return { error: 'A post needs an "id", a text or a number.' }
  if (typeof fields.text !== 'string') return { error: 'A post needs a "text".' }
  const post: PostInput = { text: fields.text }
  for (const name of ['title', 'lang', 'network', 'source', 'url'] as const) {
    const value = fields[name] ?? undefined
    if (value !== undefined && typeof value !== 'string') return { error: `"${name}" must be a text.` }
    if (value !== undefined) post[name] = value
  }
  for (const name of ['links', 'tags', 'mentions'] as const) {
    const value = fields[name] ?? undefined
    if (value !== undefined && !isTexts(value)) return { error: `"${name}" must be a list of texts.` }
    if (value !== undefined) post[name] = value
  }
  const author = readAuthor(fields.author ?? undefined)
  if (author === 'wrong') return { error: '"author" must be a handle, or an object with "handle" and "name".' }
  if (author) post.author = author
  return { id: idOf(fields.id, line.text), post }
}

function readAuthor(author: unknown): PostInput['author'] | 'wrong' {
  if (author === undefined) return undefined
  if (typeof author === 'string') return { handle: author }
  if (!isObject(author)) return 'wrong'
  const { handle, name } = author
  return {
    ...(typeof handle === 'string' ? { handle } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  }
}

function readObject(text: string | undefined): { fields: Fields; text: string } | { error: string } {
  if (text === undefined) return { error: `The line is longer than ${lineUnitsMax} characters.` }
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? { fields: value, text } : { error: 'The line is not a JSON object.' }
  } catch (cause) {
    return { error: `The line is not JSON: ${messageOf(cause)}` }
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(id: string | number, line: string): LineId {
  if (typeof id === 'string' || Number.isSafeInteger(id)) return JSON.stringify(id)
  return /"id"\s*:\s*(-?\d[\d.eE+-]*)/.exec(line)?.[1] ?? JSON.stringify(id)
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
