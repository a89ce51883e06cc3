import type { Row } from '#api/contract/shapes.ts'

/**
 * The list as it stands on the screen, beside the list as it is now on the server. The screen's order changes only when
 * a person does something: decides, or takes in what is new. Until then news only updates the words on a card.
 */
export type ListWindow = {
  rows: readonly Row[]
  /** Where the next page starts; null at the end. */
  next: string | null
  /** The newest look at the head of the view; null when it was not looked at again. */
  fresh: Page | null
  /** Decided here, and up to which version: an older look still holds them; a newer version came back for a reason. */
  gone: readonly Gone[]
}
export type Gone = { id: string; version: number }
export type Page = { items: readonly Row[]; next: string | null }

/** More than this is not looked at again when something changes: a person reads from the top. */
export const freshRowsMax = 100

export function openWindow(page: Page): ListWindow {
  return { rows: page.items, next: page.next, fresh: null, gone: [] }
}

/** The next page, below what is there. A row that moved between two pages is shown once. */
export function withPage(list: ListWindow, page: Page): ListWindow {
  const shown = new Set(list.rows.map((row) => row.id))
  const rows = page.items.filter((row) => !shown.has(row.id) && !isGone(list, row))
  return { ...list, rows: [...list.rows, ...rows], next: page.next }
}

/** Words, owner, time on the cards are renewed; nothing changes its place. */
export function withFresh(list: ListWindow, fresh: Page): ListWindow {
  const byId = new Map(fresh.items.map((row) => [row.id, row]))
  const rows = list.rows.map((row) => {
    const newer = byId.get(row.id)
    return newer && newer.version >= row.version ? newer : row
  })
  return { ...list, rows, fresh }
}

/** How many conversations are waiting above or between what is shown. */
export function arrivals(list: ListWindow): Row[] {
  if (!list.fresh) return []
  const shown = new Set(list.rows.map((row) => row.id))
  const lastShown = list.fresh.items.findLastIndex((row) => shown.has(row.id))
  // Below the last row that is shown there is the next page, not news.
  const reach = list.next === null ? list.fresh.items : list.fresh.items.slice(0, lastShown + 1)
  return reach.filter((row) => !shown.has(row.id) && !isGone(list, row))
}

/** Shown, but no longer in the view: a colleague decided. They stay in their place, pale, until news is taken in. */
export function departed(list: ListWindow): Set<string> {
  const { fresh } = list
  if (!fresh) return new Set()
  const there = new Set(fresh.items.map((row) => row.id))
  // What stands below the last row both know may only have been pushed to the next page.
  const lastKnown = fresh.next === null ? list.rows.length : list.rows.findLastIndex((row) => there.has(row.id))
  return new Set(list.rows.slice(0, Math.max(lastKnown, 0)).flatMap((row) => (there.has(row.id) ? [] : [row.id])))
}

/** The order of the server becomes the order of the screen. */
export function takeIn(list: ListWindow): ListWindow {
  if (!list.fresh) return list
  return { ...openWindow(list.fresh), rows: list.fresh.items.filter((row) => !isGone(list, row)), gone: list.gone }
}

/** Decided here: off the list at once. */
export function without(list: ListWindow, row: Row): ListWindow {
  const gone = [...list.gone.filter((one) => one.id !== row.id), { id: row.id, version: row.version + 1 }]
  return { ...list, rows: list.rows.filter((one) => one.id !== row.id), gone: gone.slice(-goneMax) }
}
const goneMax = 200

/** Off the list as it is now: it comes back as soon as the server has it there again, whatever its version. */
export function withoutForNow(list: ListWindow, { id }: Pick<Row, 'id'>): ListWindow {
  const others = (rows: readonly Row[]) => rows.filter((row) => row.id !== id)
  return { ...list, rows: others(list.rows), fresh: list.fresh && { ...list.fresh, items: others(list.fresh.items) } }
}

function isGone(list: ListWindow, row: Row): boolean {
  return list.gone.some((one) => one.id === row.id && row.version <= one.version)
}

/** Taken back: in its old place, or as near to it as there is. */
export function putBack(list: ListWindow, row: Row, at: number): ListWindow {
  if (list.rows.some((one) => one.id === row.id)) return list
  return { ...list, rows: list.rows.toSpliced(at, 0, row), gone: list.gone.filter((one) => one.id !== row.id) }
}

/** It may be heard of again: it was decided here, and that was taken back. */
export function letBack(list: ListWindow, id: string): ListWindow {
  if (!list.gone.some((one) => one.id === id)) return list
  return { ...list, gone: list.gone.filter((one) => one.id !== id) }
}

export function withChange(list: ListWindow, id: string, change: Partial<Row>): ListWindow {
  return { ...list, rows: list.rows.map((row) => (row.id === id ? { ...row, ...change } : row)) }
}

/** Who is next when this one goes: the one below, else the one above. */
export function neighbour(rows: readonly Row[], id: string): Row | undefined {
  const at = rows.findIndex((row) => row.id === id)
  return at < 0 ? rows[0] : (rows[at + 1] ?? rows[at - 1])
}

/** One up or down from here, without falling off. From nowhere, the first. */
export function step(rows: readonly Row[], id: string | undefined, by: 1 | -1): Row | undefined {
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return rows[0]
  return rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
}
