import type { Row } from '#api/contract/shapes.ts'
import { type PromiseGroup, promiseGroup } from '#domain/conversation.ts'
import type { RiskLevel } from '#domain/risk.ts'

/** A promise, or how urgent it is. */
export type GroupName = PromiseGroup | RiskLevel
export type HeadItem = { kind: 'head'; key: string; group: GroupName; count: number; isBroken: boolean }
export type RowItem = { kind: 'row'; key: string; row: Row; position: number }
export type ListItem = HeadItem | RowItem

const order: readonly PromiseGroup[] = ['now', 'withinHour', 'today', 'later', 'noHurry']

const levels: readonly RiskLevel[] = [3, 2, 1, 0]

/** The rows under their promises. The server's order is kept inside a group; an empty group has no head. */
export function groupRows(rows: readonly Row[], now: Date): ListItem[] {
  return grouped(rows, { now, groups: order, groupOf: (row) => groupOf(row, now) })
}

/** The rows under their urgency, for the order of the most urgent first. */
export function levelRows(rows: readonly Row[], now: Date): ListItem[] {
  return grouped(rows, { now, groups: levels, groupOf: (row) => row.risk.level })
}

type Grouping = { now: Date; groups: readonly GroupName[]; groupOf: (row: Row) => GroupName }

function grouped(rows: readonly Row[], { now, groups, groupOf }: Grouping): ListItem[] {
  const byGroup = Map.groupBy(rows, groupOf)
  const items: ListItem[] = []
  let position = 0
  for (const group of groups) {
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
