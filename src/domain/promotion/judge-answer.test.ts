import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainRules } from './community.ts'
import { discloses, guessVoice } from './discloses.ts'
import { isAsked, type Said } from './is-asked.ts'
import { type GateAnswer, type GateGround, judgeAnswer } from './judge-answer.ts'
import { leadsTo, linksIn } from './links-in.ts'
import { plainPromotion } from './promotion-settings.ts'
import { likeness, sketchOf } from './sketch.ts'

const forum = { network: 'forum', place: '', name: 'Forum' }
const manyAnswers = { answers: 1_000, promotions: 0, answersToday: 0 }

function ground(given: Partial<GateGround> = {}): GateGround {
  return {
    settings: { ...plainPromotion, ownDomains: ['zilvermeeuw.example'] },
    brands: ['Zilvermeeuw'],
    community: forum,
    rules: plainRules,
    isAsked: false,
    asks: 'Weer te laat.',
    isFirstContact: false,
    unaskedContacts: 0,
    ...manyAnswers,
    recent: [],
    ...given,
  }
}

/** The rules that stop this answer. */
function stops(text: string, given: Partial<GateGround> = {}, how: Partial<GateAnswer> = {}): string[] {
  const { findings } = judgeAnswer({ text, voice: 'organisation', isOfPile: false, ...how }, ground(given))
  return findings.map((finding) => ('code' in finding ? `${finding.rule}: ${finding.code}` : finding.rule))
}

const offer = 'Bestel nu onze fiets, met 20% korting op alles in de winkel.'
const service = 'Wat vervelend, ik zoek uit waar je pakket is en laat het je vandaag weten.'
const settings = ground().settings

// [what, text, ground, how, what stops it]
const cases: [string, string, Partial<GateGround>, Partial<GateAnswer>, string[]][] = [
  ['service to whom it may concern', service, {}, {}, []],
  ['one promotion of many answers', offer, {}, {}, []],
  ['somebody who works there and does not say so', offer, {}, { voice: 'person' }, ['undisclosed: employee']],
  ['somebody who works there and says so', `Ik werk bij Zilvermeeuw. ${offer}`, {}, { voice: 'person' }, []],
  [
    'praise by somebody who works there',
    'Die van Zilvermeeuw is echt de beste.',
    {},
    { voice: 'person' },
    ['undisclosed: employee'],
  ],
  ['service by somebody who works there', service, {}, { voice: 'person' }, []],
  ['a promotion that is posted by hand', offer, {}, { voice: undefined }, ['undisclosed: by_hand']],
  ['a link at first contact', 'Lees dit eens: https://elders.example/a', { isFirstContact: true }, {}, ['first_link']],
  ['a link to whom we spoke before', 'Lees dit eens: https://elders.example/a', {}, {}, []],
  ['a link to whom asked', 'Hier staat het: https://elders.example/a', { isFirstContact: true, isAsked: true }, {}, []],
  [
    'a link that only helps',
    'Hier staat het: https://zilvermeeuw.example/help/storing',
    { isFirstContact: true, settings: { ...settings, servicePages: ['zilvermeeuw.example/help'] } },
    {},
    [],
  ],
  ['the tenth promotion of a hundred answers', offer, { answers: 99, promotions: 9 }, {}, []],
  ['the eleventh promotion of a hundred answers', offer, { answers: 99, promotions: 10 }, {}, ['share']],
  ['the tenth answer, the first to promote', offer, { answers: 9, promotions: 0 }, {}, []],
  ['the eleventh answer, the second to promote', offer, { answers: 10, promotions: 1 }, {}, ['share']],
  ['a community that wants one in twenty', offer, { answers: 9, rules: { ...plainRules, oneIn: 20 } }, {}, ['share']],
  ['a community that wants none', offer, { rules: { ...plainRules, oneIn: 0 } }, {}, ['share']],
  ['the third unasked contact', service, { unaskedContacts: 2 }, {}, ['unasked']],
  ['the second unasked contact', service, { unaskedContacts: 1 }, {}, []],
  ['an answer to whom asked, after two unasked', service, { unaskedContacts: 2, isAsked: true }, {}, []],
  [
    'a link where none is wanted',
    'Zie https://elders.example/a',
    { rules: { ...plainRules, links: 'none' } },
    {},
    ['house_rule: links'],
  ],
  [
    'who did not ask, where none is wanted',
    service,
    { rules: { ...plainRules, unasked: 'none' } },
    {},
    ['house_rule: unasked'],
  ],
  [
    'one more than a day allows',
    service,
    { answersToday: 3, rules: { ...plainRules, perDay: 3 } },
    {},
    ['house_rule: per_day'],
  ],
  [
    'who does not say who speaks, where everybody does',
    service,
    { rules: { ...plainRules, disclosure: 'always' } },
    { voice: 'person' },
    ['undisclosed: community'],
  ],
  [
    'a link that costs money',
    'Zie https://elders.example/a',
    { rules: { ...plainRules, linkCents: 20 } },
    {},
    ['link_price'],
  ],
  [
    'a link that costs what may be spent',
    'Zie https://elders.example/a',
    { rules: { ...plainRules, linkCents: 20 }, settings: { ...settings, linkCentsMax: 20 } },
    {},
    [],
  ],
  [
    'anything while the gate is open',
    offer,
    { promotions: 900, settings: { ...settings, isOn: false } },
    { voice: 'person' },
    [],
  ],
  ['a rule that is off', offer, { promotions: 900, settings: { ...settings, off: ['share'] } }, {}, []],
]
for (const [what, text, given, how, expected] of cases)
  test(`${what}: ${expected.join(', ') || 'may go'}`, () => assert.deepEqual(stops(text, given, how), expected))

const said = (texts: readonly string[], isPromotional = true) =>
  texts.map((text, at) => ({ conversationId: `c${at}`, sketch: sketchOf(text), isPromotional }))
test('the same promotion in a third conversation is one too many, also with a name changed', () => {
  assert.deepEqual(stops(`Hoi Sam. ${offer}`, { recent: said([offer]) }), [])
  assert.deepEqual(stops(`Hoi Sam. ${offer}`, { recent: said([offer, `Hoi Fleur. ${offer}`]) }), ['same_text'])
})
test('twice in one conversation is one conversation', () => {
  const [one] = said([offer])
  assert.ok(one)
  assert.deepEqual(stops(offer, { recent: [one, one] }), [])
})
test('service may be said alike to who asked, and to many unasked only up to its own bound', () => {
  const many = said(
    Array.from({ length: 9 }, () => service),
    false,
  )
  assert.deepEqual(stops(service, { recent: many, isAsked: true }), [])
  assert.deepEqual(stops(service, { recent: many.slice(0, 8) }), [])
  assert.deepEqual(stops(service, { recent: many }), ['same_text'])
  assert.deepEqual(stops(service, { recent: many }, { isOfPile: true }), [])
})
test('in a pile a promotion is held to the bound of three, as anywhere', () =>
  assert.deepEqual(stops(offer, { recent: said([offer, offer]) }, { isOfPile: true }), ['same_text']))

test('who asks for a price is answered, and not promoted to', () => {
  const judged = judgeAnswer(
    { text: offer, voice: 'organisation', isOfPile: false },
    ground({ isAsked: true, asks: '@zilvermeeuw hebben jullie een kortingscode?' }),
  )
  assert.equal(judged.isPromotional, false)
})
test('a link to our own address promotes to who did not ask, and helps who did', () => {
  const text = 'Kijk op www.zilvermeeuw.example/fiets'
  const judge = (isAsked: boolean) =>
    judgeAnswer({ text, voice: 'organisation', isOfPile: false }, ground({ isAsked })).isPromotional
  assert.deepEqual([judge(false), judge(true)], [true, false])
})

const us = { handles: ['zilvermeeuw.bsky.social', 'did:plc:ons'], brands: ['Zilver Meeuw'] }
const plainSaid: Said = {
  kind: 'post',
  text: 'Zilvermeeuw is weer te laat.',
  addressed: [],
  isUnderOurs: false,
  isToOurAccount: false,
}
const asks: [string, Partial<Said>, boolean][] = [
  ['talks about us', {}, false],
  ['addresses our account by its id', { addressed: ['did:plc:ons'] }, true],
  ['addresses somebody else by an id', { addressed: ['did:plc:wij'] }, false],
  ['addresses our account by its handle', { addressed: ['zilvermeeuw.bsky.social'] }, true],
  ['writes our handle', { text: 'Waar blijft hij @ZilverMeeuw?' }, true],
  ['writes an address with our name', { text: 'mail@zilvermeeuw.nl werkt niet' }, false],
  ['calls us by name', { text: 'Hoi Zilver Meeuw, rijden jullie?' }, true],
  ['names us in passing', { text: 'Gisteren, bij Zilver Meeuw, was het druk.' }, false],
  ['stands under something of ours', { isUnderOurs: true }, true],
  ['came through our account', { isToOurAccount: true }, true],
  ['reviews us', { kind: 'review' }, true],
]
for (const [what, given, expected] of asks)
  test(`whoever ${what} ${expected ? 'asks' : 'does not ask'}`, () =>
    assert.equal(isAsked({ ...plainSaid, ...given }, us), expected))

test('an account with the name of the house speaks for it, another is somebody’s own', () => {
  assert.equal(guessVoice({ handle: 'zilvermeeuw_webcare', name: 'Webcare' }, ['Zilvermeeuw']), 'organisation')
  assert.equal(guessVoice({ handle: 'noortje', name: 'Noor Bakker' }, ['Zilvermeeuw']), 'person')
  assert.equal(guessVoice({ handle: 'noortje', name: 'Noor Bakker' }, []), 'organisation')
})
test('a brand with signs in its name is only a name', () =>
  assert.equal(discloses('Neem de grote. – Noor, A+B (NL)', ['A+B (NL)']), true))

test('links as people type them', () => {
  const hosts = linksIn('zie www.zilvermeeuw.nl/a, mail noor@zilvermeeuw.nl of HTTPS://Elders.example:80/B?c.').map(
    ({ host, path }) => host + path,
  )
  assert.deepEqual(hosts, ['zilvermeeuw.nl/a', 'elders.example/b'])
})
const leads: [string, string, boolean][] = [
  ['zilvermeeuw.nl', 'zilvermeeuw.nl', true],
  ['www.zilvermeeuw.nl/fiets', 'https://zilvermeeuw.nl/', true],
  ['shop.zilvermeeuw.nl/fiets', 'zilvermeeuw.nl', true],
  ['nepzilvermeeuw.nl', 'zilvermeeuw.nl', false],
  ['zilvermeeuw.nl/help/a', 'zilvermeeuw.nl/help', true],
  ['zilvermeeuw.nl/helpers', 'zilvermeeuw.nl/help', false],
]
for (const [link, address, expected] of leads)
  test(`${link} ${expected ? 'leads' : 'does not lead'} to ${address}`, () => {
    const [found] = linksIn(link)
    assert.equal(found && leadsTo(found, [address]), expected)
  })

test('a long text is compared by a sample that stays near the truth', () => {
  const words = Array.from({ length: 400 }, (_, at) => `woord${at}`)
  const other = words.map((word, at) => (at % 10 === 0 ? `ander${at}` : word))
  // A word changed breaks two pairs: 80 of 399 are gone, so that 319 of 479 are shared.
  assert.ok(Math.abs(likeness(sketchOf(words.join(' ')), sketchOf(other.join(' '))) - 319 / 479) < 0.15)
  assert.equal(sketchOf(words.join(' ')).length, 64)
})
test('what everybody says in a few words is nobody’s copy', () => assert.deepEqual(sketchOf('Dank je wel, Sam!'), []))
