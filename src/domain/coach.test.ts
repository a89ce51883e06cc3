import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CoachDraft, coach, coachChecks, coachShownMax } from './coach.ts'
import { calledName } from './draft/greeting.ts'

const marieke = { name: 'Marieke van der Ploeg', handle: 'mariekevdp' }
type Given = Partial<Omit<CoachDraft, 'text'>>

/** What is found, as `✓ code` or `! code`. */
function says(text: string, { person, previous = [] }: Given = {}): string[] {
  return coach({ text, person, previous }).map(({ isGood, code }) => `${isGood ? '✓' : '!'} ${code}`)
}
const has = (text: string, finding: string, given?: Given) => () => {
  const all = says(text, given)
  assert.ok(all.includes(finding), `${finding} is not in ${all.join(', ')}`)
}
const hasNot = (text: string, part: string, given?: Given) => () => {
  const all = says(text, given)
  assert.ok(!all.some((one) => one.includes(part)), `${part} is in ${all.join(', ')}`)
}

test('nothing is said of nothing', () => {
  assert.deepEqual(says(''), [])
  assert.deepEqual(says('  \n '), [])
})

// Nothing private.
test('an answer without anything private', has('Sorry, we zoeken het uit.', '✓ nothing_private'))
test('a telephone number', has('Bel Jan op 06 12345678', '! private'))
test('an account number', has('We storten het op NL91ABNA0417164300', '! private'))
test('a mailbox of one person', has('Ik mail je op jan@gmail.com', '! private'))
test('a mailbox for everybody is none', has('Mail info@zilvermeeuw.nl', '✓ nothing_private'))
test('an order number', has('Je bestelnummer 48213 is onderweg', '! private'))
test('a citizen service number', has('Je BSN 111222333 klopt', '! private'))
test('it says where', () => {
  const text = 'Bel Jan op 06 12345678.'
  const [first] = coach({ text, person: undefined, previous: [] })
  assert.equal(text.slice(...(first?.span ?? [0, 0])), '06 12345678')
})

// The same text as before.
const before = 'Hoi Sam, wat vervelend. We zoeken uit waar je koffer is en laten het je vandaag weten.'
test('the first answer is not compared', hasNot('Hoi Sam', 'words'))
test('the same text', has(before, '! same_words', { previous: [before] }))
test('the same text with other capitals and signs', has(before.toUpperCase(), '! same_words', { previous: [before] }))
test('only another name in front', has(before.replace('Sam', 'Kim'), '! nearly_same', { previous: [before] }))
test(
  'another text',
  has('Je koffer is gevonden, hij komt vanavond naar je toe.', '✓ new_words', { previous: [before] }),
)
test('two short thanks are no copy', hasNot('Dank je wel Sam', 'nearly', { previous: ['Dank je wel Kim'] }))
test('the same among several', has('Dank je wel', '! same_words', { previous: [before, 'Dank je wel!'] }))
test('without a word there is nothing to compare', hasNot('🙂', 'words', { previous: ['🙂'] }))

// Links.
test('no link and none promised', hasNot('Sorry, Marieke.', 'link'))
test('a whole link', has('Zie https://zilvermeeuw.nl/koffers.', '✓ full_link'))
test('a whole link without https', has('Zie zilvermeeuw.nl/koffers', '✓ full_link'))
test('a shortened link', has('Zie https://bit.ly/3xYz', '! short_link'))
test('a shortened link without https', has('Zie bit.ly/3xYz', '! short_link'))
test('a shortened link beside a whole one', has('https://a.example/x en https://t.co/abc', '! short_link'))
test('a host that only ends like a shortener', has('https://notbit.ly/x', '✓ full_link'))
test('a promised link that is not there', has('Vul het in via deze link', '! no_link'))
test('a promised page that is not there', has('Dat staat op onze website', '! no_link'))
test('the same in English', has('You can do that on our website', '! no_link'))
test('"here" with nothing to press', has('Lees hier meer over', '! no_link'))
test('a promised link that is there', has('Via deze link: https://a.example/x', '✓ full_link'))
test('an e-mail address is no link', hasNot('Mail info@zilvermeeuw.nl', 'link'))
test('a handle is no link', hasNot('Hoi @mira.example', 'link'))
test('a full stop without a space is no link', hasNot('Dat klopt.Dank', 'link'))

// Name and greeting.
const called = { person: marieke }
test('the name', has('Sorry Marieke, dat hoort niet.', '✓ named', called))
test('the name in other capitals', has('marieke, dat hoort niet', '✓ named', called))
test(
  'the name without its accents',
  has('Sorry Zoe, dat hoort niet', '✓ named', { person: { name: 'Zoë', handle: '' } }),
)
test('the handle', has('@mariekevdp dat hoort niet', '✓ named', called))
test('a greeting without the name', has('Hoi! Dat hoort niet.', '✓ greeted', called))
test('a greeting behind the handle of somebody else', has('@piet.example Goedemorgen, dat klopt', '✓ greeted', called))
test('a greeting in English', has('Good morning, we are on it', '✓ greeted', called))
test('neither', has('Dat hoort niet, we zoeken het uit.', '! not_named', called))
test('a name inside a word is not the name', has('De mariekerken staan er nog steeds.', '! not_named', called))
test('"dagelijks" is no greeting', has('Dagelijks gaat er om acht uur een vlucht.', '! not_named', called))
test(
  'nobody knows the name',
  has('Dat hoort niet, we zoeken het uit.', '! not_greeted', { person: { name: '🦭🌊', handle: 'a' } }),
)
test('the first words are not nagged about', hasNot('Dat hoort', 'not_', called))

test('what one calls somebody', () => {
  const names: [string, string | undefined][] = [
    ['Marieke van der Ploeg', 'Marieke'],
    ['Anne-Sophie Smit', 'Anne-Sophie'],
    ['Mira🌊', 'Mira'],
    ["D'Arcy", "D'Arcy"],
    ['u/throwaway_refund', undefined],
    ['xX_gamer_Xx', undefined],
    ['Jan1987', undefined],
    ['🦭🌊', undefined],
    ['De Volkskrant', undefined],
    ['J', undefined],
    ['', undefined],
  ]
  for (const [name, expected] of names) assert.equal(calledName(name), expected, name)
})

// All together.
test('what to mend comes first, and the gravest of it before the rest', () => {
  const text = 'Bel 06 12345678 of kijk op onze website voor je koffer.'
  assert.deepEqual(says(text, { person: marieke, previous: ['Iets heel anders was het toen, en langer.'] }), [
    '! private',
    '! no_link',
    '! not_named',
    '✓ new_words',
  ])
})
test('a good answer has only ticks', () =>
  assert.deepEqual(says('Hoi Marieke, sorry! Alles staat op https://zilvermeeuw.nl/koffers', called), [
    '✓ nothing_private',
    '✓ full_link',
    '✓ named',
  ]))
test('never more than four, whatever checks there are', () => {
  const [first] = coachChecks
  assert.ok(first)
  const many = Array.from({ length: 9 }, () => first)
  assert.equal(coach({ text: 'Hoi', person: undefined, previous: [] }, many).length, coachShownMax)
})
test('a text of the greatest length is read in a moment', () => {
  const begun = performance.now()
  for (const text of ['via de '.repeat(2_800), 'a.'.repeat(10_000), 'woord '.repeat(3_300), '@a '.repeat(6_600)])
    coach({ text, person: marieke, previous: [text] })
  assert.ok(performance.now() - begun < 5_000)
})
