import type { DraftLang } from '#domain/draft/draft-rule.ts'

type Told = { word: string; suggestions: string[] | null }
export type AskSpelling = (ask: { lang: DraftLang; words: string[] }) => Promise<{ isTold: boolean; unknown: Told[] }>

const wordsMax = 200
const keptMax = 5_000

type Said = readonly string[] | 'known'
type Store = {
  ask: AskSpelling
  said: Map<string, Said>
  asked: Set<string>
  listeners: Set<() => void>
  version: number
}

/**
 * What was said of words, so that each is asked for once as long as the page stands. A word that nobody knows has what is offered instead; one of
 * which nothing was said yet is known for the time being.
 */
export function openSpellingStore(ask: AskSpelling) {
  const store: Store = { ask, said: new Map(), asked: new Set(), listeners: new Set(), version: 0 }
  return {
    subscribe(listener: () => void): () => void {
      store.listeners.add(listener)
      return () => store.listeners.delete(listener)
    },
    version: () => store.version,
    /** What is offered for a word that nobody knows; undefined for any other. */
    offersOf(lang: DraftLang, word: string): readonly string[] | undefined {
      const one = store.said.get(keyOf(lang, word))
      return one === 'known' ? undefined : one
    },
    /** Asks for what was not asked for yet. */
    async look(lang: DraftLang, words: readonly string[]): Promise<void> {
      const fresh = [...new Set(words)].filter((word) => isFresh(store, keyOf(lang, word)))
      if (fresh.length > 0) await askFor(store, lang, fresh.slice(0, wordsMax))
    },
  }
}

function keyOf(lang: DraftLang, word: string): string {
  return `${lang} ${word}`
}

function isFresh({ said, asked }: Store, key: string): boolean {
  return !said.has(key) && !asked.has(key)
}

function tell(store: Store): void {
  store.version += 1
  for (const listener of store.listeners) listener()
}

async function askFor(store: Store, lang: DraftLang, words: string[]): Promise<void> {
  for (const word of words) store.asked.add(keyOf(lang, word))
  try {
    const { isTold, unknown } = await store.ask({ lang, words })
    if (!isTold) return
    keep(store, { lang, words, unknown })
    // Offers for which there was no time are asked for again, as long as each time brings some.
    const again = unknown.filter(({ suggestions }) => suggestions === null).map(({ word }) => word)
    if (again.length > 0 && again.length < words.length) await askFor(store, lang, again)
  } catch {
    // Without a connection, or refused: nothing is said of these words, and they are asked for with the next ones.
  } finally {
    for (const word of words) store.asked.delete(keyOf(lang, word))
  }
}

function keep(store: Store, { lang, words, unknown }: { lang: DraftLang; words: string[]; unknown: Told[] }): void {
  if (store.said.size > keptMax) store.said.clear()
  const open = new Map(unknown.map((one) => [one.word, one.suggestions ?? []]))
  for (const word of words) store.said.set(keyOf(lang, word), open.get(word) ?? 'known')
  tell(store)
}
