import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureSpelling } from '#testing/spelling-measure.ts'
import { openSpeller } from './open-speller.ts'
import { packDictionaries } from './pack-dictionaries.ts'

const spellers = { nl: openSpeller('nl', packDictionaries('nl')), en: openSpeller('en', packDictionaries('en')) }

const known: [keyof typeof spellers, string][] = [
  ['nl', 'fietskoffer'],
  ['nl', 'vertragingsbericht'],
  ['nl', 'klantcontactteam'],
  ['nl', 'terugbetaaltermijn'],
  ['nl', "foto's"],
  ['nl', 'één'],
  ['nl', 'Maandag'],
  ['nl', 'oud-collega'],
  ['en', 'colour'],
  ['en', 'color'],
  ['en', "customer's"],
  ['en', "don't"],
  ['en', 'Sorry'],
]
for (const [lang, word] of known) test(`${word} is known`, () => assert.equal(spellers[lang].knows(word), true))

const unknown: [keyof typeof spellers, string, string][] = [
  ['nl', 'onmiddelijk', 'onmiddellijk'],
  ['nl', 'vriendlijk', 'vriendelijk'],
  ['nl', 'ochtent', 'ochtend'],
  ['nl', 'vergoedding', 'vergoeding'],
  ['nl', 'Excusses', 'Excuses'],
  ['nl', 'eenkoffer', 'een koffer'],
  ['en', 'recieve', 'receive'],
  ['en', 'Unfortunatly', 'Unfortunately'],
]
for (const [lang, word, meant] of unknown)
  test(`${word} is not, and ${meant} is offered first`, () => {
    assert.equal(spellers[lang].knows(word), false)
    assert.equal(spellers[lang].suggest(word, 5)[0], meant)
  })

for (const lang of ['nl', 'en'] as const)
  test(`of the misspellings in ${lang} nearly all are found and mended, and good answers are let alone`, () => {
    const { pairs, passed, unknown: strange, first, among, words, alarms } = measureSpelling(lang, spellers[lang])
    assert.ok(pairs >= 100)
    assert.deepEqual(strange, [], 'what is meant is known')
    assert.ok(passed.length <= pairs * 0.03, `not found: ${passed.join(' ')}`)
    assert.ok(first >= pairs * 0.88 && among >= pairs * 0.94, `first ${first}, among five ${among}, of ${pairs}`)
    assert.ok(alarms.length < words / 200, `per 1,000 words ${(alarms.length / words) * 1_000}: ${alarms.join(' ')}`)
  })
