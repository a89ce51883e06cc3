import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { RumourMarks } from '#domain/rumour.ts'
import { assess } from '#triage/assess.ts'
import { rumourReader } from './find-in.ts'
import { suggestMarks } from './suggest-marks.ts'

type Case = {
  lang: string
  title: string
  wordings: string[]
  repeats: string[]
  nearMisses: string[]
  marks: RumourMarks
}
const file = join(import.meta.dirname, '..', '..', '..', 'corpus', 'rumours', 'cases.jsonl')
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
/** The marks were written from the first half of each; the second half is what is measured. */
const seen = 5

function measure() {
  const count = { right: 0, wrong: 0, missed: 0, asked: 0 }
  for (const one of cases) {
    const read = rumourReader(one.marks)
    const isFound = (text: string): boolean => {
      const sentiment = assess({ text, lang: one.lang }, { brands: [] }).sentiment.class
      const found = read({ text, title: null, lang: one.lang, sentiment })
      if (found?.verdict === 'maybe') count.asked += 1
      return found?.verdict === 'found' && found.says !== 'denies'
    }
    for (const text of one.repeats.slice(seen)) count[isFound(text) ? 'right' : 'missed'] += 1
    for (const text of one.nearMisses.slice(seen)) if (isFound(text)) count.wrong += 1
  }
  return {
    ...count,
    precision: count.right / (count.right + count.wrong),
    recall: count.right / (count.right + count.missed),
  }
}

test('of what is called a rumour on 40 paraphrases and 40 near misses, nine in ten are one', (t) => {
  const said = measure()
  t.diagnostic(
    `marks by hand: precision ${said.precision.toFixed(3)}, found ${said.right} of ${said.right + said.missed} ` +
      `(${said.wrong} wrong, ${said.asked} left to a person)`,
  )
  assert.ok(said.precision >= 0.9, 'precision')
  assert.ok(said.recall >= 0.55, 'recall')
})

const salmonella = {
  all: [['zilvermeeuw'], ['salmonella', 'besmet*'], ['verzwijg*', 'onder de pet', 'stil']],
  none: ['recept'],
}
for (const [text, says] of [
  ['Zilvermeeuw verzwijgt salmonella in de salades', 'found tells'],
  ['besmette salades bij #zilvermeeuw, en ze houden het onder de pet', 'found tells'],
  ['Klopt het dat @Zilvermeeuw salmonella verzwijgt?', 'found asks'],
  ['Onzin dat Zilvermeeuw salmonella verzwijgt', 'found denies'],
  ['Zilvermeeuw verzwijgt geen salmonella', 'found denies'],
  ['Klopt het niet dat Zilvermeeuw salmonella verzwijgt?', 'found asks'],
  ['Zilvermeeuw heeft een recept zonder salmonella, dat houden ze stil', 'maybe tells'],
  ['Salmonella bij de buren. Zilvermeeuw is stil vandaag. Mooi weer.', 'found tells'],
  ['Salmonella. Een. Twee. Drie. Vier. Vijf. Zilvermeeuw. Een. Twee. Drie. Vier. Stil', 'maybe tells'],
  ['Zilvermeeuw had salmonela en verzwijgt dat', 'found tells'],
  ['Zilvermeeuw is heerlijk', 'nothing'],
  ['salmonella en verzwijgen, daar hou ik niet van', 'nothing'],
  ['', 'nothing'],
] as const)
  test(`“${text}” is ${says}`, () => {
    const found = rumourReader(salmonella)({ text, title: null, lang: 'nl', sentiment: 'negative' })
    assert.equal(found ? `${found.verdict} ${found.says}` : 'nothing', says)
  })

test('what says so is shown as it stands there, and praise is left to a person', () => {
  const asked = { text: 'Besmette salades van Zilvermeeuw, ze houden het onder de pet', title: null, lang: 'nl' }
  const found = rumourReader(salmonella)({ ...asked, sentiment: 'negative' })
  assert.deepEqual(found?.because, ['Zilvermeeuw', 'Besmette', 'onder de pet'])
  assert.equal(rumourReader(salmonella)({ ...asked, sentiment: 'positive' })?.verdict, 'maybe')
})

test('a title tells it too', () => {
  const found = rumourReader(salmonella)({
    text: 'Dat houden ze stil.',
    title: 'Salmonella bij Zilvermeeuw',
    lang: 'nl',
    sentiment: null,
  })
  assert.equal(found?.verdict, 'found')
})

test('marks begin with what the wordings share', () => {
  const marks = suggestMarks([
    { lang: 'nl', text: 'Zilvermeeuw verzwijgt salmonella' },
    { lang: 'nl', text: 'salmonella bij Zilvermeeuw, in de doofpot' },
  ])
  assert.deepEqual(marks, { all: [['zilvermeeuw'], ['salmonella'], ['verzwijgt', 'doofpot']], none: [] })
})
