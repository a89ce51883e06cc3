import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LanguageModel, readLanguages } from './language-model.ts'
import { type Model, readModel } from './model.ts'

export const modelFolder = join(import.meta.dirname, 'models')
export const languageModelPath = join(modelFolder, 'languages.spelling')

/** What was learned, by language. A file `<language>.model` is made by `npm run triage:train`. */
export function loadModels(): ReadonlyMap<string, Model> {
  const names = readdirSync(modelFolder).filter((name) => name.endsWith('.model'))
  const models = names.toSorted().map((name) => readModel(readFileSync(join(modelFolder, name))))
  return new Map(models.map((model) => [model.lang, model]))
}

/** How languages are told apart. */
export function loadLanguageModel(): LanguageModel {
  return readLanguages(readFileSync(languageModelPath))
}
