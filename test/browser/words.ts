import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Lang = 'en' | 'nl'
export type Say = (message: string, values?: Record<string, string | number>) => string

type Catalogue = Record<string, { message?: string; translation?: string }>

/** The words on the screen in a language, asked for by the English in the source: `say('Reply & done')`. */
export function wordsIn(lang: Lang): Say {
  const byMessage = catalogueOf(lang)
  return (message, values = {}) => {
    if (!byMessage.has(message)) throw new Error(`No screen says “${message}”.`)
    const words = byMessage.get(message) || message
    return counted(words, values).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}

/** Of the two forms of what is counted, the one that its number asks for. */
function counted(words: string, values: Record<string, string | number>): string {
  return words.replace(
    /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/gu,
    (whole, name: string, one: string, other: string) => {
      const value = values[name]
      return value === undefined ? whole : (Number(value) === 1 ? one : other).replaceAll('#', String(value))
    },
  )
}

/** Every sentence of the screens, by the English in the source. */
export function catalogueOf(lang: Lang): Map<string, string> {
  const files = globSync(`${fileURLToPath(new URL('../../web/words', import.meta.url))}/**/${lang}.json`)
  const entries = files.flatMap((file) => Object.values(JSON.parse(readFileSync(file, 'utf8')) as Catalogue))
  return new Map(entries.map(({ message = '', translation = '' }) => [message, translation]))
}
