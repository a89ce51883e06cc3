import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DraftLang } from '#domain/draft/draft-rule.ts'
import { readPairs } from '#testing/draft-pairs.ts'
import { type PromotionRule, readPromotionPairs, scoreOf, speaks } from '#testing/promotion-pairs.ts'

const langs: readonly DraftLang[] = ['nl', 'en']
const rules: readonly PromotionRule[] = ['promotional', 'disclosed', 'same']
const pairsLeast = 60
/** What stops people must be right; what it overlooks, a person still sees. */
const least = { tune: { precision: 0.95, recall: 0.95 }, held: { precision: 0.95, recall: 0.8 } }

for (const lang of langs) {
  test(`${lang}: there are enough pairs, and no text stands in two of them`, () => {
    const pairs = readPromotionPairs(lang)
    assert.ok(pairs.length >= pairsLeast)
    assert.equal(new Set(pairs.flatMap(({ yes, no }) => [yes, no])).size, pairs.length * 2)
  })
  for (const rule of rules)
    for (const half of ['tune', 'held'] as const)
      test(`${lang}: ${rule} is found, and what only reads like it is left alone (${half})`, (t) => {
        const pairs = readPromotionPairs(lang).filter((pair) => pair.rule === rule && pair.half === half)
        const { precision, recall, count, misses } = scoreOf(pairs)
        t.diagnostic(
          `${lang} ${rule} ${half}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${count} pairs`,
        )
        const told = misses.join('\n')
        if (told) t.diagnostic(told)
        assert.ok(precision >= least[half].precision, told)
        assert.ok(recall >= least[half].recall, told)
      })
}

// Written for the checks on answers, before there was a gate: nearly all of them are service.
for (const lang of langs)
  test(`${lang}: ordinary answers are not taken for promotion`, (t) => {
    const ordinary = readPairs(lang).filter(({ rule }) => rule !== 'disclosure')
    const texts = ordinary.flatMap(({ bad, good }) => [bad, good])
    const wrong = texts.filter(speaks.promotional)
    t.diagnostic(`${lang}: ${wrong.length} of ${texts.length} ordinary answers taken for promotion`)
    assert.ok(wrong.length <= texts.length / 100, wrong.join('\n'))
  })
