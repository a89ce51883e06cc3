import { postKinds } from './post-kind.ts'

/** What a query can ask of a message beside its words: `lang:nl`, `site:nos.nl`. */
export const fieldNames = [
  'site',
  'url',
  'title',
  'lang',
  'source',
  'network',
  'author',
  'kind',
  'country',
  'has',
  'is',
  'followers',
  'rating',
] as const
export type FieldName = (typeof fieldNames)[number]

/** Those whose values are numbers and ranges: 100, >=100, 100..500. */
export const numberFields: readonly FieldName[] = ['followers', 'rating']

/** Those with a few values only: what a post can have, what it can be, and which sort of post it is. */
export const closedValues = {
  has: ['link', 'image', 'video', 'audio', 'tags', 'mentions'],
  is: ['reply', 'edited', 'cut'],
  kind: postKinds,
} as const satisfies Partial<Record<FieldName, readonly string[]>>

/** The languages most written about brands in the countries where we are used; any other code of ISO 639-1 does as well. */
export const commonLanguages = 'nl en de fr es pt it pl tr ar zh ja ko ru uk da sv no fi fy'.split(' ')

/** What looks like a field and stands for a leaf that has a sign of its own: `to:klm` is @klm. */
export type FieldLike = FieldName | 'tag' | 'handle' | 'exact' | 'set'

const aliases: Record<string, FieldLike> = {
  from: 'author',
  to: 'handle',
  mention: 'handle',
  hashtag: 'tag',
  tag: 'tag',
  raw: 'exact',
  set: 'set',
}

export function fieldOf(name: string): FieldLike | undefined {
  const lower = name.toLowerCase()
  return fieldNames.find((field) => field === lower) ?? (Object.hasOwn(aliases, lower) ? aliases[lower] : undefined)
}

/** A name, a colon and what is glued to it; an address is none. */
export function splitField(chunk: string): { name: string; value: string } | undefined {
  const [, name, value] = /^(\p{L}+):(.*)$/su.exec(chunk) ?? []
  if (name === undefined || value === undefined || /^https?:\/\//i.test(chunk)) return undefined
  return { name, value }
}
