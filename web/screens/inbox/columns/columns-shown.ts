import type { SavedView } from '#api/contract/shapes.ts'
import { readColumn, savedColumn } from '#domain/inbox-layout.ts'
import { type ListAsk, listAsk } from '#web/screens/inbox/filters.ts'

/** A column that can be asked for, or one of which there is only the name, and why. */
export type ShownColumn = { key: string; isKept: boolean } & (
  | { question: ListAsk; saved?: SavedView }
  | { lacks: 'loading' | 'failed' | 'gone' }
)
export type ListColumn = Extract<ShownColumn, { question: ListAsk }>

type Given = {
  kept: readonly string[]
  /** Undefined while they are on their way. */
  saved: readonly SavedView[] | undefined
  isFailed: boolean
  /** What the address asks: the column one is in. */
  at: ListAsk
}

/** The columns somebody keeps; and behind them what the address asks beside those, as a guest. */
export function columnsShown({ kept, saved, isFailed, at }: Given): ShownColumn[] {
  const columns = kept.flatMap((key): ShownColumn[] => {
    const column = readColumn(key)
    if (!column) return []
    if ('view' in column) return [{ key, isKept: true, question: listAsk(column.view, {}) }]
    const one = saved?.find(({ id }) => id === column.savedId)
    if (one) return [{ key, isKept: true, question: questionOf(one), saved: one }]
    return [{ key, isKept: true, lacks: saved ? 'gone' : isFailed ? 'failed' : 'loading' }]
  })
  // It may be one of those that are still on their way.
  const mayBeKnown = columns.some((one) => 'lacks' in one && one.lacks === 'loading')
  if (mayBeKnown || columns.some((one) => isAt(one, at))) return columns
  const one = saved?.find((each) => nameOf(questionOf(each)) === nameOf(at))
  const guest = { isKept: false, question: at }
  return [...columns, one ? { ...guest, key: savedColumn(one.id), saved: one } : { ...guest, key: guestKey(at) }]
}

export function isAt(column: ShownColumn, at: ListAsk): boolean {
  return 'question' in column && nameOf(column.question) === nameOf(at)
}

/** Under which name a guest would be kept; what is narrowed without a name of its own cannot be. */
function guestKey(at: ListAsk): string {
  const { view, ...narrowed } = at
  return Object.keys(narrowed).length === 0 ? view : `guest:${nameOf(at)}`
}

function questionOf({ ask: { view, ...search } }: SavedView): ListAsk {
  return listAsk(view, search)
}

function nameOf(question: ListAsk): string {
  return JSON.stringify(question)
}
