/**
 * How well answers are spelled, and what it costs: what of a list of misspellings is found and mended, how often a good answer is spoken against,
 * how many words a second, how long a question takes from here through its thread, and what the dictionaries add to the memory of the house.
 */
import { draftLangs } from '#domain/draft/draft-rule.ts'
import { spelledWords } from '#domain/draft/spelled-words.ts'
import { openSpeller } from '#reply/spelling/open-speller.ts'
import { readDictionaries } from '#reply/spelling/read-dictionaries.ts'
import { spell } from '#reply/spelling/spell.ts'
import { readPairs } from '#testing/draft-pairs.ts'
import { measureSpelling } from '#testing/spelling-measure.ts'

const megabyte = 1_048_576
const rssMb = () => process.memoryUsage.rss() / megabyte
const round = (figure: number) => Math.round(figure * 10) / 10
const askedTimes = 200
const figures: Record<string, number> = {}

for (const lang of draftLangs) {
  const before = rssMb()
  const begun = performance.now()
  await spell(lang, ['koffer'])
  figures[`${lang}FirstMs`] = Math.round(performance.now() - begun)
  const times: number[] = []
  for (let at = 0; at < askedTimes; at++) {
    const asked = performance.now()
    await spell(lang, ['hello', 'koffer', 'onmiddelijk', 'recieve', 'bagage'])
    times.push(performance.now() - asked)
  }
  times.sort((a, b) => a - b)
  figures[`${lang}AskP50Ms`] = round(times[Math.floor(askedTimes / 2)] ?? 0)
  figures[`${lang}AskMaxMs`] = round(times.at(-1) ?? 0)
  figures[`${lang}RssMb`] = round(rssMb() - before)
}

for (const lang of draftLangs) {
  const speller = openSpeller(lang, await readDictionaries(lang))
  const { pairs, passed, first, among, words, alarms } = measureSpelling(lang, speller)
  figures[`${lang}Misspellings`] = pairs
  figures[`${lang}FoundPercent`] = round((1 - passed.length / pairs) * 100)
  figures[`${lang}FirstPercent`] = round((first / pairs) * 100)
  figures[`${lang}AmongFivePercent`] = round((among / pairs) * 100)
  figures[`${lang}FalsePerThousand`] = round((alarms.length / words) * 1_000)
  const texts = readPairs(lang).map(({ good }) => good)
  const asked = performance.now()
  const all = texts.flatMap((text) => spelledWords(text)).filter(({ word }) => speller.knows(word)).length
  figures[`${lang}WordsPerSecond`] = Math.round(all / ((performance.now() - asked) / 1_000))
}

const long = readPairs('nl')
  .map(({ good }) => good)
  .join(' ')
  .slice(0, 20_000)
const begun = performance.now()
spelledWords(long)
figures.longestAnswerMs = round(performance.now() - begun)

if (process.argv.includes('--json')) console.log(JSON.stringify(figures))
else console.table(figures)
process.exit(0)
