/**
 * What 200 corrections are worth in a strange domain: of a labelled set 200 posts are judged by a person, the delta head is learned from
 * them as the program does it (with its gate), and the rest is measured before and after.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '#triage/assess.ts'
import { openDelta } from '#triage/delta.ts'
import { anchorsOf } from '#triage/learn/anchors-of.ts'
import { randomFrom } from '#triage/learn/random.ts'
import { readStrangeSet, readTestSet } from '#triage/learn/read-corpus.ts'
import type { Labels } from '#triage/learn/read-seeds.ts'
import { type Taught, teach } from '#triage/learn/teach.ts'
import { loadModels } from '#triage/load-models.ts'

export type LiftSet = { name: string; lang: string; lines: readonly { text: string; says: Partial<Labels> }[] }
type Figures = { n: number; before: number; after: number; lift: number; interval: [number, number]; live: number }

const correctionCount = 200
const turns = 5
const drawsATurn = 100
const models = loadModels()

/** Five times other posts are the 200; the interval is that of the mean lift (bootstrap of the posts measured, in each turn). */
export function measureLift({ name, lang, lines }: LiftSet): Figures {
  const found = Array.from({ length: turns }, (_, turn) => measureTurn({ lang, lines, turn }))
  const mean = (of: (one: (typeof found)[number]) => number): number =>
    found.reduce((sum, one) => sum + of(one), 0) / turns
  const draws = Array.from({ length: drawsATurn }, (_, at) => mean(({ lifts }) => lifts[at] ?? 0)).toSorted(
    (a, b) => a - b,
  )
  const at = (share: number): number => draws[Math.round(share * (draws.length - 1))] ?? 0
  const figures = {
    n: lines.length - correctionCount,
    ...{ before: mean((one) => one.before), after: mean((one) => one.after) },
    lift: mean((one) => one.after - one.before),
    interval: [at(0.025), at(0.975)] as [number, number],
    live: found.filter(({ isLive }) => isLive).length,
  }
  const points = (share: number): string => (share * 100).toFixed(1)
  console.log(
    `lift ${name}: ${correctionCount} corrections, ${figures.n} others: macro-F1 ${points(figures.before)} → ${points(figures.after)}, lift ${points(figures.lift)} (${figures.interval.map(points).join('–')}); went live in ${figures.live} of ${turns} turns; own test set ${found.map(({ testLoss }) => points(testLoss)).join(' ')}`,
  )
  return figures
}

type Turn = Pick<LiftSet, 'lang' | 'lines'> & { turn: number }

function measureTurn({ lang, lines, turn }: Turn) {
  const model = models.get(lang)
  if (!model) throw new Error(`There is no model of ${lang}.`)
  const random = randomFrom(turn + 1)
  const order = Uint32Array.from(lines, (_, at) => at)
  random.shuffle(order)
  const shuffled = Array.from(order, (at) => lines[at] as LiftSet['lines'][number])
  const posts = shuffled.slice(0, correctionCount).map((line) => ({ ...line, never: {}, isAgreed: false }))
  const taught: Taught = teach({ model, brands: [], posts, anchors: anchorsOf(lang), testSet: readTestSet(lang) })
  const deltas = new Map(
    taught.delta ? [[lang, openDelta(taught.delta, { lang, version: taught.version })] as const] : [],
  )
  const pairs = shuffled.slice(correctionCount).map(({ text, says }) => ({
    gold: says.sentiment ?? '',
    before: named(assess({ text, lang }, { brands: [] }).sentiment.class),
    after: named(assess({ text, lang }, { brands: [], deltas }).sentiment.class),
  }))
  const lifts = Array.from({ length: drawsATurn }, () => {
    const drawn = pairs.map(() => random.pick(pairs))
    return macroF1(drawn, 'after') - macroF1(drawn, 'before')
  })
  const sentiment = taught.heads.find(({ head }) => head === 'sentiment')
  return {
    ...{ before: macroF1(pairs, 'before'), after: macroF1(pairs, 'after'), lifts },
    isLive: taught.delta !== undefined,
    testLoss: (sentiment?.testAfter ?? 0) - (sentiment?.testBefore ?? 0),
  }
}

/** A set names one of three. */
function named(sentiment: string): string {
  return sentiment === 'mixed' || sentiment === 'unsure' ? 'neutral' : sentiment
}

type Pair = { gold: string; before: string; after: string }

function macroF1(pairs: readonly Pair[], which: 'before' | 'after'): number {
  const classes = [...new Set(pairs.map(({ gold }) => gold))]
  const f1 = (one: string): number => {
    const both = pairs.filter((pair) => pair.gold === one && pair[which] === one).length
    const either = pairs.filter(({ gold }) => gold === one).length + pairs.filter((pair) => pair[which] === one).length
    return either === 0 ? 0 : (2 * both) / either
  }
  return classes.reduce((sum, one) => sum + f1(one), 0) / classes.length
}

/** Fright nights, roller coasters, loud music and hot sauce, of our own: there fear is praise and "gentle" is a complaint. */
export function ownLiftSet(): LiftSet {
  const lines = readStrangeSet('nl').map(({ text, labels }) => ({ text, says: labels }))
  return { name: 'strange nl', lang: 'nl', lines }
}

const sharedNames = [
  ['airline', 'en'],
  ['sanders', 'en'],
  ['sxsw', 'en'],
  ['semeval17', 'en'],
] as const
const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'triage')
const restMost = 1_200
const restLeast = 60

/** Labelled tweets that somebody put beside the project, where they are. */
export function sharedLiftSets(): LiftSet[] {
  return sharedNames.flatMap(([name, lang]) => {
    const path = join(shared, name, 'dev.tsv')
    if (!existsSync(path)) return []
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.includes('\t'))
    const lines = rows.slice(0, restMost + correctionCount).map((row) => {
      const [gold = '', text = ''] = row.split('\t')
      return { text, says: { sentiment: gold as Labels['sentiment'] } }
    })
    return lines.length < correctionCount + restLeast ? [] : [{ name, lang, lines }]
  })
}
