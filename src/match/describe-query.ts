import type { FieldName } from '#domain/query-fields.ts'
import type { FieldLeaf, QueryTree, TextLeaf } from './query-tree.ts'

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
  // "with A and B"; but with a list among them "with A, and with B or C": no brackets, and still one way to read it.
  const hasLists = asked.length > 1 && asked.some(({ kind }) => kind === 'or')
  const between = hasLists ? `, ${say.and} ${say.with} ` : ` ${say.and} `
  const heard = asked.length > 0 ? ` ${say.with} ${asked.map((part) => anyOf([part], say)).join(between)}` : ''
  const leftOut =
    excluded.length > 0
      ? `${hasLists ? ',' : ''} ${say.butNot} ${anyOf(
          excluded.map(({ child }) => child),
          say,
        )}`
      : ''
  const sentence = say.messages + heard + leftOut
  const places = fields.map((field) => say.fields[field.name](valuesOf(field, say))).join(', ')
  return sentence === say.messages ? `${sentence} ${places}` : [sentence, ...(places === '' ? [] : [places])].join(', ')
}

type Sayings = {
  messages: string
  with: string
  and: string
  or: string
  not: string
  butNot: string
  near: (left: string, right: string, distance: number) => string
  nearInOrder: (left: string, right: string, distance: number) => string
  phrase: (text: string) => string
  window: (text: string, distance: number) => string
  exact: (text: string) => string
  forms: (forms: string) => string
  prefix: (text: string) => string
  tag: (text: string) => string
  tagPrefix: (text: string) => string
  handle: (text: string) => string
  cash: (text: string) => string
  set: (names: string) => string
  /** Of a field beside the rest of the sentence: ", in Dutch". */
  fields: Record<FieldName, (values: string) => string>
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
    near: (left, right, distance) => `${left} and ${right} with at most ${distance} words between`,
    nearInOrder: (left, right, distance) => `${left} and then ${right} with at most ${distance} words between`,
    phrase: (text) => `the words *${text}* in this order`,
    window: (text, distance) => `the words *${text}* in any order with at most ${distance} others between`,
    exact: (text) => `exactly *${text}*`,
    forms: (forms) => `one of the forms ${forms}`,
    prefix: (text) => `a word that begins with *${text}*`,
    tag: (text) => `the tag *#${text}*`,
    tagPrefix: (text) => `a tag that begins with *#${text}*`,
    handle: (text) => `the handle *@${text}*`,
    cash: (text) => `the share *$${text}*`,
    set: (names) => `something from the set ${names}`,
    fields: {
      site: (values) => `on or linking to ${values}`,
      url: (values) => `on or linking to ${values}`,
      title: (values) => `with ${values} in the title`,
      lang: (values) => `in ${values}`,
      source: (values) => `from ${values}`,
      network: (values) => `from ${values}`,
      author: (values) => `by ${values}`,
      kind: (values) => `of the kind ${values}`,
      country: (values) => `from ${values}`,
      has: (values) => `that have ${values}`,
      is: (values) => `that are ${values}`,
      followers: (values) => `by someone with ${values} followers`,
      rating: (values) => `with a rating of ${values}`,
    },
    the: {
      site: 'the site',
      url: 'the address',
      title: 'the title',
      lang: 'the language',
      source: 'the source',
      network: 'the network',
      author: 'the author',
      kind: 'the kind',
      country: 'the country',
      has: 'the addition',
      is: 'the property',
      followers: 'a number of followers of',
      rating: 'a rating of',
    },
    languageName: nameIn('en', 'language'),
  },
  nl: {
    messages: 'berichten',
    with: 'met',
    and: 'en',
    or: 'of',
    not: 'niet',
    butNot: 'maar niet',
    near: (left, right, distance) => `${left} en ${right} met hoogstens ${distance} woorden ertussen`,
    nearInOrder: (left, right, distance) => `${left} en daarna ${right} met hoogstens ${distance} woorden ertussen`,
    phrase: (text) => `de woorden *${text}* in deze volgorde`,
    window: (text, distance) => `de woorden *${text}* in welke volgorde ook, met hoogstens ${distance} andere ertussen`,
    exact: (text) => `precies *${text}*`,
    forms: (forms) => `een van de vormen ${forms}`,
    prefix: (text) => `een woord dat begint met *${text}*`,
    tag: (text) => `de tag *#${text}*`,
    tagPrefix: (text) => `een tag die begint met *#${text}*`,
    handle: (text) => `de gebruikersnaam *@${text}*`,
    cash: (text) => `het aandeel *$${text}*`,
    set: (names) => `iets uit de set ${names}`,
    fields: {
      site: (values) => `op of met een link naar ${values}`,
      url: (values) => `op of met een link naar ${values}`,
      title: (values) => `met ${values} in de titel`,
      lang: (values) => `in het ${values}`,
      source: (values) => `uit ${values}`,
      network: (values) => `uit ${values}`,
      author: (values) => `van ${values}`,
      kind: (values) => `van de soort ${values}`,
      country: (values) => `uit ${values}`,
      has: (values) => `met ${values}`,
      is: (values) => `met de eigenschap ${values}`,
      followers: (values) => `van iemand met ${values} volgers`,
      rating: (values) => `met een waardering van ${values}`,
    },
    the: {
      site: 'de site',
      url: 'het adres',
      title: 'de titel',
      lang: 'de taal',
      source: 'de bron',
      network: 'het netwerk',
      author: 'de schrijver',
      kind: 'de soort',
      country: 'het land',
      has: 'de toevoeging',
      is: 'de eigenschap',
      followers: 'een aantal volgers van',
      rating: 'een waardering van',
    },
    languageName: nameIn('nl', 'language'),
  },
}

/** "a, b or c": what any of the trees asks for, each alternative by itself. */
function anyOf(trees: readonly QueryTree[], say: Sayings): string {
  const all = trees.flatMap((tree) => (tree.kind === 'or' ? tree.children : [tree]))
  const said = all.map((tree) => inside(tree, say, all.length > 1))
  const last = said.pop() ?? ''
  return said.length > 0 ? `${said.join(', ')} ${say.or} ${last}` : last
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
    case 'near': {
      const [left, right] = [inside(tree.left, say, true), inside(tree.right, say, true)]
      const told = (tree.isOrdered ? say.nearInOrder : say.near)(left, right, tree.distance)
      return needsBrackets ? `(${told})` : told
    }
    case 'window':
      return say.window(tree.text, tree.distance)
    case 'forms':
      return say.forms(tree.forms.map((form) => `*${form}*`).join(', '))
    case 'set':
      return say.set(tree.names.map((name) => `*${name}*`).join(` ${say.or} `))
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

function nameIn(language: DescriptionLanguage, type: 'language'): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type })
  return (code) => names.of(code) ?? code
}
