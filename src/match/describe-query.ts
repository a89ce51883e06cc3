import type { FieldLeaf, FieldName, QueryTree, TextLeaf } from './query-tree.ts'

export type DescriptionLanguage = 'en' | 'nl'

/**
 * A query as a sentence without an operator in it. What is searched for stands between asterisks, for the screen to set
 * apart: "messages with *zilvermeeuw* but not *vogel*, in Dutch or English".
 */
export function describeQuery(tree: QueryTree, language: DescriptionLanguage): string {
  const say = sayings[language]
  const parts = tree.kind === 'and' ? tree.children : [tree]
  const fields = parts.filter((part) => part.kind === 'field')
  const excluded = parts.filter((part) => part.kind === 'not')
  const asked = parts.filter((part) => part.kind !== 'field' && part.kind !== 'not')
  const sentence = [
    say.messages,
    ...(asked.length > 0
      ? [say.with, asked.map((part) => inside(part, say, asked.length > 1)).join(` ${say.and} `)]
      : []),
    ...(excluded.length > 0
      ? [say.butNot, excluded.map((part) => inside(part.child, say, true)).join(` ${say.norEither} `)]
      : []),
  ].join(' ')
  const places = fields.map((field) => say[field.name](valuesOf(field, say))).join(', ')
  return sentence === say.messages ? `${sentence} ${places}` : [sentence, ...(places === '' ? [] : [places])].join(', ')
}

type Sayings = {
  messages: string
  with: string
  and: string
  or: string
  not: string
  butNot: string
  norEither: string
  phrase: (text: string) => string
  prefix: (text: string) => string
  tag: (text: string) => string
  tagPrefix: (text: string) => string
  handle: (text: string) => string
  site: (values: string) => string
  lang: (values: string) => string
  source: (values: string) => string
  author: (values: string) => string
  /** Of a field inside a group: "the site *nrc.nl*". */
  the: Record<FieldName, string>
  languageName: (code: string) => string
}

const sayings: Record<DescriptionLanguage, Sayings> = {
  en: {
    messages: 'messages',
    with: 'with',
    and: 'and',
    or: 'or',
    not: 'not',
    butNot: 'but not',
    norEither: 'nor',
    phrase: (text) => `the words *${text}* in this order`,
    prefix: (text) => `a word that begins with *${text}*`,
    tag: (text) => `the tag *#${text}*`,
    tagPrefix: (text) => `a tag that begins with *#${text}*`,
    handle: (text) => `the handle *@${text}*`,
    site: (values) => `on or linking to ${values}`,
    lang: (values) => `in ${values}`,
    source: (values) => `from ${values}`,
    author: (values) => `by ${values}`,
    the: { site: 'the site', lang: 'the language', source: 'the source', author: 'the author' },
    languageName: nameIn('en'),
  },
  nl: {
    messages: 'berichten',
    with: 'met',
    and: 'en',
    or: 'of',
    not: 'niet',
    butNot: 'maar niet',
    norEither: 'noch',
    phrase: (text) => `de woorden *${text}* in deze volgorde`,
    prefix: (text) => `een woord dat begint met *${text}*`,
    tag: (text) => `de tag *#${text}*`,
    tagPrefix: (text) => `een tag die begint met *#${text}*`,
    handle: (text) => `de gebruikersnaam *@${text}*`,
    site: (values) => `op of met een link naar ${values}`,
    lang: (values) => `in het ${values}`,
    source: (values) => `uit ${values}`,
    author: (values) => `van ${values}`,
    the: { site: 'de site', lang: 'de taal', source: 'de bron', author: 'de schrijver' },
    languageName: nameIn('nl'),
  },
}

function inside(tree: QueryTree, say: Sayings, needsBrackets: boolean): string {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const joined = tree.children.map((child) => inside(child, say, true)).join(` ${say[tree.kind]} `)
      return needsBrackets ? `(${joined})` : joined
    }
    case 'not':
      return `${say.not} ${inside(tree.child, say, true)}`
    case 'field':
      return `${say.the[tree.name]} ${valuesOf(tree, say)}`
    default:
      return sayText(tree, say)
  }
}

function sayText(leaf: TextLeaf, say: Sayings): string {
  if (leaf.kind === 'word') return `*${leaf.text}*`
  if (leaf.kind === 'phrase' && !/\s/u.test(leaf.text.trim())) return `*${leaf.text.trim()}*`
  return say[leaf.kind](leaf.text)
}

function valuesOf(field: FieldLeaf, say: Sayings): string {
  return field.values
    .map((value) => (field.name === 'lang' ? say.languageName(value) : `*${value}*`))
    .join(` ${say.or} `)
}

function nameIn(language: DescriptionLanguage): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (code) => names.of(code) ?? code
}
