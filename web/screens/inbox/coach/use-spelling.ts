import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { draftLangOf } from '#domain/draft/draft-lang.ts'
import type { DraftFinding } from '#domain/draft/draft-rule.ts'
import { foldSpelled, namedWords, spelledWords } from '#domain/draft/spelled-words.ts'
import { spellingFindings } from '#domain/draft/spelling-findings.ts'
import { ask, queries, useAsk } from '#web/api.ts'
import { openSpellingStore } from './spelling-store.ts'

/** Whoever types is not asked about every letter; the word at the end is let alone until they stop. */
const askAfterMs = 350
const stoppedAfterMs = 1_400

const spellingStore = openSpellingStore((body) => ask('POST /api/spelling', { body }))

type Asked = { text: string; lang: string | undefined; names: readonly string[] }

/** What nobody knows of the words of an answer, and the two ways to say that it is well. */
export function useSpelling({ text, lang: heard, names }: Asked) {
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(new Set())
  const lang = draftLangOf(text, heard)
  const ours = useAsk('GET /api/own-words').data?.items
  const known = useMemo(
    () => new Set([...namedWords(names), ...(ours ?? []).map(({ word }) => foldSpelled(word))]),
    [names, ours],
  )
  const words = useMemo(() => (lang ? spelledWords(text, known) : []), [text, lang, known])
  useEffect(() => {
    if (!lang || words.length === 0) return
    const isTypedNow = words.at(-1)?.span[1] === text.length
    const soon = (isTypedNow ? words.slice(0, -1) : words).map(({ word }) => word)
    const first = setTimeout(() => void spellingStore.look(lang, soon), askAfterMs)
    const all = words.map(({ word }) => word)
    const last = isTypedNow ? setTimeout(() => void spellingStore.look(lang, all), stoppedAfterMs) : undefined
    return () => {
      clearTimeout(first)
      clearTimeout(last)
    }
  }, [lang, words, text])
  const version = useSyncExternalStore(spellingStore.subscribe, spellingStore.version)
  // What was told since is in the version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is read anew with each version.
  const findingsOf = useCallback(
    (found: readonly DraftFinding[]): DraftFinding[] =>
      spellingFindings(words, {
        found,
        offersOf: (word) => (lang && !ignored.has(foldSpelled(word)) ? spellingStore.offersOf(lang, word) : undefined),
      }),
    [words, lang, ignored, version],
  )
  return {
    findingsOf,
    ignore: (word: string) => setIgnored((before) => new Set(before).add(foldSpelled(word))),
    /** Answers the way back. */
    addToOurs: async (word: string) => {
      const { id } = await ask('POST /api/own-words', { body: { word } })
      await refresh()
      return async () => {
        await ask('DELETE /api/own-words/{id}', { params: { id } })
        await refresh()
      }
    },
  }
}

function refresh(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['GET /api/own-words'] })
}
