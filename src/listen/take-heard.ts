import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import type { Heard, Unreadable } from '#domain/connector.ts'
import { refusalWords } from '#domain/issue-words.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { advanceSource, type Progress, recordHoles, type Way } from './advance-source.ts'
import type { SourceRow } from './source-row.ts'

/** One change of the outer world, read and found good. */
export type HeardPost =
  /** `heardAt`: where that was not just now. */
  | { kind: 'post' | 'edit'; post: Post; heardAt?: Date }
  | { kind: 'delete'; nativeId: string }
  | { kind: 'author-gone'; nativeId: string }

/**
 * Who takes what was heard. When something is kept, `advance` is called inside the very transaction that keeps it, and
 * tells how much. When nothing is, it is not called: the cursor may then lag a little, since hearing twice is harmless.
 */
export type Receive = (batch: {
  source: SourceRow
  items: readonly HeardPost[]
  /**
   * Since when somebody looks back for these. What was said before has no promise, and does not open again what is done: it is
   * the past that comes, not news.
   */
  lookedBackAt?: Date
  advance: (tx: Tx, kept: number) => Promise<void>
}) => Promise<{ kept: number }>

/** How far the saved cursor of a busy stream may lag behind while nothing matches. */
const saveEveryMs = 5 * second

export type Ear = {
  app: App
  receive: Receive
  lastSavedAt: Map<string, number>
  /** What goes on beside the listening, which never waits for it; its end does. */
  errands?: Set<Promise<void>>
}

/** Hands one page or one batch of a stream on, and moves the source's cursor with it. */
export async function takeHeard(
  ear: Ear,
  input: { source: SourceRow; way: Way; heard: Heard; nextAt?: Date },
): Promise<void> {
  const { app } = ear
  const { source, way, heard, nextAt } = input
  const { items, unreadable } = readItems(heard)
  await recordHoles(app, source, { gap: heard.gap, unreadable })
  const newest = newestOf(items, app.clock.now())
  const progress = (kept: number): Progress => ({
    way,
    cursor: heard.cursor,
    heard: items.length,
    kept,
    newest,
    nextAt,
  })
  let isSaved = false
  const advance = async (tx: Tx, kept: number) => {
    await advanceSource(tx, source, progress(kept))
    isSaved = true
  }
  if (items.length > 0) await ear.receive({ source, items, advance })
  if (!isSaved && isTimeToSave(ear, { source, way })) {
    await app.db.asSystem((tx) => advanceSource(tx, source, progress(0)))
    isSaved = true
  }
  if (isSaved) {
    ear.lastSavedAt.set(source.id + way, app.clock.now().getTime())
    source.lastSuccessAt = app.clock.now()
  }
  source.cursor = { ...(source.cursor as object | null), [way]: heard.cursor }
  source.failure = null
  source.failuresInRow = 0
}

function isTimeToSave(ear: Ear, { source, way }: { source: SourceRow; way: Way }): boolean {
  if (way === 'poll' || source.failure) return true
  const savedAt = ear.lastSavedAt.get(source.id + way) ?? 0
  return ear.app.clock.now().getTime() - savedAt >= saveEveryMs
}

/** An item that breaks the rules of a post is set apart with the reason; the others go on. */
function readItems(heard: Heard): { items: HeardPost[]; unreadable: Unreadable[] } {
  const items: HeardPost[] = []
  const unreadable = [...(heard.unreadable ?? [])]
  for (const item of heard.items) {
    if (!('post' in item)) {
      items.push(item)
      continue
    }
    const parsed = postSchema.safeParse(item.post)
    if (parsed.success) items.push({ kind: item.kind, post: parsed.data })
    else unreadable.push({ why: refusalWords(parsed.error), sample: JSON.stringify(item.post)?.slice(0, 500) ?? '' })
  }
  return { items, unreadable }
}

function newestOf(items: readonly HeardPost[], now: Date): Progress['newest'] {
  let newest: Date | undefined
  for (const item of items) {
    if (item.kind === 'post' && (!newest || item.post.publishedAt > newest)) newest = item.post.publishedAt
  }
  return newest && { publishedAt: newest, delayMs: Math.max(0, now.getTime() - newest.getTime()) }
}
