/**
 * How well triage judges posts: per labelled set the macro-F1 and per class precision, recall and F1, and posts per second
 * on one core. Our own two sets are always there ("unseen" was never used for mending a rule, "posts" was); the others only
 * where somebody put labelled sets beside the project, as `label<TAB>text`. They measure; nothing is learned from them.
 *
 *   npm run bench -- triage-eval [--json] [--only=airline] [--errors]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Assessment } from '#domain/assessment.ts'
import { assess } from '#triage/assess.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, errors: { type: 'boolean' } },
})
const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'triage')

type Line = { gold: string; text: string; lang?: string }
type Task = { name: string; lines: readonly Line[]; said: (assessment: Assessment) => string }
type Tally = { precision: number; recall: number; f1: number; n: number }

const ownPosts = ['unseen', 'posts'].flatMap((set) => ['nl', 'en'].flatMap((lang) => ownTasks(set, lang)))
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
if (options.json) console.log(JSON.stringify(figures))

function measure({ name, lines, said }: Task): void {
  const began = performance.now()
  const pairs = lines.map(({ gold, text, lang }) => ({
    gold,
    said: said(assess({ text, lang }, { brands: [] })),
    text,
  }))
  const perSecond = Math.round(lines.length / ((performance.now() - began) / 1_000))
  const classes = [...new Set(pairs.map((pair) => pair.gold))].toSorted()
  const tallies = new Map(classes.map((one) => [one, tally(pairs, one)]))
  const macroF1 = mean([...tallies.values()].map((one) => one.f1))
  const accuracy = pairs.filter((pair) => pair.gold === pair.said).length / pairs.length
  console.log(
    `${name}: n ${lines.length}, macro-F1 ${percent(macroF1)}, accuracy ${percent(accuracy)}, ${perSecond} posts/s`,
  )
  for (const [one, { precision, recall, f1, n }] of tallies)
    if (classes.length <= 20)
      console.log(
        `  ${one.padEnd(14)} n ${String(n).padStart(5)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`,
      )
  if (options.errors)
    for (const pair of pairs) if (pair.gold !== pair.said) console.log(`  ${pair.gold} ≠ ${pair.said} | ${pair.text}`)
  figures[name] = { n: lines.length, macroF1, accuracy, perSecond }
}

function tally(pairs: readonly { gold: string; said: string }[], one: string): Tally {
  const right = pairs.filter((pair) => pair.gold === one && pair.said === one).length
  const called = pairs.filter((pair) => pair.said === one).length
  const n = pairs.filter((pair) => pair.gold === one).length
  const [precision, recall] = [called === 0 ? 0 : right / called, n === 0 ? 0 : right / n]
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall), n }
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
  const path = join(shared, folder, 'dev.tsv')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
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
