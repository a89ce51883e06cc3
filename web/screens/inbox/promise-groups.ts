import type { Row } from '#api/contract/shapes.ts'
import { type PromiseGroup, promiseGroup } from '#domain/conversation.ts'

export type HeadItem = { kind: 'head'; key: string; group: PromiseGroup; count: number; isBroken: boolean }
export type RowItem = { kind: 'row'; key: string; row: Row; position: number }
export type ListItem = HeadItem | RowItem

const order: readonly PromiseGroup[] = ['now', 'withinHour', 'today', 'noHurry']

/** The rows under their promises. The server's order is kept inside a group; an empty group has no head. */
export function groupRows(rows: readonly Row[], now: Date): ListItem[] {
  const byGroup = new Map<PromiseGroup, Row[]>(order.map((group) => [group, []]))
  for (const row of rows) byGroup.get(groupOf(row, now))?.push(row)
  const items: ListItem[] = []
  let position = 0
  for (const group of order) {
    const members = byGroup.get(group) ?? []
    if (members.length === 0) continue
    const isBroken = members.some((row) => isPast(row, now))
    items.push({ kind: 'head', key: `head:${group}`, group, count: members.length, isBroken })
    for (const row of members) items.push(rowItem(row, ++position))
  }
  return items
}

/** For the views that have an order of their own: what waits, and what is done. */
export function plainRows(rows: readonly Row[]): ListItem[] {
  return rows.map((row, at) => rowItem(row, at + 1))
}

function rowItem(row: Row, position: number): RowItem {
  return { kind: 'row', key: row.id, row, position }
}

function groupOf(row: Row, now: Date): PromiseGroup {
  return promiseGroup(row.dueAt ? new Date(row.dueAt) : null, now)
}

function isPast(row: Row, now: Date): boolean {
  return row.dueAt !== null && Date.parse(row.dueAt) < now.getTime()
}
