import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftLangs } from '#domain/draft/draft-rule.ts'
import { type HouseStyle, plainHouse } from '#domain/house-style.ts'
import { draftOf, measurePairs, precisionOf, readPairs, recallOf } from '#testing/draft-pairs.ts'
import { blocksDraft, checkDraft, type Draft } from './check-draft.ts'
import { blockingRuleIds, type DraftRuleId, draftRuleIds } from './draft-rule.ts'
import { humanVoice } from './human-voice.ts'

const sam = { name: 'Sam de Boer', handle: 'sam' }

function draft(text: string, house: Partial<HouseStyle> = {}, given: Partial<Draft> = {}): Draft {
  return { text, lang: 'nl', person: sam, house: { ...plainHouse, ...house }, writer: 'Noor Bakker', ...given }
}

/** The rules that speak, with what they found. */
function says(text: string, house: Partial<HouseStyle> = {}, given: Partial<Draft> = {}): string[] {
  return checkDraft(draft(text, house, given)).map(({ rule, found }) => (found ? `${rule}: ${found}` : rule))
}

/** What one key makes of it: the first fix of this rule. */
function mended(rule: DraftRuleId, text: string, house: Partial<HouseStyle> = {}): string | undefined {
  const fix = checkDraft(draft(text, house)).find((one) => one.rule === rule && one.fix)?.fix
  return fix && text.slice(0, fix.span[0]) + fix.text + text.slice(fix.span[1])
}

// The pairs.
const pairsLeast = 100
for (const lang of draftLangs) {
  test(`${lang}: there are enough pairs, of every rule in both halves`, () => {
    const pairs = readPairs(lang)
    assert.ok(pairs.length >= pairsLeast)
    for (const half of ['tune', 'held'] as const)
      for (const rule of draftRuleIds)
        assert.ok(pairs.filter((pair) => pair.half === half && pair.rule === rule).length >= 4, `${half} ${rule}`)
    assert.equal(new Set(pairs.flatMap(({ bad, good }) => [bad, good])).size, pairs.length * 2, 'one text stands twice')
  })

  test(`${lang}: every rule that may stop an answer finds what is bad and leaves alone what is good`, () => {
    const { tallies, misses } = measurePairs(lang, 'tune')
    for (const rule of blockingRuleIds) {
      const tally = tallies.get(rule)
      assert.ok(tally)
      const told = `${rule} ${JSON.stringify(misses.filter((miss) => miss.rule === rule))}`
      assert.ok(recallOf(tally) >= 0.9, told)
      assert.ok(precisionOf(tally) >= 0.9, told)
    }
  })
}

test('what is good of the pairs is spoken against by no rule', () => {
  const wrong = draftLangs.flatMap((lang) => measurePairs(lang, 'tune').misses.filter(({ kind }) => kind === 'wrong'))
  assert.deepEqual(wrong, [])
})

test('what is found stands where it is said to stand, and a fix changes only words of the answer', () => {
  for (const lang of draftLangs)
    for (const pair of readPairs(lang))
      for (const { span, found, fix } of checkDraft(draftOf(pair, pair.bad, lang))) {
        if (span)
          assert.equal(pair.bad.slice(...span), span[1] - span[0] === found.length ? found : pair.bad.slice(...span))
        if (fix) assert.ok(fix.span[0] >= 0 && fix.span[1] <= pair.bad.length && fix.span[0] <= fix.span[1])
      }
})

// The language of the answer.
test('an answer in another language than the message is read in its own', () =>
  assert.deepEqual(says('Hi Sam, you failed to tell us about it.', {}, { lang: 'nl' }), ['blame: you failed to']))
test('of a language we have no words of only what holds everywhere is asked', () =>
  assert.deepEqual(says('Guten Tag Sam, Entschuldigung für die Unannehmlichkeiten.', {}, { lang: 'de' }), []))
test('nothing is said of nothing', () => assert.deepEqual(says('  '), []))

// What reads alike and is not meant.
const innocent: [string, string][] = [
  ['a promise that is not made', 'Hoi Sam, dat kunnen we niet garanderen. Vrijdag weten we meer.'],
  ['a promise that is not made, in English', 'Hi Sam, we cannot promise that. We know more on Friday.'],
  ['our own address', 'Hoi Sam, je vindt onze winkel aan de Kerkstraat 12, we zijn open tot zes.'],
  ['a year before capitals', 'Hoi Sam, dat was in 2024 NS-breed zo, en nu niet meer.'],
  ['"word" as one says it to somebody', 'Hoi Sam, word je daar blij van? Ik word er blij van.'],
  ['a discount is no claim', 'Hoi Sam, je krijgt 20% korting van ons.'],
]
for (const [name, text] of innocent) test(`${name} is left alone`, () => assert.deepEqual(says(text), []))

// The house.
test('a word of the house is found in any form when a star says so', () => {
  const house = { words: [{ word: 'goedko*', instead: 'voordelig' }] }
  assert.deepEqual(says('Hoi Sam, de Goedkoopste is op.', house), ['forbidden: Goedkoopste'])
  assert.equal(mended('forbidden', 'Hoi Sam, Goedkoop is het niet.', house), 'Hoi Sam, Voordelig is het niet.')
  assert.deepEqual(says('Hoi Sam, spotgoedkoop is het niet.', house), [])
})
test('signs in a word of the house are only signs', () =>
  assert.deepEqual(
    says('Hoi Sam, a+b is c.', {
      words: [
        { word: 'a+b', instead: '' },
        { word: '(', instead: '' },
      ],
    }),
    ['forbidden: a+b'],
  ))
test('a word of the house may have a dash, a slash or a bracket in it', () =>
  assert.deepEqual(says('Hoi Sam, het is up-to-date en (bijna) a/b.', { promises: ['up-to-date', '(bijna) a/b'] }), [
    'promise: up-to-date',
    'promise: (bijna) a/b',
  ]))

test('what nobody may promise, in the words of the house', () =>
  assert.deepEqual(says('Hoi Sam, morgen heb je stroom.', { promises: ['morgen heb je stroom'] }), [
    'promise: morgen heb je stroom',
  ]))
test('the words of an incident are held against an answer only while there is one', () => {
  const text = 'Hoi Sam, er is niets aan de hand met de ketel.'
  const house = { incidentWords: ['ketel'] }
  assert.deepEqual(says(text, house), [])
  assert.deepEqual(says(text, { ...house, isIncident: true }), ['incident: niets aan de hand', 'incident: ketel'])
})
test('the sign-off of the house, and the one key that writes it', () => {
  const house = { signOff: '^{initials}' }
  assert.equal(mended('signoff', 'Hoi Sam, je koffer is er.', house), 'Hoi Sam, je koffer is er. ^NB')
  assert.deepEqual(says('Hoi Sam, je koffer is er. ^NB', house), [])
  assert.deepEqual(says('Hoi Sam, je koffer is er. Noor van Zilvermeeuw', { signOff: '{name} van Zilvermeeuw' }), [])
  assert.deepEqual(says('Hoi Sam, je koffer is er. van Zilvermeeuw', { signOff: '{name} van Zilvermeeuw' }), [
    'signoff',
  ])
})
test('how people are addressed: the verb goes along', () => {
  assert.equal(mended('address', 'Hoi Sam, heeft u de pas?', { address: 'je' }), 'Hoi Sam, heb je de pas?')
  assert.equal(mended('address', 'Dag Sam, kun je komen?', { address: 'u' }), 'Dag Sam, kunt u komen?')
  assert.equal(mended('address', 'Hoi Sam, we bellen u.', { address: 'je' }), 'Hoi Sam, we bellen je.')
  assert.deepEqual(says('Dag Sam, kunt u komen?', { address: 'u' }), [])
  assert.deepEqual(says('Dag Sam, kunt u komen? Dan helpen we je.'), ['address: je'])
})
test('a greeting that is wanted, unwanted or free', () => {
  assert.equal(mended('greeting', 'dat zoeken we vandaag uit.'), 'Sam, dat zoeken we vandaag uit.')
  assert.equal(mended('greeting', 'Wat vervelend van je koffer.'), 'Sam, wat vervelend van je koffer.')
  assert.equal(mended('greeting', 'Schiphol zoekt het uit.'), 'Sam, Schiphol zoekt het uit.')
  assert.equal(mended('greeting', 'Westkapelle zoekt het uit.'), 'Sam, Westkapelle zoekt het uit.')
  assert.equal(mended('greeting', 'Hoi Sam, dat zoeken we uit.', { greeting: 'unwanted' }), 'dat zoeken we uit.')
  assert.deepEqual(says('Dat zoeken we vandaag uit.', { greeting: 'unwanted' }), [])
})

// What stops an answer.
test('nothing stops an answer unless the house says so', () => {
  const text = 'Hoi Sam, bel 06 12345678, dat garanderen we.'
  assert.equal(blocksDraft(draft(text)), undefined)
  assert.equal(blocksDraft(draft(text, { blocks: ['promise'] }))?.rule, 'promise')
  assert.equal(blocksDraft(draft(text, { blocks: ['promise', 'private'] }))?.rule, 'private')
})

// The voice.
function voice(text: string): number | undefined {
  return humanVoice(draft(text), checkDraft(draft(text)))?.score
}
test('a person sounds like one, and an office does not', () => {
  const person = voice('Hoi Sam, wat naar dat je koffer er niet is. Ik zoek hem nu voor je en bel je om vier uur.') ?? 0
  const office =
    voice('Middels dit bericht delen wij u mede dat het verzoek door de backoffice in behandeling is genomen.') ?? 100
  assert.ok(person >= 90, String(person))
  assert.ok(office <= 60, String(office))
})
test('what costs most comes first, and says which words', () => {
  const text = 'Hoi Sam, dat is nu eenmaal zo, je had beter moeten kijken.'
  const costs = humanVoice(draft(text), checkDraft(draft(text)))?.costs ?? []
  assert.deepEqual(
    costs.slice(0, 2).map(({ part, found }) => [part, found]),
    [
      ['heard', 'je had beter moeten kijken'],
      ['heard', 'nu eenmaal'],
    ],
  )
})
test('of a few words there is no score', () => assert.equal(voice('Hoi Sam, dank!'), undefined))

test('a text of the greatest length is read in a moment, whatever it repeats', () => {
  const begun = performance.now()
  for (const part of [
    'als je had ',
    'sorry dat je ',
    'wordt a b c d ',
    'a.b.c ',
    'zelf ',
    'Kerkstraat 12 ',
    '9 van de ',
    "a'b ",
  ]) {
    const text = part.repeat(Math.floor(20_000 / part.length))
    const one = draft(text, { words: [{ word: 'zelf*', instead: 'x' }], isIncident: true, signOff: '^{initials}' })
    humanVoice(one, checkDraft(one))
  }
  assert.ok(performance.now() - begun < 10_000)
})
