import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifyLanguage } from './identify-language.ts'
import { readLanguageTests } from './learn/read-corpus.ts'
import { tokenise } from './tokenise.ts'

const ours = new Set(['nl', 'en', 'de', 'fr'])

function check(text: string, expected: string, networkLang?: string): void {
  assert.equal(identifyLanguage(tokenise(text), ours, networkLang).lang, expected, text)
}

test('plain Dutch', () => check('Waar blijft mijn pakket? Ik wacht al een week.', 'nl'))
test('Flemish', () => check('Amai, ge moet daar lang wachten zenne', 'nl'))
test('plain English', () => check('Where is my parcel? I have been waiting for a week.', 'en'))
test('a short Dutch post', () => check('Top service, dank!', 'nl'))
test('a short English post', () => check('ur app is trash fr', 'en'))
test('German is not taken for Dutch', () => check('Ich warte seit drei Wochen auf mein Paket', 'de'))
test('Afrikaans is not taken for Dutch', () => check('Ek wag al vir drie weke en hulle sê niks', 'af'))
test('Swedish is not taken for English', () => check('Jag har väntat på mitt paket i tre veckor', 'sv'))
test('French is French', () => check('Toujours pas de réponse à mon courriel', 'fr'))
test('below three letters nothing can be told', () => check('🙄 ok', 'und'))
test('below three letters the network may know', () => check('ok', 'nl', 'nl-BE'))
test('links, names and numbers say nothing of the language', () =>
  check('@company https://example.com/the/best/of 12', 'und'))
test('what the network says does not beat what stands there', () =>
  check('Ik wacht al drie weken op een antwoord', 'nl', 'en'))
test('nonsense from the network is not believed', () => check('?!', 'und', 'klingon-9'))

/** Of all posts this share, and of look-alikes and of our own language more. */
const rightLeast = { all: 0.96, nl: 0.98, af: 0.95, fy: 0.95 }

test('of posts that nothing was learned from the language is told, Afrikaans and Frisian apart from Dutch', (t) => {
  const posts = readLanguageTests()
  const right = (of: typeof posts): number =>
    of.filter(({ lang, text }) => identifyLanguage(tokenise(text), ours).lang === lang).length / of.length
  const languages = [...new Set(posts.map(({ lang }) => lang))]
  assert.ok(languages.length >= 14, `${languages.length} languages`)
  for (const lang of languages) {
    const own = posts.filter((post) => post.lang === lang)
    assert.ok(own.length >= 30, `${lang}: ${own.length} posts`)
    t.diagnostic(`${lang}: ${(100 * right(own)).toFixed(1)} % of ${own.length}`)
  }
  assert.ok(right(posts) >= rightLeast.all, `${right(posts)}`)
  for (const lang of ['nl', 'af', 'fy'] as const) {
    const share = right(posts.filter((post) => post.lang === lang))
    assert.ok(share >= rightLeast[lang], `${lang}: ${share}`)
  }
})
