/** What somebody wanted of a conversation that was not here yet: to go into it, or to write. */
export type Wish = 'enter' | 'reply' | 'direct' | 'note'

const keptMs = 10_000

let wish: { what: Wish; atMs: number } | undefined

/** Kept until the conversation stands. Whatever else the person does meanwhile takes its place. */
export function makeWish(what: Wish, nowMs = Date.now()): void {
  wish = { what, atMs: nowMs }
}

export function dropWish(): void {
  wish = undefined
}

/** Asked by what just came to stand; given once. */
export function takeWish(mine: readonly Wish[], nowMs = Date.now()): Wish | undefined {
  if (!wish || !mine.includes(wish.what)) return undefined
  const { what, atMs } = wish
  wish = undefined
  return nowMs - atMs < keptMs ? what : undefined
}
