import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Assessment, assessmentSchema, type Reason } from '#domain/assessment.ts'
import { type AssessedPost, assess } from './assess.ts'
import { loadModels } from './load-models.ts'
import { reasonCodes, reasonWords } from './reason-words.ts'

type Expected = Partial<{
  sentiment: string
  intent: string
  urgency: number
  isAngry: boolean
  isSarcastic: boolean
  isSpam: boolean
}>

function check(post: string | AssessedPost, expected: Expected): void {
  const said = assess(typeof post === 'string' ? { text: post } : post, { brands: [] })
  const summary: Required<Expected> = {
    sentiment: said.sentiment.class,
    intent: said.intent.top,
    urgency: said.urgency,
    isAngry: said.anger >= 0.5,
    isSarcastic: said.sarcasm >= 0.5,
    isSpam: said.spam >= 0.5,
  }
  for (const [key, value] of Object.entries(expected))
    assert.equal(summary[key as keyof Expected], value, `${key} of ${JSON.stringify(post)}`)
}

test('"not" turns praise', () => check('De soep was niet lekker', { sentiment: 'negative' }))
for (const [lang, text] of [
  ['de', 'Das Zimmer war nicht sauber'],
  ['fr', "La chambre n'était pas propre"],
] as const)
  test(`"not" turns praise in ${lang} as well`, () =>
    check({ text, lang }, { sentiment: 'negative', intent: 'complaint' }))
test('who complains mildly is not called somebody who needs no answer', () =>
  check('Zilvermeeuw liet ons uren wachten en niemand nam de telefoon op', { intent: 'complaint', urgency: 1 }))
test('"not" turns blame to something mild', () => check('Not bad at all', { sentiment: 'positive' }))
test('"not" does not reach over a comma', () => check('Niet duur, heel goed', { sentiment: 'positive' }))
test('what stands after "but" weighs more', () =>
  check('Beetje prijzig maar geweldig gegeten', { sentiment: 'positive' }))
test('thanks in advance is no praise', () =>
  check('Hoe laat gaan jullie open? Alvast bedankt!', { sentiment: 'neutral', intent: 'question' }))
test('a complaint in the shape of a question is a complaint', () =>
  check('Waarom reageert er nooit iemand?', { sentiment: 'negative', intent: 'complaint' }))
test('mock praise is a complaint', () =>
  check('Lekker bezig weer, @NS', { sentiment: 'negative', intent: 'complaint', isSarcastic: true }))
test('a denied recommendation is no praise', () =>
  check('Would not recommend', { sentiment: 'negative', intent: 'complaint' }))
test('shouting and cursing is anger', () =>
  check('WAT EEN KUTBEDRIJF, ik ben woedend!!!', { isAngry: true, sentiment: 'negative' }))
test('praise with capitals and exclamation marks is not anger', () =>
  check('GEWELDIGE SERVICE, DANK!!!', { isAngry: false, sentiment: 'positive' }))
test('advertising is spam and never urgent', () =>
  check('Only today: free iPhone giveaway, DM me, link in bio 🎁', { intent: 'spam', isSpam: true, urgency: 0 }))
test('stars speak without words', () => check({ text: '…', rating: 1 }, { sentiment: 'negative' }))
test('stars speak in a language we do not', () =>
  check({ text: 'Świetna obsługa i szybka dostawa', rating: 5 }, { sentiment: 'positive', intent: 'unsure' }))
test('the title is read too', () => check({ title: 'Nooit meer', text: 'Zie foto.' }, { sentiment: 'negative' }))
test('praise does not lower an alarm', () =>
  check('Top bedrijf altijd, geweldig! Maar de oplader vloog net in brand', { intent: 'crisis', urgency: 3 }))
test('thanks do not lower a legal threat', () =>
  check('Bedankt voor alles, mijn advocaat neemt contact op', { intent: 'legal_threat', urgency: 2 }))
test('somebody in distress is never answered tomorrow', () =>
  check('Ik zie het leven niet meer zitten', { urgency: 3 }))

test('the names of the brand are neutral', () => {
  const said = (name: string, brands: readonly string[]) =>
    assess({ text: `${name} heeft nieuwe openingstijden` }, { brands }).sentiment.score
  assert.equal(said('Prima', ['Prima']), said('Kwelm', ['Kwelm']))
  assert.ok(said('Prima', []) > said('Prima', ['Prima']))
})

test('a language without a file is shown as not assessed', () => {
  const text = 'Czekam na paczkę już trzy tygodnie i nikt nie odpowiada'
  check(text, { sentiment: 'unsure', intent: 'unsure' })
  const said = assess({ text }, { brands: [] })
  assert.deepEqual([said.lang, said.isAssessed], ['pl', false])
})

const posts = [
  'Al drie weken wacht ik op mijn koffer, belachelijk!! 😡 @klm',
  'Thanks for losing my bag, top notch as always 👏',
  'Win a free iPhone, click here https://a.b https://c.d https://e.f #a #b #c #d #e #f',
  'Kan iemand een goede fietsenmaker aanraden?',
  'Mooi maar duur, niet slecht, wel traag; toch een topper!',
  'Er is brand uitgebroken in jullie magazijn',
]

test('the weights of the reasons add up to the score before squashing, for every label', () => {
  const models = loadModels()
  for (const text of posts) {
    const { lang, reasons, sentiment, anger, sarcasm, spam, urgency, intent } = assess({ text }, { brands: [] })
    const temperature = models.get(lang)?.temperature
    assert.ok(temperature, lang)
    const sum = (label: Reason['label']): number =>
      reasons.filter((one) => one.label === label).reduce((all, one) => all + one.weight, 0)
    const [positive, negative] = bothSides(sentiment)
    close(sum('sentiment') / temperature.sentiment, Math.log(positive / negative))
    // Where there is next to none, nobody asks why.
    for (const [label, share] of [
      ['anger', anger],
      ['sarcasm', sarcasm],
    ] as const)
      if (reasons.some((one) => one.label === label)) close(1 / (1 + Math.exp(-sum(label) / temperature[label])), share)
      else assert.ok(share < 0.2, label)
    close(1 - Math.exp(-sum('spam')), spam)
    assert.equal(sum('urgency'), urgency)
    close(
      Object.values(intent.p).reduce((all, one) => all + one, 0),
      1,
    )
  }
})

/** The shares of positive and negative, from the share of the class that is named and the difference of the two. */
function bothSides({ class: named, p, score }: Assessment['sentiment']): [number, number] {
  if (named === 'positive') return [p, p - score]
  if (named === 'negative') return [p + score, p]
  const both = named === 'mixed' ? p : 1 - p
  return [(both + score) / 2, (both - score) / 2]
}

function close(a: number, b: number): void {
  assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`)
}

test('every reason has words in both languages of the screen, and its spans lie in the text', () => {
  for (const text of posts)
    for (const reason of assess({ text }, { brands: [] }).reasons) {
      for (const locale of ['en', 'nl'] as const) {
        assert.ok(reasonCodes[locale].includes(reason.code), reason.code)
        assert.notEqual(reasonWords(reason, locale), reason.code)
      }
      for (const [start, end] of reason.spans) assert.ok(start < end && end <= text.length)
    }
})

test('a reason points at its words: "koffer" stays readable on the screen', () => {
  const text = 'Nog steeds geen reactie'
  const reason = assess({ text }, { brands: [] }).reasons.find((one) => one.value === 'nl.complaint.silence')
  assert.deepEqual(
    reason?.spans.map(([start, end]) => text.slice(start, end)),
    ['geen reactie'],
  )
  assert.equal(reason && reasonWords(reason, 'nl'), 'krijgt geen antwoord')
  assert.equal(
    reasonWords({ label: 'sentiment', code: 'word', value: 'kwijt', weight: -2, spans: [] }, 'en'),
    'says “kwijt”',
  )
})

test('spans count in the text, and words of the title have none', () => {
  const { reasons } = assess({ title: 'Waardeloos', text: 'Ook waardeloos' }, { brands: [] })
  const spans = reasons.filter((one) => one.label === 'sentiment').flatMap((one) => one.spans)
  assert.ok(spans.some(([start, end]) => start === 4 && end === 14))
  assert.ok(spans.every(([start, end]) => start >= 0 && end <= 14))
})

test('any text gives a valid assessment, and the same text the same one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.option(fc.integer({ min: 1, max: 5 })),
      (text, stars) => {
        const post = { text, rating: stars ?? undefined }
        const said = assess(post, { brands: ['KLM', '', '  '] })
        assessmentSchema.parse(said)
        assert.deepEqual(assess(post, { brands: ['KLM', '', '  '] }), said)
      },
    ),
  )
})

test('an endless post is judged within a second', () => {
  const began = performance.now()
  assess({ text: 'geen reactie '.repeat(4_000) }, { brands: [] })
  assess({ text: 'a'.repeat(50_000) }, { brands: [] })
  assess({ text: '@'.repeat(25_000) + '#'.repeat(25_000) }, { brands: [] })
  assert.ok(performance.now() - began < 3_000)
})
