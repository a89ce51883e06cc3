import { closedValues, commonLanguages, type FieldName } from '#domain/query-fields.ts'
import { hostOfLink } from './link-text.ts'
import { wordsOf } from './literal-keys.ts'
import { type LeafProblem, wrong } from './read-leaf.ts'

type ValueResult = { value: string } | { problem: LeafProblem }

/** The value of a field, canonical: a language code in lower case, a host without https and path. */
export function readFieldValue(field: FieldName, text: string): ValueResult {
  switch (field) {
    case 'lang':
      return readLanguage(text)
    case 'country':
      return readCountry(text)
    case 'site':
      return readSite(text)
    case 'url':
      return readUrl(text)
    case 'kind':
    case 'has':
    case 'is':
      return oneOf(field, text, closedValues[field])
    case 'followers':
    case 'rating':
      return readNumbers(field, text)
    case 'title': {
      const value = text.trim().replace(/\s+/gu, ' ')
      return wordsOf(value).length > 0 && !/["()*]/.test(value)
        ? { value }
        : wrong('E_VALUE', 'value', `${field}:${text}`)
    }
    case 'source':
    case 'network':
    case 'author': {
      const value = text.trim().replace(/^@/, '').replace(/\s+/gu, ' ')
      return /[\p{L}\p{N}]/u.test(value) && !/["()*]/.test(value)
        ? { value }
        : wrong('E_VALUE', 'value', `${field}:${text}`)
    }
  }
}

function oneOf(field: FieldName, text: string, values: readonly string[]): ValueResult {
  const value = text.trim().toLowerCase()
  if (values.includes(value)) return { value }
  const near = values.find((one) => one.startsWith(value) || value.startsWith(one))
  return wrong(
    'E_VALUE',
    'closedValue',
    `${field}: ${values.join(', ')}`,
    near && value !== '' ? `${field}:${near}` : undefined,
  )
}

/** 100, >=100, <100, 100..500; a rating is one to five and may have half stars. */
function readNumbers(field: FieldName, text: string): ValueResult {
  const value = text.replaceAll(/\s/gu, '')
  const number = String.raw`\d{1,12}(?:\.\d{1,3})?`
  const [, low, high] = new RegExp(`^(?:>=|<=|>|<)?(${number})$`).exec(value) ??
    new RegExp(`^(${number})\\.\\.(${number})$`).exec(value) ?? [undefined, undefined, undefined]
  if (low === undefined) return wrong('E_VALUE', 'number', `${field}:${text}`)
  return high === undefined || Number(low) <= Number(high)
    ? { value }
    : wrong('E_VALUE', 'number', `${field}:${text}`, `${field}:${high}..${low}`)
}

function readSite(text: string): ValueResult {
  const host = hostOfLink(text.trim())
  if (host !== undefined && isHost(host)) return { value: host }
  const isName = host !== undefined && /^[\p{L}\p{N}-]+$/u.test(host)
  return wrong('E_VALUE', 'site', `site:${text}`, isName ? `site:${host}.nl` : undefined)
}

/** Host and path: nos.nl/sport. What follows ? or # is left out, as is a slash at the end. */
function readUrl(text: string): ValueResult {
  const bare = text.trim().replace(/^[a-z]+:\/\//i, '')
  const host = hostOfLink(bare.replace(/\/.*$/s, ''))
  const path = bare.includes('/') ? bare.slice(bare.indexOf('/')).replace(/[?#].*$/s, '') : ''
  if (host === undefined || !isHost(host) || /[\s"()*]/u.test(path)) return wrong('E_VALUE', 'url', `url:${text}`)
  return { value: host + path.replace(/\/+$/, '') }
}

function isHost(host: string): boolean {
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}_-]+)+$/u.test(host) || host === 'localhost'
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

function readLanguage(text: string): ValueResult {
  const value = text.trim().toLowerCase()
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value) && languageNames.of(value.split('-')[0] ?? '') !== undefined)
    return { value }
  const code = commonLanguages.find((one) => isNameOf(one, value))
  return wrong('E_VALUE', 'language', `lang:${text}`, code && `lang:${code}`)
}

/** Whether a language is called so in English, in Dutch, or in itself. */
function isNameOf(code: string, name: string): boolean {
  return ['en', 'nl', code].some(
    (of) => new Intl.DisplayNames(of, { type: 'language' }).of(code)?.toLowerCase() === name,
  )
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

function readCountry(text: string): ValueResult {
  const value = text.trim().toLowerCase()
  if (/^[a-z]{2}$/.test(value) && countryNames.of(value.toUpperCase()) !== undefined) return { value }
  return wrong('E_VALUE', 'country', `country:${text}`)
}
