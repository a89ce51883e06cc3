import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useRef } from 'react'
import { columnsMax, firstColumns, moveColumn } from '#domain/inbox-layout.ts'
import { useAsk } from '#web/api.ts'
import { announce, showToast } from '#web/parts/toast.tsx'
import { useInbox, type ViewPlace } from '#web/screens/inbox/inbox-context.ts'
import { rowsAsked } from '#web/screens/inbox/standing-lists.ts'
import { useSession } from '#web/session.ts'
import { placeOf } from './column-place.ts'
import { columnsShown, isAt, type ShownColumn } from './columns-shown.ts'
import { useColumnNames } from './use-column-names.ts'
import { useKeepMine } from './use-keep-mine.ts'

export type Columns = {
  columns: readonly ShownColumn[]
  activeKey: string | undefined
  kept: readonly string[]
  isFull: boolean
  /** To the column beside the one one is in. */
  go: (by: 1 | -1) => void
  goTo: (column: ShownColumn) => void
  add: (key: string, place?: ViewPlace) => void
  remove: (column: ShownColumn) => void
  moveTo: (key: string, to: number) => void
}

/** Which columns stand there, which one is in, and what changes about them. */
export function useColumns(): Columns {
  const inbox = useInbox()
  const { user } = useSession()
  const saved = useAsk('GET /api/saved-views')
  const kept = user?.columns ?? firstColumns
  const columns = useMemo(
    () => columnsShown({ kept, saved: saved.data, isFailed: saved.isError, at: inbox.ask }),
    [kept, saved.data, saved.isError, inbox.ask],
  )
  const active = columns.find((one) => isAt(one, inbox.ask))
  const goTo = useGoTo(active?.key)
  const arrange = useArrange({ columns, kept })
  const at = active ? columns.indexOf(active) : -1
  const remove = (column: ShownColumn) => {
    const next = columns[columns.indexOf(column) + 1] ?? columns[columns.indexOf(column) - 1]
    if (column === active && next) goTo(next)
    if (column.isKept) arrange.remove(column)
  }
  return {
    columns,
    activeKey: active?.key,
    kept,
    isFull: kept.length >= columnsMax,
    go: (by) => {
      const next = columns[at + by]
      if (next) goTo(next)
    },
    goTo,
    add: (key, place) => {
      arrange.add(key)
      if (place) inbox.open(undefined, { place })
    },
    remove,
    moveTo: arrange.moveTo,
  }
}

/** Back to the card one was at there, else to the first. */
function useGoTo(activeKey: string | undefined): (column: ShownColumn) => void {
  const inbox = useInbox()
  const lastIn = useRef(new Map<string, string>())
  const currentId = inbox.currentRow?.id
  useEffect(() => {
    if (activeKey !== undefined && currentId !== undefined) lastIn.current.set(activeKey, currentId)
  }, [activeKey, currentId])
  return (column) => {
    if (!('question' in column)) return focusColumn(column.key)
    const rows = rowsAsked(column.question)
    const row = rows.find(({ id }) => id === lastIn.current.get(column.key)) ?? rows[0]
    inbox.open(row, { place: placeOf(column.question) })
    if (!row) focusColumn(column.key)
  }
}

/** An empty column takes the focus itself. */
function focusColumn(key: string): void {
  const column = `[data-column-key="${CSS.escape(key)}"]`
  requestAnimationFrame(() => document.querySelector<HTMLElement>(column)?.focus())
}

type Arranged = Pick<Columns, 'columns' | 'kept'>

function useArrange({ columns, kept }: Arranged) {
  const { t } = useLingui()
  const keepMine = useKeepMine()
  const nameOf = useColumnNames()
  const arrange = (next: readonly string[]): void => keepMine({ columns: [...next] })
  return {
    add: (key: string) => {
      if (!kept.includes(key) && kept.length < columnsMax) arrange([...kept, key])
    },
    remove: (column: ShownColumn) => {
      const name = nameOf(column).name
      arrange(kept.filter((one) => one !== column.key))
      showToast({ id: 'columns', text: t`Removed from your columns: ${name}`, undo: () => arrange(kept) })
    },
    moveTo: (key: string, to: number) => {
      const next = moveColumn(kept, { column: key, to })
      if (next.join() === kept.join()) return
      arrange(next)
      const column = columns.find((one) => one.key === key)
      const name = column ? nameOf(column).name : ''
      const place = next.indexOf(key) + 1
      const count = next.length
      announce(t`${name} is column ${place} of ${count}`)
    },
  }
}
