import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { intents, urgencies } from '#domain/assessment.ts'
import { printOf } from './alike/print-of.ts'
import { assess } from './assess.ts'
import { judgeNoise, type NoiseInput, type TaughtNoise } from './judge-noise.ts'
import { tellingWords } from './telling-words.ts'

const now = new Date('2026-03-02T12:00:00Z')
const agoMinutes = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

function inputOf(text: string, given: Partial<NoiseInput> = {}): NoiseInput {
  const assessment = assess({ text }, { brands: ['Zilvermeeuw'] })
  return {
    text,
    links: [],
    tags: [],
    assessment,
    topicIds: ['birds'],
    author: { id: 'someone', handle: 'marieke', posts: [now] },
    signature: printOf({ text, lang: assessment.lang, links: [] })?.signature,
    words: tellingWords(text),
    copyAuthors: 1,
    now,
    ...given,
  }
}
function lesson(text: string, given: Partial<TaughtNoise> = {}): TaughtNoise {
  const signature = printOf({ text, lang: 'nl', links: [] })?.signature
  const words = tellingWords(text).filter((word) => word !== 'zilvermeeuw')
  const by = { id: text, isNoise: true, topicId: 'birds', authorId: text, isByHand: false }
  return { ...by, signature, words, ...given }
}
function check(
  text: string,
  expected: string | undefined,
  given: Partial<NoiseInput> = {},
  taught: TaughtNoise[] = [],
) {
  assert.equal(judgeNoise(inputOf(text, given), taught)?.kind, expected)
}

test('a giveaway is noise, and who won one is not', () => {
  check('WINACTIE! Like en volg ons en maak kans op een weekend weg met Zilvermeeuw', 'giveaway')
  check('Giveaway time: retweet to win two tickets with Zilvermeeuw', 'giveaway')
  check('Dank jullie wel Zilvermeeuw, super blij met de prijs van de winactie!', undefined)
})
test('an advertisement for a job is noise, and who asks for one is not', () => {
  const links = { links: ['https://jobs.example/1'] }
  check('Per direct gezocht: chauffeur C voor nachtritten vanuit Venlo', 'job', links)
  check('Zijn er nog vacatures bij jullie magazijn?', undefined, links)
})
test('many authors with one text are an army, unless they are unhappy', () => {
  check('Zilvermeeuw vliegt vanaf maart elke dag naar Lissabon en Porto', 'copies', { copyAuthors: 9 })
  check('Zilvermeeuw vliegt vanaf maart elke dag naar Lissabon en Porto', undefined, { copyAuthors: 4 })
  check('Zilvermeeuw liet ons uren wachten en niemand nam de telefoon op', undefined, { copyAuthors: 9 })
})
test('who posts like a machine is one', () => {
  const often = Array.from({ length: 14 }, (_, at) => agoMinutes(at * 3 + (at % 3)))
  const evenly = Array.from({ length: 8 }, (_, at) => agoMinutes(at * 120))
  const people = [0, 3, 250, 260, 900, 1_400, 1_405, 3_000].map(agoMinutes)
  const by = (posts: Date[], handle = 'marieke') => ({ author: { id: 'a', handle, posts } })
  const text = 'Zilvermeeuw vliegt morgen naar Lissabon'
  check(text, 'bot', by(often))
  check(text, 'bot', by(evenly))
  check(text, undefined, by(people))
  check(text, undefined, by(evenly.slice(0, 5)))
  check(text, 'bot', by(evenly.slice(0, 5), 'flights4482913'))
})

const gulls = [
  lesson('Op het strand pikte een zilvermeeuw mijn patat uit de hand, brutale vogel'),
  lesson('Prachtige vogel, de zilvermeeuw: nest met drie jongen op het dak bij het strand'),
]
test('words that stood in two lessons tell a namesake', () => {
  check('Wat een herrie, die zilvermeeuw boven het strand, mooie vogel verder wel', 'words', {}, gulls)
  check('Vlucht met Zilvermeeuw naar het strand van Faro geboekt', undefined, {}, gulls)
  check(
    'Wat een herrie, die zilvermeeuw boven het strand, mooie vogel verder wel',
    undefined,
    { topicIds: ['other'] },
    gulls,
  )
})
test('one word that was given by hand is enough', () => {
  const given = lesson('', { words: ['ringen'], isByHand: true, authorId: null, signature: undefined })
  check('Vandaag twee jonge meeuwen geringd, ringen van de zilvermeeuw gemeld', 'words', {}, [given])
})
test('what a member kept teaches too', () => {
  const kept = lesson('De vogel op het strand is het logo van Zilvermeeuw, leuk bedacht', { isNoise: false })
  check('Wat een herrie, die zilvermeeuw boven het strand, mooie vogel verder wel', undefined, {}, [...gulls, kept])
})
test('a text like one that was called noise is noise; an author after two', () => {
  const text = 'Volg mijn kanaal voor dagelijkse weetjes over vliegtuigen en Zilvermeeuw'
  check(`${text} vandaag`, 'text', {}, [lesson(text)])
  const twice = [
    lesson('een heel ander bericht over iets', { authorId: 'a' }),
    lesson('nog iets heel anders', { authorId: 'a' }),
  ]
  check('Zilvermeeuw landt straks op Texel', 'author', { author: { id: 'a', handle: 'a', posts: [now] } }, twice)
  check(
    'Zilvermeeuw landt straks op Texel',
    undefined,
    { author: { id: 'a', handle: 'a', posts: [now] } },
    twice.slice(1),
  )
})

test('nothing that was learned makes noise of what is grave', () => {
  const text = 'Een zilvermeeuw op het strand, mooie vogel'
  const grave = fc.record({ intent: fc.constantFrom(...intents), urgency: fc.constantFrom(...urgencies) })
  fc.assert(
    fc.property(grave, ({ intent, urgency }) => {
      const input = inputOf(text, { copyAuthors: 100 })
      const assessment = { ...input.assessment, intent: { top: intent, p: {} }, urgency }
      const isGrave = urgency >= 2 || intent === 'crisis' || intent === 'legal_threat'
      const noise = judgeNoise({ ...input, assessment }, [...gulls, lesson(text)])
      assert.equal(noise === undefined, isGrave)
    }),
  )
})
