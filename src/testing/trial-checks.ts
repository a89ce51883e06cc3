import assert from 'node:assert/strict'
import type { Heard, Words } from '#domain/connector.ts'

export function assertWords(words: Words, where: string): void {
  assert.ok(words.en.trim() && words.nl.trim(), `${where}: words in both languages`)
}

/** The texts of what was heard, in any order. */
export function assertTexts(items: readonly Heard['items'][number][], texts: readonly string[]): void {
  const heard = items.flatMap((item) => ('post' in item ? [item.post.text] : []))
  assert.deepEqual(heard.toSorted(), texts.toSorted())
}

export function sameItem(a: Heard['items'][number], b: Heard['items'][number]): boolean {
  const id = (item: Heard['items'][number]): string =>
    `${item.kind} ${'post' in item ? `${item.post.nativeId} ${item.post.text}` : item.nativeId}`
  return id(a) === id(b)
}

/** False after so long. On a machine that stood still, what was due long before gets its turn first. */
export function afterMs(delayMs: number): Promise<false> {
  return new Promise((resolve) => {
    const late = (): void => void setImmediate(() => setTimeout(() => resolve(false)))
    setTimeout(late, delayMs).unref()
  })
}
