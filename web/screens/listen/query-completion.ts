import { closedValues, commonLanguages, type FieldName } from '#domain/query-fields.ts'
import { placeLexemes } from './query-pieces.ts'

/** What can stand in a field here: the house's own networks and sites, and languages by the name the reader calls them. */
export type Offers = {
  networks: readonly { id: string; name: string }[]
  sites: readonly string[]
  sets: readonly Choice[]
  languageName: (code: string) => string
}

export type Choice = { value: string; label?: string }

/** What could stand in place of what was typed before the caret. */
export type Completion = { from: number; to: number; of: FieldName | 'set' | 'name'; choices: readonly Choice[] }

const choicesMax = 8
const nameLettersMin = 2

/** The fields that are offered by their first letters. No message tells its country yet, so that one finds nothing. */
const offeredFields: readonly FieldName[] = [
  'lang',
  'source',
  'site',
  'author',
  'title',
  'has',
  'is',
  'kind',
  'url',
  'network',
  'followers',
  'rating',
]

export function completionAt(query: string, caret: number, offers: Offers): Completion | undefined {
  const place = placeAt(query, caret)
  if (!place) return undefined
  const { of, typed } = place
  const sought = typed.toLowerCase()
  const all = of === 'name' ? namesOf(offers) : valuesOf(of, offers)
  // What is whole already needs no offer, and Enter in it is a new line again.
  if (all.some(({ value }) => value.toLowerCase() === sought)) return undefined
  const choices = all.filter((choice) => begins(choice, sought)).slice(0, choicesMax)
  return choices.length === 0 ? undefined : { from: caret - typed.length, to: caret, of, choices }
}

/** Sets are offered where there are any. */
function namesOf({ sets }: Offers): readonly Choice[] {
  const names = sets.length > 0 ? [...offeredFields, 'set'] : offeredFields
  return names.map((name) => ({ value: `${name}:` }))
}

function begins({ value, label = '' }: Choice, sought: string): boolean {
  return [value, label].some((words) => words.toLowerCase().startsWith(sought))
}

type Place = { of: FieldName | 'set' | 'name'; typed: string }

/** What is being typed: the first letters of a field, or of its value. Only at the end of a word: inside it one corrects. */
function placeAt(query: string, caret: number): Place | undefined {
  const placed = placeLexemes(query)
  const here = placed.find(({ lexeme }) => lexeme.at[1] === caret)
  if (!here) return undefined
  const { lexeme, of } = here
  if (lexeme.kind === 'open') return withValues(of, '')
  if (lexeme.kind !== 'chunk') return undefined
  if (of) return withValues(of, lexeme.text)
  const [, name, value = ''] = /^(\p{L}+):(\S*)$/u.exec(lexeme.text) ?? []
  if (name !== undefined) return withValues(name.toLowerCase(), value)
  const isName = /^\p{L}+$/u.test(lexeme.text) && lexeme.text.length >= nameLettersMin && lexeme.text !== 'AND'
  return isName ? { of: 'name', typed: lexeme.text } : undefined
}

function withValues(of: string | undefined, typed: string): Place | undefined {
  switch (of) {
    case 'lang':
    case 'source':
    case 'network':
    case 'site':
    case 'has':
    case 'is':
    case 'kind':
    case 'set':
      return { of, typed }
    default:
      return undefined
  }
}

function valuesOf(field: FieldName | 'set', { networks, sites, sets, languageName }: Offers): readonly Choice[] {
  switch (field) {
    case 'lang':
      return commonLanguages.map((code) => ({ value: code, label: languageName(code) }))
    case 'source':
    case 'network':
      return networks.map(({ id, name }) => ({ value: id, label: name }))
    case 'set':
      return sets
    case 'site':
      return sites.map((value) => ({ value }))
    case 'has':
    case 'is':
    case 'kind':
      return closedValues[field].map((value) => ({ value }))
    default:
      return []
  }
}

const hostsMax = 100

/** The hosts in the settings of sources, whatever network they are of: a feed has an address there, a server its name. */
export function sitesIn(settings: readonly unknown[]): string[] {
  const texts = settings.flatMap((one) => (one && typeof one === 'object' ? Object.values(one).flat() : []))
  return [...new Set(texts.flatMap((text) => (typeof text === 'string' ? (hostOf(text) ?? []) : [])))]
    .sort()
    .slice(0, hostsMax)
}

function hostOf(text: string): string | undefined {
  const isAddress = /^https?:\/\//i.test(text)
  const isHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(text)
  const address = isAddress || isHost ? URL.parse(isAddress ? text : `https://${text}`) : null
  return address?.hostname.replace(/^www\./, '')
}
