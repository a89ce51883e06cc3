import { type ConversationView, conversationViews } from './conversation.ts'

/** How the views of the inbox stand on the screen: one at a time, or several side by side. */
export const layouts = ['list', 'columns'] as const
export type Layout = (typeof layouts)[number]

/** Each asks the server again when something happens. */
export const columnsMax = 12
/** Before somebody chose any. */
export const firstColumns: readonly ConversationView[] = ['mine', 'unowned', 'all']

const savedMark = 'saved:'

/** What stands in a column: a view that everybody has, or one that was saved. */
export type ColumnOf = { view: ConversationView } | { savedId: string }

/** A column as it is kept: `mine`, `saved:<id>`. Undefined for what no version knows. */
export function readColumn(kept: string): ColumnOf | undefined {
  if (kept.startsWith(savedMark)) return { savedId: kept.slice(savedMark.length) }
  const view = conversationViews.find((one) => one === kept)
  return view && { view }
}

export function savedColumn(savedId: string): string {
  return `${savedMark}${savedId}`
}

/** The same columns with one of them moved by one place; at the edge it stays. */
export function moveColumn(columns: readonly string[], { column, to }: { column: string; to: number }): string[] {
  const rest = columns.filter((one) => one !== column)
  if (rest.length === columns.length) return [...columns]
  return rest.toSpliced(Math.min(Math.max(to, 0), rest.length), 0, column)
}
