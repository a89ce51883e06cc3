import { useCallback, useSyncExternalStore } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { type Leaving, type ListAsk, leavesView } from './filters.ts'
import { type ListWindow, letBack, putBack, withChange, without, withoutForNow } from './list-window.ts'

/**
 * The lists on the screen, each under what it asks: one as a rule, as many as there are columns otherwise. The same conversation
 * may stand in several, and what is decided about it holds in all of them.
 */
type Standing = { question: ListAsk; list: ListWindow | null; readers: Set<() => void> }
const standing = new Map<string, Standing>()

export type SetList = (change: (before: ListWindow | null) => ListWindow | null) => void
/** Where a conversation stood, by list. */
export type Places = ReadonlyMap<string, number>

/** The list of one question, for as long as somebody shows it; another question starts anew. */
export function useStandingList(question: ListAsk): [ListWindow | null, SetList] {
  const name = JSON.stringify(question)
  const subscribe = useCallback(
    (tell: () => void) => {
      const one = standingAt(name)
      one.readers.add(tell)
      return () => {
        one.readers.delete(tell)
        if (one.readers.size === 0 && standing.get(name) === one) standing.delete(name)
      }
    },
    [name],
  )
  const list = useSyncExternalStore(subscribe, () => standing.get(name)?.list ?? null)
  const setList = useCallback<SetList>(
    (change) => {
      const one = standing.get(name)
      // Nobody shows it any more: a page that came late has no place to stand.
      if (one) set(one, change(one.list))
    },
    [name],
  )
  return [list, setList]
}

function standingAt(name: string): Standing {
  // The name is the question itself, written out.
  const question = JSON.parse(name) as ListAsk
  const one = standing.get(name) ?? { question, list: null, readers: new Set() }
  standing.set(name, one)
  return one
}

function set(one: Standing, after: ListWindow | null): void {
  if (after === null || after === one.list) return
  one.list = after
  for (const tell of one.readers) tell()
}

function eachList(act: (list: ListWindow, question: ListAsk) => ListWindow): void {
  for (const one of standing.values()) if (one.list) set(one, act(one.list, one.question))
}

/** Decided: off every list that it leaves, and other words on its card in those where it stays. */
export function decideInLists(row: Row, { kind, change }: { kind: Leaving; change: Partial<Row> }): void {
  // What is asked about an answer anew is no other version of its conversation.
  const off = kind === 'approval' ? withoutForNow : without
  eachList((list, question) =>
    leavesView(question, kind) ? off(list, row) : holds(list, row.id) ? withChange(list, row.id, change) : list,
  )
}

export function changeInLists(id: string, change: Partial<Row>): void {
  eachList((list) => (holds(list, id) ? withChange(list, id, change) : list))
}

/** Asked before a decision, for whoever takes it back. */
export function placesOf(id: string): Places {
  const places = [...standing].flatMap(([name, { list }]) => {
    const at = list?.rows.findIndex((row) => row.id === id) ?? -1
    return at < 0 ? [] : [[name, at] as const]
  })
  return new Map(places)
}

/** As it was, in each list where it stood. */
export function restoreInLists(row: Row, places: Places): void {
  for (const [name, one] of standing) {
    if (!one.list) continue
    const at = places.get(name)
    set(one, at === undefined ? letBack(one.list, row.id) : putBack(withChange(one.list, row.id, row), row, at))
  }
}

/** The question of a list in which it stands. */
export function questionWith(id: string): ListAsk | undefined {
  return [...standing.values()].find(({ list }) => list && holds(list, id))?.question
}

/** What stands in the list of this question now. */
export function rowsAsked(question: ListAsk): readonly Row[] {
  return standing.get(JSON.stringify(question))?.list?.rows ?? []
}

/** Those of these that stand anywhere, each once. */
export function rowsStanding(ids: ReadonlySet<string>): readonly Row[] {
  const found = new Map<string, Row>()
  for (const { list } of standing.values())
    for (const row of list?.rows ?? []) if (ids.has(row.id) && !found.has(row.id)) found.set(row.id, row)
  return [...found.values()]
}

function holds(list: ListWindow, id: string): boolean {
  return list.rows.some((row) => row.id === id)
}
