import { decodeTrie, type ITrie } from 'cspell-trie-lib'
import { isCompound } from './is-compound.ts'
import type { SpellingLang } from './spelling-job.ts'
import { nearWords, suggestWords } from './suggest-words.ts'

/** Is a word one of the language, and what may be meant when it is not, the likeliest first. */
export type Speller = { knows: (word: string) => boolean; suggest: (word: string, most: number) => string[] }

/** What everybody writes to customers and no dictionary has. */
const everyday = new Set(
  'ok oké hi hey hoi app apps bsn esim gps wifi etc pdf faq sms dm pm qr iban kvk btw cc id url chatbot webcare webshop webshops online offline mailtje appje belletje inloggen uitloggen fatbike tracking trackingcode'.split(
    ' ',
  ),
)

/** Answers from dictionaries as `read-dictionary-worker.ts` packs them. */
export function openSpeller(lang: SpellingLang, dictionaries: readonly Uint8Array[]): Speller {
  const tries = dictionaries.map((bytes) => decodeTrie(Uint8Array.from(bytes)))
  const isPlain = (word: string) => tries.some((trie) => standsIn(trie, word))
  const knows = (word: string): boolean => {
    const forms = formsOf(word, lang)
    if (everyday.has(word.toLowerCase()) || forms.some(isPlain)) return true
    const [small = ''] = forms
    if (small.includes('-') && small.split('-').every((part) => part.length > 1 && knows(part))) return true
    // What is one slip from a word that stands in the dictionary is that word, misspelled: "ochtent" is no tent.
    return (
      lang === 'nl' &&
      isCompound(small, isPlain) &&
      !nearWords(small, lang).some((near) => !near.startsWith(small) && isPlain(near))
    )
  }
  return {
    knows,
    suggest: (word, most) => {
      const small = word.toLowerCase()
      const found = suggestWords(small, { lang, knows: isPlain, most })
      return /^\p{Lu}/u.test(word) ? found.map(capital) : found
    },
  }
}

/** As a word of its own: what the dictionary puts together by its own rules accepts too much that is misspelled. */
function standsIn(trie: ITrie, word: string): boolean {
  const { found, compoundUsed } = trie.findWord(word, { caseSensitive: true, useLegacyWordCompounds: false })
  return found === word && !compoundUsed
}

/** As a word may stand in a dictionary: in small letters, as written, with a capital, and without the ending of a possessive. */
function formsOf(word: string, lang: SpellingLang): string[] {
  const small = word.charAt(0).toLowerCase() + word.slice(1)
  const forms = [small, word, capital(small)]
  const ending = lang === 'en' ? /'s?$/u : /'s$/u
  return ending.test(word) ? [...forms, ...forms.map((one) => one.replace(ending, ''))] : forms
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
