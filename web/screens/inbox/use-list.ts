import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { type ApiProblemError, ask, useAsk } from '#web/api.ts'
import { useNow } from '#web/parts/fmt.ts'
import { hasOrder, type ListAsk } from './filters.ts'
import { arrivals, departed, type ListWindow, openWindow, putBack, takeIn, withFresh, withPage } from './list-window.ts'
import { groupRows, type ListItem, levelRows, plainRows } from './promise-groups.ts'
import { type SetList, useStandingList } from './standing-lists.ts'

export type List = {
  status: 'loading' | 'failed' | 'ready'
  error: ApiProblemError | null
  retry: () => void
  rows: readonly Row[]
  items: readonly ListItem[]
  /** Conversations that came since the list was read. */
  newsCount: number
  takeIn: () => void
  departedIds: ReadonlySet<string>
  hasMore: boolean
  moreError: ApiProblemError | null
  fetchMore: () => void
  putBack: (row: Row, at: number) => void
}

const pageRows = 60
const regroupMs = 15_000

/**
 * The list of one view. The server is asked again by live events, but the order on the screen changes only by what a
 * person does: see list-window.ts. Another question starts anew.
 */
export function useList(question: ListAsk): List {
  const head = useAsk('GET /api/conversations', { query: { ...question, limit: pageRows } })
  const [list, setList] = useStandingList(question)
  const more = useMore(question, list, setList)
  const page = head.data
  useEffect(() => {
    if (page) setList((before) => follow(before, page))
  }, [page, setList])

  const now = useNow(regroupMs)
  const rows = list?.rows ?? noRows
  const group = hasOrder(question.view) ? (question.sort === 'urgent' ? levelRows : groupRows) : plainRows
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` is a new object each time; its minute is what counts.
  const items = useMemo(() => group(rows, now), [rows, group, now.getTime()])
  const status = list ? 'ready' : head.error ? 'failed' : 'loading'
  return {
    status,
    error: list ? null : head.error,
    retry: useCallback(() => void head.refetch(), [head.refetch]),
    rows,
    items,
    newsCount: useMemo(() => (list ? arrivals(list).length : 0), [list]),
    takeIn: useCallback(() => setList((before) => before && takeIn(before)), [setList]),
    departedIds: useMemo(() => (list ? departed(list) : noIds), [list]),
    hasMore: list?.next !== null && list !== null,
    moreError: more.error,
    fetchMore: more.fetch,
    putBack: useCallback((row: Row, at: number) => setList((before) => before && putBack(before, row, at)), [setList]),
  }
}
const noRows: readonly Row[] = []
const noIds: ReadonlySet<string> = new Set()

/** Where nothing stands nothing can move: an empty list takes news in at once. */
function follow(before: ListWindow | null, page: { items: Row[]; next: string | null }): ListWindow {
  if (!before) return openWindow(page)
  const followed = withFresh(before, page)
  return before.rows.length === 0 ? takeIn(followed) : followed
}

function useMore(question: ListAsk, list: ListWindow | null, setList: SetList) {
  const [error, setError] = useState<ApiProblemError | null>(null)
  const isAsking = useRef(false)
  const next = list?.next ?? null
  const fetch = useCallback(() => {
    if (next === null || isAsking.current) return
    isAsking.current = true
    ask('GET /api/conversations', { query: { ...question, after: next, limit: pageRows } })
      .then((page) => {
        setError(null)
        setList((before) => before && withPage(before, page))
      })
      .catch((problem: ApiProblemError) => setError(problem))
      .finally(() => {
        isAsking.current = false
      })
  }, [next, question, setList])
  return { fetch, error }
}
