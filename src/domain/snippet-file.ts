import { type SnippetState, type SnippetWording, snippetStates } from './snippet.ts'

/** Snippets as a table or as JSON, for another program or another workspace. */
export type FiledSnippet = {
  name: string
  state: SnippetState
  tags: string[]
  /** A name; who is not known here is left out. */
  owner: string
  /** A day, `YYYY-MM-DD`, or empty. */
  expires: string
  wordings: SnippetWording[]
}

export const fileFormats = ['csv', 'json'] as const
export type FileFormat = (typeof fileFormats)[number]
export const fileMax = 900_000

const columns = ['name', 'state', 'tags', 'owner', 'expires', 'language', 'network', 'text'] as const

export function writeSnippetFile(snippets: readonly FiledSnippet[], format: FileFormat): string {
  if (format === 'json') return `${JSON.stringify(snippets, null, 2)}\n`
  const rows = snippets.flatMap(({ name, state, tags, owner, expires, wordings }) =>
    wordings.flatMap(({ lang, network, texts }) =>
      texts.map((text) => [name, state, tags.join('; '), owner, expires, lang, network ?? '', text]),
    ),
  )
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** What a spreadsheet would run as a formula gets a sign before it, which reading takes off again. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r']/u.test(value) ? `'${value}` : value
  return /[",\r\n;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** @throws Error with words for people when it is no such file. Rows of one name are one snippet. */
export function readSnippetFile(text: string, format: FileFormat): unknown {
  if (format === 'json') return JSON.parse(text)
  const [head = [], ...rows] = readTable(text.replace(/^\uFEFF/u, ''))
  const place = new Map(head.map((name, at) => [name.trim().toLowerCase(), at]))
  for (const needed of ['name', 'text'] as const)
    if (!place.has(needed)) throw new Error(`The first row has no column “${needed}”.`)
  const of = (row: readonly string[], column: (typeof columns)[number]) =>
    (row[place.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@\t\r'])/u, '')
  const byName = new Map<string, FiledSnippet>()
  for (const row of rows) {
    const name = of(row, 'name')
    if (name === '' && of(row, 'text') === '') continue
    const known = byName.get(name.toLowerCase()) ?? begun(name, (column) => of(row, column))
    byName.set(name.toLowerCase(), known)
    addText(known, { lang: of(row, 'language') || 'nl', network: of(row, 'network') || null, text: of(row, 'text') })
  }
  return [...byName.values()]
}

function begun(name: string, of: (column: (typeof columns)[number]) => string): FiledSnippet {
  const said = of('state').toLowerCase()
  const state = snippetStates.find((one) => one === said) ?? 'live'
  const tags = of('tags')
    .split(/[;,]/u)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return { name, state, tags, owner: of('owner'), expires: of('expires'), wordings: [] }
}

function addText(
  { wordings }: FiledSnippet,
  { lang, network, text }: { lang: string; network: string | null; text: string },
): void {
  const known = wordings.find((one) => one.lang === lang && one.network === network)
  if (known) known.texts.push(text)
  else wordings.push({ lang, network, texts: [text] })
}

const rowsMax = 20_000

/** RFC 4180, with a comma or, as Dutch spreadsheets write it, a semicolon. */
function readTable(text: string): string[][] {
  const sign = /^[^\r\n"]*;/u.test(text) && !/^[^\r\n"]*,/u.test(text) ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let isQuoted = false
  for (let at = 0; at < text.length && rows.length < rowsMax; at += 1) {
    const char = text[at] ?? ''
    if (isQuoted) {
      if (char !== '"') value += char
      else if (text[at + 1] === '"') {
        value += '"'
        at += 1
      } else isQuoted = false
      continue
    }
    if (char === '"') isQuoted = true
    else if (char === sign) {
      row.push(value)
      value = ''
    } else if (char === '\n') {
      rows.push([...row, value])
      row = []
      value = ''
    } else if (char !== '\r') value += char
  }
  if (value !== '' || row.length > 0) rows.push([...row, value])
  return rows
}
