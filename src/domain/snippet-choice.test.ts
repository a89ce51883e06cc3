import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillHolds } from './snippet.ts'
import { chooseWording, type RecentWordings } from './snippet-choice.ts'

const wordings = [
  { lang: 'nl', network: null, texts: ['Vervelend.', 'Dat hoort niet.'] },
  { lang: 'en', network: null, texts: ['Sorry.'] },
  { lang: 'nl', network: 'bluesky', texts: ['Kort.'] },
]
const never: RecentWordings = { here: [], everywhere: [] }
const times = (text: string, count: number) => Array.from({ length: count }, () => [text])
const choose = (lang: string, network: string, recent = never, inARowMax = 3) =>
  chooseWording(wordings, { lang, network, recent, inARowMax })

test('the wording of the network comes before that of any, in the language of the message', () => {
  assert.equal(choose('nl', 'bluesky')?.text, 'Kort.')
  assert.equal(choose('nl', 'mastodon')?.text, 'Vervelend.')
  assert.equal(choose('en', 'bluesky')?.text, 'Sorry.')
})

test('a language nobody wrote for gets another, and says so', () => {
  const found = choose('de', 'mastodon')
  assert.equal(found?.text, 'Vervelend.')
  assert.equal(found?.isOtherLang, true)
  assert.equal(chooseWording([{ lang: 'nl', network: 'x', texts: ['a'] }], { ...ask('nl'), network: 'y' }), undefined)
})
const ask = (lang: string) => ({ lang, network: 'x', recent: never, inARowMax: 3 })

test('what each of the last answers here said gives way to the next, and says why', () => {
  const found = choose('nl', 'mastodon', { here: times('Vervelend.', 3), everywhere: [] })
  assert.equal(found?.text, 'Dat hoort niet.')
  assert.deepEqual(found?.insteadOf, { text: 'Vervelend.', where: 'here' })
  assert.equal(choose('nl', 'mastodon', { here: times('Vervelend.', 2), everywhere: [] })?.text, 'Vervelend.')
  assert.equal(choose('nl', 'mastodon', { here: times('Vervelend.', 2), everywhere: [] }, 2)?.text, 'Dat hoort niet.')
  const broken = { here: [['Vervelend.'], [], ['Vervelend.'], ['Vervelend.']], everywhere: [] }
  assert.equal(choose('nl', 'mastodon', broken)?.text, 'Vervelend.')
})

test('the whole workspace counts too, and the wording of a network gives way to that of any', () => {
  const found = choose('nl', 'bluesky', { here: [], everywhere: times('Kort.', 3) })
  assert.equal(found?.text, 'Vervelend.')
  assert.equal(found?.insteadOf?.where, 'everywhere')
})

test('where there is no other wording the worn one is offered and says that it is', () => {
  const found = choose('en', 'bluesky', { here: times('Sorry.', 3), everywhere: [] })
  assert.equal(found?.text, 'Sorry.')
  assert.equal(found?.isWorn, 'here')
})

test('an answer holds a wording when most of its words stand there, whatever was filled in', () => {
  const wording = 'Dag {voornaam}, wat vervelend van je koffer. We zoeken hem nu.'
  assert.equal(stillHolds(wording, 'Dag Els, wat vervelend van je koffer. We zoeken hem meteen.'), true)
  assert.equal(stillHolds(wording, 'Dank je wel, fijn om te horen!'), false)
  assert.equal(stillHolds('{naam}', 'x'), false)
})
