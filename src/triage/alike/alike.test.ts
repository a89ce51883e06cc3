import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandsOf, bytesOf, likeness, signatureFrom, signatureOf } from './min-hash.ts'
import { plainText } from './plain-text.ts'
import { printOf } from './print-of.ts'
import { linkTermsOf, termsOf } from './rare-terms.ts'
import { surpriseOf } from './same-story.ts'

const texts = [
  'Sta al een uur op het perron in Amersfoort en de trein naar Zwolle is alweer uitgevallen @Zilvermeeuw https://nieuws.example/a/12',
  'Let op! Zilvermeeuw roept alle kinderfietsjes van het type Spatz terug, het stuur kan plotseling afbreken. Delen!',
  'Just had the worst flight of my life with Zilvermeeuw, four hours late and then they lost both of our suitcases #travel',
  'My internet has been down since Tuesday morning and nobody at your help desk can tell me when it will be fixed',
  'Wie kan mij vertellen of de balie van Zilvermeeuw in Groningen op Koningsdag gewoon geopend is voor het publiek?',
]
/** What people do to a text when they pass it on. */
const edits: Record<string, (text: string) => string> = {
  'an RT in front': (text) => `RT @somebody: ${text}`,
  'another link': (text) => `${text.replace(/https?:\S+/u, '')} https://t.example/${text.length}?utm_source=x`,
  'another name': (text) => `@someone.else ${text.replace('@Zilvermeeuw', '@ZilvermeeuwNL')}`,
  'hashtags behind it': (text) => `${text} #fail #zilvermeeuw #nooitmeer`,
  'capitals and signs': (text) => `${text.toUpperCase()}!!! 😡😡`,
  'two typos': (text) => text.replace('e', 'ee').replace(/(\w{4})(\w)(\w)/u, '$1$3$2'),
  'a word left out': (text) => text.split(' ').toSpliced(5, 1).join(' '),
  'a word before it': (text) => `Ongelofelijk: ${text}`,
  'the last word cut off': (text) => text.split(' ').slice(0, -1).join(' '),
}

const found = (one: string, other: string) => {
  const [a, b] = [signatureOf(plainText(one)), signatureOf(plainText(other))]
  const bands = new Set(bandsOf(a))
  return { like: likeness(a, b), isFound: bandsOf(b).some((band) => bands.has(band)) }
}

for (const [name, edit] of Object.entries(edits)) {
  test(`a text with ${name} is found, and half of it or more is the same`, (t) => {
    const all = texts.map((text) => found(text, edit(text)))
    t.diagnostic(`${name}: likeness ${all.map(({ like }) => like.toFixed(2)).join(' ')}`)
    assert.ok(all.every(({ like, isFound }) => isFound && like >= 0.5))
  })
}

test('what tells of something else is neither found nor alike', (t) => {
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => found(one, other)))
  t.diagnostic(`highest likeness of two different texts: ${Math.max(...pairs.map(({ like }) => like)).toFixed(2)}`)
  assert.ok(pairs.every(({ like, isFound }) => !isFound && like < 0.3))
})

test('the estimate is as good as 64 places allow', (t) => {
  const random = seeded(7)
  const misses = Array.from({ length: 200 }, () => {
    const words = Array.from({ length: 30 }, () => random().toString(36).slice(2, 9))
    const other = words.map((word) => (random() < 0.2 ? random().toString(36).slice(2, 9) : word))
    const [a, b] = [words.join(' '), other.join(' ')]
    return Math.abs(likeness(signatureOf(a), signatureOf(b)) - jaccard(a, b))
  })
  const mean = misses.reduce((sum, miss) => sum + miss, 0) / misses.length
  t.diagnostic(`mean error of the estimate: ${mean.toFixed(3)}`)
  assert.ok(mean < 0.06)
})

test('a signature survives being stored, and a stored one is read alike for ever', () => {
  const signature = signatureOf(plainText(texts[0] ?? ''))
  assert.deepEqual(signatureFrom(bytesOf(signature)), signature)
  assert.deepEqual([...signatureOf('a text that never changes')].slice(0, 3), [...frozen])
})
const frozen: readonly number[] = [168_233_769, 656_838_986, 78_305_819]

test('a short text is nobody’s in particular', () => {
  assert.equal(printOf({ text: 'Dank je wel!', lang: 'nl', links: [] }), undefined)
})

test('telling words are long, and no common ones; two forms of a word are one', () => {
  assert.deepEqual(termsOf('De treinen van lijn 12 bij Houtrust: een trein is ontspoord', 'nl'), [
    'ontspoord',
    'houtrust',
    'trein',
    'lijn',
    '12',
  ])
})
test('a link is where it leads, without who sent one there; a front page is no story', () => {
  const links = ['https://www.nieuws.example/a/12?utm_source=x&id=3', 'https://nieuws.example/', 'not a link']
  assert.deepEqual(linkTermsOf(links), ['nieuws.example/a/12?id=3'])
})

const term = (df: number) => ({ kind: 'term' as const, text: '', df })
const link = (df: number) => ({ kind: 'link' as const, text: '', df })
function checkSurprise(shared: Parameters<typeof surpriseOf>[0], heardCount: number, isStory: boolean) {
  assert.equal(surpriseOf(shared, heardCount) > 0, isStory)
}
test('three rare words make one story, two do not', () => {
  checkSurprise([term(4), term(2), term(1)], 1_000, true)
  checkSurprise([term(1), term(1)], 1_000, false)
})
test('words that every complaint has make no story', () => {
  checkSurprise([term(240), term(200), term(180), term(150)], 5_000, false)
  checkSurprise([term(5_000), term(900), term(800)], 5_000, false)
})
test('a link with one word does, unless everybody links there', () => {
  checkSurprise([link(2), term(8)], 200, true)
  checkSurprise([link(2)], 200, false)
  checkSurprise([link(150), term(8)], 200, false)
})
test('in a small house it takes more', () => {
  checkSurprise([term(1), term(1), term(1)], 5, false)
  checkSurprise([term(1), term(1), term(1), term(1), term(1)], 5, true)
})

function jaccard(one: string, other: string): number {
  const piecesOf = (text: string) => new Set(Array.from({ length: text.length - 3 }, (_, at) => text.slice(at, at + 4)))
  const [a, b] = [piecesOf(one), piecesOf(other)]
  return a.intersection(b).size / a.union(b).size
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
