/**
 * How well the checks on an answer see what is wrong, and leave alone what is right: for each language and each half of `corpus/drafts` (by
 * the first the rules were made, the second was written before them and is only measured) recall over the bad answers of a rule, and precision
 * with every good answer against it. What a rule says of the bad answers of another is counted beside it. Last, what a key costs: all checks
 * and the voice over an answer of 280 and of 1,000 signs.
 *
 *   npm run bench -- drafts [--json] [--errors] [--half=tune]
 */
import { parseArgs } from 'node:util'
import { checkDraft } from '#domain/draft/check-draft.ts'
import { draftLangs, draftRuleIds, draftRules } from '#domain/draft/draft-rule.ts'
import { humanVoice } from '#domain/draft/human-voice.ts'
import { draftOf, type Half, measurePairs, precisionOf, readPairs, recallOf } from '#testing/draft-pairs.ts'
import { share } from './house.part.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, errors: { type: 'boolean' }, half: { type: 'string' } },
})
const halves: readonly Half[] = options.half === 'tune' ? ['tune'] : ['tune', 'held']

const quality = draftLangs.flatMap((lang) => halves.map((half) => ({ lang, half, ...measurePairs(lang, half) })))
const figures: Record<string, unknown> = {}
for (const { lang, half, pairs, tallies, misses } of quality) {
  console.log(`\n${lang} ${half}: ${pairs} pairs`)
  const rules: Record<string, unknown> = {}
  for (const rule of draftRuleIds) {
    const tally = tallies.get(rule)
    if (!tally) continue
    const [recall, precision] = [recallOf(tally), precisionOf(tally)]
    rules[rule] = { ...tally, recall, precision }
    console.log(
      `  ${rule.padEnd(12)} ${draftRules[rule] ? 'may stop' : '        '}  recall ${recall.toFixed(2)} (${tally.found}/${tally.bad})` +
        `  precision ${precision.toFixed(2)} (${tally.wrong} wrong)  beside ${tally.beside}`,
    )
  }
  figures[`${lang}.${half}`] = rules
  if (options.errors)
    for (const { kind, rule, id, text, found } of misses) console.log(`    ${kind}: ${rule} [${found}] ${id}: ${text}`)
}

const rounds = 300
const timesMs: Record<string, number> = {}
for (const lang of draftLangs)
  for (const length of [280, 1_000]) {
    const all = readPairs(lang)
    const text = all
      .map((pair) => pair.bad)
      .join(' ')
      .slice(0, length)
    const [pair] = all
    if (!pair) continue
    const ms: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      // Another text each time, as while typing.
      const draft = draftOf(pair, text.slice(0, text.length - (round % 40)), lang)
      const begun = performance.now()
      humanVoice(draft, checkDraft(draft))
      ms.push(performance.now() - begun)
    }
    timesMs[`${lang}.${length}`] = share(ms, 0.95)
    console.log(
      `\na key in ${length} signs of ${lang}: p95 ${share(ms, 0.95).toFixed(2)} ms, longest ${Math.max(...ms).toFixed(1)} ms`,
    )
  }

if (options.json) console.log(JSON.stringify({ quality: figures, keyP95Ms: timesMs }))
