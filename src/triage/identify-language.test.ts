import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLanguage } from './compile-language.ts'
import { identifyLanguage } from './identify-language.ts'
import { loadLanguages } from './load-languages.ts'
import { tokenise } from './tokenise.ts'

const languages = (await loadLanguages()).map(compileLanguage)

function check(text: string, expected: string, networkLang?: string): void {
  assert.equal(identifyLanguage(tokenise(text), languages, networkLang).lang, expected, text)
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
