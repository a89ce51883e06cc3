import type { RumourMarks } from '#domain/rumour.ts'
import { foldWord } from '#triage/fold.ts'
import type { Telling, ToldWord } from './read-telling.ts'

/**
 * A rumour is known by its *marks*: groups of words, one of each of which a message has to say close together. "Salmonella, bacterie, besmet" and "verzwijgt,
 * doofpot, stil" and the name: whoever says all three tells it, in whatever order. Words of other meaning rule it out. Nothing is guessed: the marks are
 * suggested from its wordings, a person edits them and sees what they find.
 *
 * A word of a mark is the same as a word of a message by its stem, with `*` by its beginning or end, as part of a compound, or but for one letter. Several words
 * stand for a phrase, with at most `betweenMax` words between two of them.
 */
export type Recognised = {
  /** Every one, nothing that rules it out. */
  isTold: boolean
  /** All of them, but far apart or with something that rules it out. */
  isNearly: boolean
  says: 'tells' | 'asks' | 'denies'
  /** The words of the message that say so, as they stand there. */
  because: string[]
}

/** A rumour is told in a few sentences; words strewn over a long text tell none. */
const windowSentences = 3
const betweenMax = 2

export type Mark = { words: readonly { text: string; stem: string; isStart: boolean; isEnd: boolean }[] }
export type ReadMarks = { all: readonly (readonly Mark[])[]; none: readonly Mark[] }

export function readMarks({ all, none }: RumourMarks, stem: (word: string) => string): ReadMarks {
  const read = (text: string): Mark => ({
    words: text
      .trim()
      .split(/\s+/u)
      .map((word) => {
        const bare = foldWord(word.replace(/^\*|\*$/gu, ''))
        return { text: bare, stem: stem(bare), isStart: word.endsWith('*'), isEnd: word.startsWith('*') }
      }),
  })
  return { all: all.map((group) => group.map(read)), none: none.map(read) }
}

export function recogniseRumour(telling: Telling, marks: ReadMarks): Recognised {
  const hits = marks.all.map((group) => placesOf(telling, group))
  const best = bestWindow(telling, hits)
  const said = best.hits.filter((found) => found !== undefined).length
  const isAnywhere = hits.every((places) => places.length > 0)
  const isRuledOut = placesOf(telling, marks.none).length > 0
  const isComplete = marks.all.length > 0 && said === marks.all.length
  return {
    isTold: isComplete && !isRuledOut,
    isNearly: !(isComplete && !isRuledOut) && marks.all.length > 0 && isAnywhere,
    says: saysOf(telling, best),
    because: [...new Set(best.hits.flatMap((found) => (found ? [found.words] : [])))],
  }
}

type Place = { sentence: number; words: string; isTurned: boolean }
type Window = { from: number; to: number; hits: (Place | undefined)[] }

function bestWindow({ sentences }: Telling, hits: readonly Place[][]): Window {
  const last = Math.max(0, sentences.length - 1)
  let best: Window = { from: 0, to: last, hits: [] }
  let most = -1
  for (let from = 0; from <= Math.max(0, last - windowSentences + 1); from += 1) {
    const to = Math.min(last, from + windowSentences - 1)
    const found = hits.map((places) => places.find(({ sentence }) => sentence >= from && sentence <= to))
    const count = found.filter(Boolean).length
    if (count > most) [best, most] = [{ from, to, hits: found }, count]
  }
  return best
}

/** Whoever asks whether it is not so asks all the same. */
function saysOf({ sentences }: Telling, { from, to, hits }: Window): Recognised['says'] {
  const around = sentences.slice(Math.max(0, from - 1), to + 2)
  const isAsked = sentences.slice(from, to + 1).some(({ isQuestion }) => isQuestion)
  if (!isAsked && hits.some((found) => found?.isTurned)) return 'denies'
  if (around.some(({ isDenied, isQuestion }) => isDenied && !isQuestion)) return 'denies'
  return isAsked ? 'asks' : 'tells'
}

function placesOf({ words }: Telling, group: readonly Mark[]): Place[] {
  const places: Place[] = []
  words.forEach((_, at) => {
    for (const mark of group) {
      const end = endOf(words, at, mark)
      if (end === undefined) continue
      const said = words.slice(at, end + 1)
      places.push({
        sentence: words[at]?.sentence ?? 0,
        words: said.map(({ word }) => word).join(' '),
        // "No more cash" is what is told, and no denial of it.
        isTurned: mark.words.length === 1 && said.some((one) => one.isTurned),
      })
      return
    }
  })
  return places
}

/** Where the mark that begins at `at` ends; undefined where none begins. */
function endOf(words: readonly ToldWord[], at: number, { words: wanted }: Mark): number | undefined {
  let place = at
  for (const [number, one] of wanted.entries()) {
    const until = number === 0 ? at : Math.min(words.length - 1, place + 1 + betweenMax)
    const from = number === 0 ? at : place + 1
    let found: number | undefined
    for (let next = from; next <= until && found === undefined; next += 1) {
      const word = words[next]
      if (word && isSame(one, word)) found = next
    }
    if (found === undefined) return
    place = found
  }
  return place
}

const partLeast = 5
const typoLeast = 7

function isSame(mark: Mark['words'][number], word: ToldWord): boolean {
  if (mark.text === word.folded || mark.stem === word.stem) return true
  if (mark.isStart && word.folded.startsWith(mark.text)) return true
  if (mark.isEnd && word.folded.endsWith(mark.text)) return true
  if (mark.text.length >= partLeast && (word.folded.startsWith(mark.text) || word.folded.endsWith(mark.text)))
    return true
  return mark.text.length >= typoLeast && isOneLetterOff(mark.text, word.folded)
}

function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const [a, b] = [short.slice(at), long.slice(at)]
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}
