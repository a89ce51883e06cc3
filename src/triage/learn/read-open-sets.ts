import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Example } from './train-heads.ts'

/** Where somebody may put sets of labelled sentences beside the project, as `label<TAB>text`. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'triage')

export type OpenLine = { text: string; targets: Example['targets'] }
type OpenSet = { path: string; targetsOf: (label: string) => Example['targets'] | undefined }

/** A rating of −4 to 4 is a feeling for certain from here on. */
const ratingSure = 1.6

/**
 * Sets whose licence lets anybody learn from them and give the result away: GoEmotions (Apache-2.0; D. Demszky et al., ACL 2020), the
 * rated sentences of VADER (MIT; C.J. Hutto & E. Gilbert, ICWSM 2014) and XED (CC BY 4.0; E. Öhman et al., COLING 2020).
 */
const openSets: Readonly<Record<string, readonly OpenSet[]>> = {
  en: [
    { path: 'goemotions/goemo_group/train.tsv', targetsOf: feelingsOf },
    { path: 'goemotions/goemo_ekman/train.tsv', targetsOf: angerOf },
    ...['tweets', 'amazonReviewSnippets', 'nytEditorialSnippets'].map((name) => ({
      path: `vader-gt/${name}/train.tsv`,
      targetsOf: ratingOf,
    })),
  ],
  ...Object.fromEntries(
    ['nl', 'de', 'fr'].map((lang) => [
      lang,
      [
        { path: `xed/xed_${lang}/train.tsv`, targetsOf: feelingsOf },
        { path: `xed/xedanger_${lang}/train.tsv`, targetsOf: angerOf },
      ],
    ]),
  ),
}

/** The sentences of all sets of a language; undefined where one of them is not there. */
export function readOpenSets(lang: string): OpenLine[] | undefined {
  const sets = openSets[lang]
  if (!sets?.every(({ path }) => existsSync(join(folder, path)))) return undefined
  return sets.flatMap(({ path, targetsOf }) => linesOf(join(folder, path), targetsOf))
}

function linesOf(path: string, targetsOf: OpenSet['targetsOf']): OpenLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const tab = line.indexOf('\t')
      const targets = tab > 0 ? targetsOf(line.slice(0, tab)) : undefined
      return targets ? [{ text: line.slice(tab + 1), targets }] : []
    })
}

/** `negative`, `neutral,positive`: of two feelings each is a half. What readers could not agree on teaches nothing. */
function feelingsOf(label: string): Example['targets'] | undefined {
  const feelings = label.split(',')
  if (feelings.includes('ambiguous')) return undefined
  const share = 1 / feelings.length
  return { sentiment: ['negative', 'neutral', 'positive'].map((one) => (feelings.includes(one) ? share : 0)) }
}

function angerOf(label: string): Example['targets'] {
  return { anger: [label.split(',').includes('anger') ? 1 : 0] }
}

function ratingOf(label: string): Example['targets'] | undefined {
  const rating = Number(label)
  if (Number.isNaN(rating)) return undefined
  const sure = Math.min(1, Math.abs(rating) / ratingSure)
  return { sentiment: rating < 0 ? [sure, 1 - sure, 0] : [0, 1 - sure, sure] }
}
