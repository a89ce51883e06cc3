import type { SpellingLang } from './spelling-job.ts'

/** What is often written for what: each group is one sound or one habit. */
const alike: Readonly<Record<SpellingLang, readonly string[][]>> = {
  nl: [
    ...[
      ['d', 't', 'dt'],
      ['ei', 'ij'],
      ['ou', 'au'],
      ['g', 'ch'],
      ['i', 'ie'],
      ['k', 'c', 'ck'],
      ['kt', 'ct'],
      ['s', 'z'],
      ['f', 'v'],
    ],
    ...[
      ['isch', 'ies'],
      ['lijk', 'elijk', 'ellijk', 'lik'],
      ['ks', 'x'],
      ['o', 'eau', 'oo'],
      ['en', 'n'],
      ['ce', 'se', 'sse'],
      ['u', 'eau'],
    ],
    ...[
      ['e', 'é', 'ë', 'ee'],
      ['i', 'ï'],
      ['a', 'aa'],
      ['u', 'uu'],
      ['nlijk', 'lijk'],
      ['ei', 'eï'],
      ['gt', 'cht'],
      ['ie', 'i'],
      ['r', 'rr'],
    ],
    ...[
      ['ca', "ca'"],
      ['as', "a's"],
      ['os', "o's"],
      ['ui', 'eu'],
      ['en', 'de'],
    ],
  ],
  en: [
    ...[
      ['ei', 'ie'],
      ['able', 'ible'],
      ['ance', 'ence'],
      ['ant', 'ent'],
      ['f', 'ph', 'gh'],
      ['sion', 'tion'],
      ['er', 'or', 'ar'],
      ['ely', 'ly'],
    ],
    ...[
      ['ally', 'ly', 'aly'],
      ['s', 'c', 'sc'],
      ['g', 'j', 'dg'],
      ['k', 'ck', 'ch'],
      ['w', 'wh'],
      ['e', 'ea', 'ee'],
      ['i', 'y'],
      ['u', 'ou'],
      ['ful', 'full'],
    ],
    ...[
      ['ew', 'ue'],
      ['cede', 'ceed'],
      ['gue', 'ge'],
      ['es', 's'],
      ['t', 'tt'],
      ['gar', 'guar'],
      ['o', 'oo'],
      ['edule', 'hedule'],
      ['th', 't'],
    ],
  ],
}
const letters = 'abcdefghijklmnopqrstuvwxyzéëïèöü'
/** Costs of an edit: a habit is likelier than a slip of the finger, and that than any other letter. */
const costs = { habit: 2, doubled: 2, swapped: 3, dropped: 4, added: 4, other: 6, apart: 7 } as const
/** So many of the cheapest first edits are edited once more. */
const furtherMax = 24

/** What is one habit or one slip away, another letter left out: what somebody meant who wrote this. */
export function nearWords(word: string, lang: SpellingLang): string[] {
  return [...habitsOf(word, lang), ...editsOf(word).filter(({ cost }) => cost < costs.other)].map((edit) => edit.word)
}

type Edit = { word: string; cost: number }

/**
 * What may be meant by a word that is none, the likeliest first. Made by undoing what people do: habits of the language, a letter doubled, swapped,
 * missing, added or another one, up to two of them where one is a habit; a word counts only when `knows` says so.
 */
export function suggestWords(
  word: string,
  { lang, knows, most }: { lang: SpellingLang; knows: (word: string) => boolean; most: number },
): string[] {
  const habits = habitsOf(word, lang)
  const first = [...habits, ...editsOf(word)]
  const found = costOfEach(first.filter((edit) => knows(edit.word)))
  const near = habits.toSorted((a, b) => a.cost - b.cost).slice(0, furtherMax)
  if (![...found.values()].some((cost) => cost <= costs.dropped))
    for (const edit of near)
      for (const next of [...habitsOf(edit.word, lang), ...editsOf(edit.word)])
        if (next.word !== word && knows(next.word)) keep(found, { word: next.word, cost: next.cost + edit.cost })
  for (const apart of splitsOf(word, knows)) keep(found, { word: apart, cost: costs.apart })
  return [...found]
    .toSorted(([a, costA], [b, costB]) => costA - costB || rankOf(a, word) - rankOf(b, word))
    .map(([one]) => one)
    .slice(0, most)
}

function costOfEach(edits: readonly Edit[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const edit of edits) keep(found, edit)
  return found
}

function keep(found: Map<string, number>, { word, cost }: Edit): void {
  const known = found.get(word)
  if (known === undefined || cost < known) found.set(word, cost)
}

/** Of two that cost the same, the one that begins and ends alike. */
function rankOf(one: string, word: string): number {
  return Number(one[0] !== word[0]) * 2 + Number(one.at(-1) !== word.at(-1)) + Math.abs(one.length - word.length) / 10
}

function habitsOf(word: string, lang: SpellingLang): Edit[] {
  const edits: Edit[] = []
  for (const group of alike[lang])
    for (const from of group)
      for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1))
        for (const to of group)
          if (to !== from)
            edits.push({ word: word.slice(0, at) + to + word.slice(at + from.length), cost: costs.habit })
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    if (word.charAt(at + 1) === letter)
      edits.push({ word: word.slice(0, at) + word.slice(at + 1), cost: costs.doubled })
    else edits.push({ word: word.slice(0, at) + letter + word.slice(at), cost: costs.doubled })
  }
  return edits
}

function editsOf(word: string): Edit[] {
  const edits: Edit[] = []
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after) edits.push({ word: before + after.slice(1), cost: costs.added })
    if (after.length > 1)
      edits.push({ word: before + after.charAt(1) + after.charAt(0) + after.slice(2), cost: costs.swapped })
    for (const letter of letters) {
      edits.push({ word: before + letter + after, cost: costs.dropped })
      if (after) edits.push({ word: before + letter + after.slice(1), cost: costs.other })
    }
  }
  return edits
}

const apartLeast = 3

/** Two words that were written as one. */
function splitsOf(word: string, knows: (word: string) => boolean): string[] {
  return Array.from({ length: Math.max(0, word.length - 2 * apartLeast + 1) }, (_, at) => at + apartLeast)
    .filter((at) => knows(word.slice(0, at)) && knows(word.slice(at)))
    .map((at) => `${word.slice(0, at)} ${word.slice(at)}`)
}
