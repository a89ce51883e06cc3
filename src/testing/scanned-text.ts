import { entryKind, rowShift } from '#match/entries.ts'
import { Scanner } from '#match/scanner.ts'

const scanner = new Scanner()

/** The words of a text as the scanner cuts them, as they were written. */
export function wordsIn(text: string): string[] {
  return scanned(text)
    .filter(({ kind }) => kind === entryKind.word)
    .map(({ span: [start, end] }) => text.slice(start, end))
}

/** The tags, handles, shares and hosts of a text, with the letter of their namespace: `#:tag`, `@:jan`, `$:ing`, `d:nos.nl`. */
export function namesIn(text: string): string[] {
  return scanned(text)
    .filter(({ kind, key }) => kind === entryKind.name && !key.startsWith('u:'))
    .map(({ key }) => key)
}

function scanned(text: string): { kind: number; key: string; span: [number, number] }[] {
  const { entries } = scanner
  entries.clear()
  scanner.read(text)
  return Array.from({ length: entries.count }, (_, i) => {
    const [, , , , start = 0, end = 0, kind = 0] = entries.rows.subarray(i << rowShift)
    return { kind, key: entries.keyOf(i), span: [start, end] }
  })
}
