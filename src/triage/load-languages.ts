import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { assert } from '#base/assert.ts'
import type { Language } from '#domain/language.ts'

const folder = join(import.meta.dirname, '..', 'languages')

/** Every language that has a file in `languages/`, by its code. Nobody names one: a new file is heard of here. */
export async function loadLanguages(): Promise<Language[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return Promise.all(names.toSorted().map(loadLanguage))
}

async function loadLanguage(name: string): Promise<Language> {
  const file: { default?: Language } = await import(pathToFileURL(join(folder, name)).href)
  assert(file.default?.id === name.slice(0, -'.ts'.length), `languages/${name} must export a language of that id`)
  return file.default
}
