/**
 * How well triage judges posts. First the committed test set, of which nothing was learned: per language and label precision, recall
 * and macro-F1 with its 95 % interval (bootstrap of 500 draws with a fixed seed), how far shares are from how often they are right
 * (expected calibration error in ten bins), and what was taken for what. Then labelled sets that somebody put beside the project, as
 * `label<TAB>text`: they measure, and nothing is learned from them. Last, what 200 corrections are worth in a strange domain (`lift …`). `unseen` are two small sets of our own, older than the test set.
 *
 *   npm run triage:eval -- [--json] [--only=airline] [--errors]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Assessment } from '#domain/assessment.ts'
import { assess } from '#triage/assess.ts'
import { randomFrom } from '#triage/learn/random.ts'
import { corpusLanguages, readTestSet } from '#triage/learn/read-corpus.ts'
import type { Labels } from '#triage/learn/read-seeds.ts'
import { measureLift, ownLiftSet, sharedLiftSets } from './triage.lift.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, errors: { type: 'boolean' } },
})
const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'triage')

const draws = 500
const bins = 10

type Line = { gold: string; text: string; lang?: string; brand?: string }
type Task = {
  name: string
  lines: readonly Line[]
  said: (assessment: Assessment) => string
  /** How sure it is, where a share is promised to be how often it is right. */
  sure?: (assessment: Assessment) => number
}
type Tally = { precision: number; recall: number; f1: number; n: number }

const ownPosts = [
  ...corpusLanguages().flatMap(testTasks),
  ...['nl', 'en'].flatMap(alarmTasks),
  ...['nl', 'en'].flatMap((lang) => ownTasks('unseen', lang)),
]
const wholeSets = new Set(['nlpol'])
const sharedSets = [
  sentimentSet('nlpol', 'nlpol', 'nl'),
  sentimentSet('absa-nl', 'absa/absa_nl', 'nl'),
  sentimentSet('absa-nl 2-class', 'absa/absa_nl', 'nl', ['neutral']),
  sentimentSet('xed-nl 2-class', 'xed/xed_nl', 'nl'),
  sentimentSet('airline', 'airline', 'en'),
  sentimentSet('absa-en', 'absa/absa_en', 'en'),
  sentimentSet('semeval17', 'semeval17', 'en'),
  sentimentSet('sanders', 'sanders', 'en'),
  sentimentSet('sxsw', 'sxsw', 'en'),
  shareSet({ name: 'anger xed-nl', folder: 'xed/xedanger_nl', lang: 'nl', label: 'anger', share: 'anger' }),
  shareSet({ name: 'spam youtube', folder: 'ytspam', lang: 'en', label: 'spam', share: 'spam' }),
  intentSet({
    name: 'complaints',
    folder: 'complaints',
    label: 'complaint',
    intents: ['complaint', 'legal_threat', 'crisis'],
  }),
  intentSet({
    name: 'questions banking77',
    folder: 'banking77',
    label: '*',
    intents: ['question', 'complaint', 'crisis', 'legal_threat', 'lead'],
  }),
  languageSet('language of sentences', 'lid/sentences'),
  languageSet('language of word pairs', 'lid/word-pairs'),
].flat()

const figures: Record<string, unknown> = {}
if (!existsSync(shared)) console.log('No labelled sets beside the project: only our own posts are measured.')
for (const task of [...ownPosts, ...sharedSets]) if (!options.only || task.name.includes(options.only)) measure(task)
for (const set of [ownLiftSet(), ...sharedLiftSets()])
  if (!options.only || `lift ${set.name}`.includes(options.only)) figures[`lift ${set.name}`] = measureLift(set)
if (options.json) console.log(JSON.stringify(figures))

function measure({ name, lines, said, sure }: Task): void {
  const began = performance.now()
  const assessed = lines.map(({ text, lang, brand }) => assess({ text, lang }, { brands: brand ? [brand] : [] }))
  const perSecond = Math.round(lines.length / ((performance.now() - began) / 1_000))
  const pairs = lines.map(({ gold, text }, at) => ({ gold, said: said(assessed[at] as Assessment), text }))
  const classes = [...new Set(pairs.map((pair) => pair.gold))].toSorted()
  const macroF1 = macroOf(pairs, classes)
  const interval = intervalOf(pairs, classes)
  const recall = mean(classes.map((one) => tally(pairs, one).recall))
  const accuracy = pairs.filter((pair) => pair.gold === pair.said).length / pairs.length
  const calibrationError =
    sure && calibrationOf(pairs.map((pair, at) => ({ ...pair, p: sure(assessed[at] as Assessment) })))
  console.log(
    `${name}: n ${lines.length}, macro-F1 ${percent(macroF1)} (${interval.map(percent).join('–')}), macro recall ${percent(recall)}, accuracy ${percent(accuracy)}, ${perSecond} posts/s${calibrationError === undefined ? '' : `, calibration error ${calibrationError.toFixed(3)}`}`,
  )
  if (classes.length <= 20) for (const one of classes) printClass(pairs, one)
  if (options.errors)
    for (const pair of pairs) if (pair.gold !== pair.said) console.log(`  ${pair.gold} ≠ ${pair.said} | ${pair.text}`)
  figures[name] = { n: lines.length, macroF1, interval, accuracy, calibrationError, perSecond }
}

type Pair = { gold: string; said: string }

/** With what it was taken for, the most frequent first. */
function printClass(pairs: readonly Pair[], one: string): void {
  const { precision, recall, f1, n } = tally(pairs, one)
  const wrong = new Map<string, number>()
  for (const pair of pairs)
    if (pair.gold === one && pair.said !== one) wrong.set(pair.said, (wrong.get(pair.said) ?? 0) + 1)
  const taken = [...wrong].toSorted((a, b) => b[1] - a[1]).map(([said, count]) => `${said} ${count}`)
  console.log(
    `  ${one.padEnd(14)} n ${String(n).padStart(5)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${taken.length > 0 ? `  taken for ${taken.join(', ')}` : ''}`,
  )
}

function macroOf(pairs: readonly Pair[], classes: readonly string[]): number {
  return mean(classes.map((one) => tally(pairs, one).f1))
}

function intervalOf(pairs: readonly Pair[], classes: readonly string[]): [number, number] {
  const random = randomFrom(draws)
  const found = Array.from({ length: pairs.length > 2_000 ? draws / 10 : draws }, () =>
    macroOf(
      pairs.map(() => random.pick(pairs)),
      classes,
    ),
  ).toSorted((a, b) => a - b)
  const at = (share: number): number => found[Math.round(share * (found.length - 1))] ?? 0
  return [at(0.025), at(0.975)]
}

function calibrationOf(judged: readonly (Pair & { p: number })[]): number {
  let sum = 0
  for (let bin = 0; bin < bins; bin += 1) {
    const here = judged.filter(({ p }) => Math.min(bins - 1, Math.floor(p * bins)) === bin)
    if (here.length === 0) continue
    const right = here.filter(({ gold, said }) => gold === said).length / here.length
    sum += (here.length / judged.length) * Math.abs(right - mean(here.map(({ p }) => p)))
  }
  return sum
}

function tally(pairs: readonly Pair[], one: string): Tally {
  const right = pairs.filter((pair) => pair.gold === one && pair.said === one).length
  const called = pairs.filter((pair) => pair.said === one).length
  const n = pairs.filter((pair) => pair.gold === one).length
  const [precision, recall] = [called === 0 ? 0 : right / called, n === 0 ? 0 : right / n]
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall), n }
}

/** The committed test set of one language. Posts with two strong feelings are left out of the sentiment, where one must be named. */
function testTasks(lang: string): Task[] {
  const set = readTestSet(lang)
  const lines = (gold: (labels: Labels) => string, only: (labels: Labels) => boolean = () => true): Line[] =>
    set.flatMap(({ text, brand, labels }) => (only(labels) ? [{ gold: gold(labels), text, brand }] : []))
  const yes = (isSo: boolean): string => (isSo ? 'yes' : 'no')
  const named = (one: Assessment): string =>
    one.sentiment.class === 'mixed' || one.sentiment.class === 'unsure' ? 'neutral' : one.sentiment.class
  return [
    {
      name: `test ${lang} sentiment`,
      lines: lines(
        ({ sentiment }) => sentiment,
        ({ sentiment }) => sentiment !== 'mixed',
      ),
      said: named,
      sure: (one) => one.sentiment.p,
    },
    {
      name: `test ${lang} intent`,
      lines: lines(({ intent }) => intent),
      said: (one) => one.intent.top,
      sure: (one) => Math.max(...Object.values(one.intent.p)),
    },
    {
      name: `test ${lang} urgency ≥ 2`,
      lines: lines(({ urgency }) => yes(urgency >= 2)),
      said: (one) => yes(one.urgency >= 2),
    },
    { name: `test ${lang} anger`, lines: lines(({ isAngry }) => yes(isAngry)), said: (one) => yes(one.anger >= 0.5) },
    {
      name: `test ${lang} sarcasm`,
      lines: lines(({ isSarcastic }) => yes(isSarcastic)),
      said: (one) => yes(one.sarcasm >= 0.5),
    },
  ]
}

/** Alarms and what looks like one, half of each: written and committed before anything was measured on them, and after the lines for crises were chosen. */
function alarmTasks(lang: string): Task[] {
  const set = readTestSet(`alarm-${lang}`)
  const lines = (gold: (labels: Labels) => string): Line[] =>
    set.map(({ text, brand, labels }) => ({ gold: gold(labels), text, brand }))
  const alarms = ['crisis', 'legal_threat']
  const alarmOf = (intent: string): string => (alarms.includes(intent) ? intent : 'neither')
  return [
    { name: `alarm ${lang}`, lines: lines(({ intent }) => alarmOf(intent)), said: (one) => alarmOf(one.intent.top) },
    {
      name: `alarm ${lang} urgency ≥ 2`,
      lines: lines(({ urgency }) => (urgency >= 2 ? 'yes' : 'no')),
      said: (one) => (one.urgency >= 2 ? 'yes' : 'no'),
    },
  ]
}

/** The project's own posts: `sentiment|intent|urgency|anger|sarcasm|text`. */
function ownTasks(set: string, lang: string): Task[] {
  const path = join(import.meta.dirname, `triage-${set}.${lang}.txt`)
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const parts = rows.map((row) => /^([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|(.*)$/su.exec(row) ?? [])
  const lines = (at: number, map = (label: string) => label): Line[] =>
    parts.map((part) => ({ gold: map(part[at] ?? ''), text: part[6] ?? '' }))
  const yes = (label: string): string => (label === '1' ? 'yes' : 'no')
  return [
    { name: `${set} ${lang} sentiment`, lines: lines(1), said: (one) => one.sentiment.class },
    { name: `${set} ${lang} intent`, lines: lines(2), said: (one) => one.intent.top },
    {
      name: `${set} ${lang} urgency ≥ 2`,
      lines: lines(3, (label) => (Number(label) >= 2 ? 'yes' : 'no')),
      said: (one) => (one.urgency >= 2 ? 'yes' : 'no'),
    },
    { name: `${set} ${lang} anger`, lines: lines(4, yes), said: (one) => (one.anger >= 0.5 ? 'yes' : 'no') },
    { name: `${set} ${lang} sarcasm`, lines: lines(5, yes), said: (one) => (one.sarcasm >= 0.5 ? 'yes' : 'no') },
  ]
}

function rowsOf(folder: string): Line[] {
  // Of a small set all is measured: we learn from none of it.
  const names = wholeSets.has(folder) ? ['dev.tsv', 'train.tsv'] : ['dev.tsv']
  const paths = names.map((name) => join(shared, folder, name)).filter((path) => existsSync(path))
  return paths
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line.includes('\t'))
    .map((line) => ({ gold: line.slice(0, line.indexOf('\t')), text: line.slice(line.indexOf('\t') + 1) }))
}

function sentimentSet(name: string, folder: string, lang: string, without: readonly string[] = []): Task[] {
  const lines = rowsOf(folder)
    .filter((line) => !without.includes(line.gold))
    .map((line) => ({ ...line, lang }))
  const isTwo = !lines.some((line) => line.gold === 'neutral')
  const said = ({ sentiment }: Assessment): string => {
    if (isTwo) return sentiment.score > 0 ? 'positive' : 'negative'
    return sentiment.class === 'mixed' || sentiment.class === 'unsure' ? 'neutral' : sentiment.class
  }
  return lines.length === 0 ? [] : [{ name, lines, said }]
}

type ShareSet = { name: string; folder: string; lang: string; label: string; share: 'anger' | 'spam' }

function shareSet({ name, folder, lang, label, share }: ShareSet): Task[] {
  const lines = rowsOf(folder).map(({ gold, text }) => ({ gold: gold === label ? 'yes' : 'no', text, lang }))
  return lines.length === 0 ? [] : [{ name, lines, said: (one) => (one[share] >= 0.5 ? 'yes' : 'no') }]
}

type IntentSet = { name: string; folder: string; label: string; intents: readonly string[] }

/** A set that says only whether a post is such a thing: any of these intents counts as yes. */
function intentSet({ name, folder, label, intents }: IntentSet): Task[] {
  const lines = rowsOf(folder).map(({ gold, text }) => ({
    gold: label === '*' || gold === label ? 'yes' : 'no',
    text,
    lang: 'en',
  }))
  return lines.length === 0 ? [] : [{ name, lines, said: (one) => (intents.includes(one.intent.top) ? 'yes' : 'no') }]
}

function languageSet(name: string, folder: string): Task[] {
  const lines = rowsOf(folder)
  return lines.length === 0 ? [] : [{ name, lines, said: (one) => one.lang }]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
