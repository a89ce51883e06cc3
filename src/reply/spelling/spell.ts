import { minute, second } from '#base/clock.ts'
import { openWorkerRunner } from '#base/worker-runner.ts'
import { readDictionaries } from './read-dictionaries.ts'
import type { SpellingAnswer, SpellingJob, SpellingLang, UnknownWord } from './spelling-job.ts'

/** Who writes answers comes back within this; when nobody does, the thread goes, and what it took is there for others in the house. */
const idleMs = 5 * minute

const speller = openWorkerRunner<SpellingJob, SpellingAnswer>(new URL('./spelling-worker.ts', import.meta.url), {
  jobMs: 5 * second,
  memoryMb: 32,
  youngMb: 4,
  idleMs,
})

/** Whoever asks for a language while it is being read waits for the same reading. */
const reading = new Map<SpellingLang, Promise<Uint8Array[]>>()

/** Which of these words no dictionary of the language knows; undefined when it cannot be told now. In a thread here in the house: no word leaves it. */
export async function spell(lang: SpellingLang, words: readonly string[]): Promise<UnknownWord[] | undefined> {
  const first = await speller.run({ lang, words })
  if (first.kind === 'spelled') return first.unknown
  if (first.kind === 'too-heavy') return undefined
  const begun = reading.get(lang) ?? readDictionaries(lang).finally(() => reading.delete(lang))
  reading.set(lang, begun)
  const second = await speller.run({ lang, words, dictionaries: await begun })
  return second.kind === 'spelled' ? second.unknown : undefined
}
