import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import { drawnRows, inSight, type Sight, startsOf } from './rows-in-sight.ts'

type Given = {
  heights: readonly number[]
  /** Of these the last one above what is in sight is drawn too. */
  heads: readonly number[]
  /** So many more above and below. */
  spare: number
}

/**
 * Only what is on the screen is drawn. Every height is known, so where a row stands is a sum, and drawn anew is only when
 * other rows come into sight: at once, so that a movement shows no gap.
 */
export function useRowsInSight({ heights, heads, spare }: Given, scroller: RefObject<HTMLElement | null>) {
  const [, drawAnew] = useReducer((count: number) => count + 1, 0)
  const sight = useRef<Sight>({ top: 0, height: 0 })
  const starts = useMemo(() => startsOf(heights), [heights])
  const seen = inSight(starts, sight.current)
  const drawn = useRef({ starts, seen })
  useLayoutEffect(() => {
    drawn.current = { starts, seen }
  })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    /** Answers whether other rows are in sight than are drawn. */
    const look = (): boolean => {
      sight.current = { top: box.scrollTop, height: box.clientHeight }
      const before = drawn.current.seen
      const now = inSight(drawn.current.starts, sight.current)
      return before?.first !== now?.first || before?.last !== now?.last
    }
    const follow = (): void => {
      if (look()) flushSync(drawAnew)
    }
    if (look()) drawAnew()
    const watch = new ResizeObserver(follow)
    watch.observe(box)
    box.addEventListener('scroll', follow, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', follow)
    }
  }, [scroller])
  const stuck = seen && heads.findLast((at) => at <= seen.first)
  const rows = seen ? drawnRows(seen, { count: heights.length, spare, always: stuck }) : []
  return { rows: rows.map((index) => ({ index, start: starts[index] ?? 0 })), height: starts.at(-1) ?? 0, stuck }
}
