import { loadModels } from './load-models.ts'

/** By language, the weights that this program judges with. */
export const modelVersions: ReadonlyMap<string, string> = new Map(
  [...loadModels()].map(([lang, { version }]) => [lang, version]),
)
