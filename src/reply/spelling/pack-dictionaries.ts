import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decodeTrie, encodeITrieToBTrie } from 'cspell-trie-lib'
import type { SpellingLang } from './spelling-job.ts'

/** British and American both are English. */
const files: Readonly<Record<SpellingLang, readonly { in: string; name: string }[]>> = {
  nl: [{ in: '@cspell/dict-nl-nl', name: 'Dutch.trie.gz' }],
  en: [
    { in: '@cspell/dict-en_us', name: 'en_US.trie.gz' },
    { in: '@cspell/dict-en-gb-mit', name: 'en_GB.trie.gz' },
  ],
}

/** The dictionaries of a language, as they are looked up. A package names no path to its own; it lies beside what it names. */
export function packDictionaries(lang: SpellingLang): Uint8Array[] {
  return files[lang].map((file) => {
    const packed = gunzipSync(readFileSync(new URL(file.name, import.meta.resolve(file.in))))
    return encodeITrieToBTrie(decodeTrie(packed))
  })
}
