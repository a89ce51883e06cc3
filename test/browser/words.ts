import { readFileSync } from 'node:fs'

export type Lang = 'en' | 'nl'
export type Say = (message: string, values?: Record<string, string | number>) => string

type Catalogue = Record<string, { message?: string; translation?: string }>

/** The words on the screen in a language, asked for by the English in the source: `say('Reply & done')`. */
export function wordsIn(lang: Lang): Say {
  const file = new URL(`../../web/words/${lang}.json`, import.meta.url)
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
  const byMessage = new Map(Object.values(catalogue).map(({ message, translation }) => [message, translation]))
  return (message, values = {}) => {
    if (!byMessage.has(message)) throw new Error(`No screen says “${message}”.`)
    const words = byMessage.get(message) || message
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
