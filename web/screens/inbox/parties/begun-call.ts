import type { Callable } from '#domain/name-call.ts'

const begun = /(?:^|[\s(])@(?<words>[\p{L}\p{M}’' -]{0,40})$/u
const offeredMost = 5

/** The call that is being written right before the caret: where its `@` stands, and what is typed of the name. */
export function begunCall(text: string, caret: number): { at: number; words: string } | undefined {
  const words = begun.exec(text.slice(0, caret))?.groups?.words
  return words === undefined ? undefined : { at: caret - words.length - 1, words }
}

/** Who can be meant: each word of the name may be the one that was begun. A name that is written out needs no offer. */
export function fitting<One extends Callable>(people: readonly One[], words: string): One[] {
  const sought = fold(words)
  if (sought !== sought.trimEnd() && people.some(({ name }) => sought.startsWith(`${fold(name)} `))) return []
  const found = people.filter(({ name }) => {
    const known = fold(name)
    return known !== sought && (known.startsWith(sought) || known.includes(` ${sought}`))
  })
  return found.slice(0, offeredMost)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
