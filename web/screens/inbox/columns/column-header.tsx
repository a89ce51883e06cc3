import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ArrowLeft, ArrowRight, MoreHorizontal, Pin, Users, X } from 'lucide-react'
import type { DragEvent } from 'react'
import { savedCountMost } from '#domain/saved-view.ts'
import { useAsk } from '#web/api.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Menu, MenuItem } from '#web/parts/menu.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { News } from '#web/screens/inbox/list.tsx'
import type { ShownColumn } from './columns-shown.ts'
import type { ColumnName } from './use-column-names.ts'

export type HeaderProps = {
  column: ShownColumn
  name: ColumnName
  isActive: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  /** Absent where it is kept already, or cannot be. */
  onKeep: (() => void) | undefined
  onDragStart: (event: DragEvent<HTMLElement>) => void
  onDragEnd: () => void
}

const countAgainMs = 60_000

/** What it shows, how much, what is new; and by hand where it stands. */
export function ColumnHeader(props: HeaderProps) {
  const { t } = useLingui()
  const { column, name, isActive, onKeep } = props
  const title = name.name
  const isGuest = !column.isKept
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a pointer's way; the menu and the keys have their own.
    <header
      draggable={column.isKept}
      onDragStart={props.onDragStart}
      onDragEnd={props.onDragEnd}
      className={clsx(
        'flex min-h-11 shrink-0 items-center gap-1.5 border-b border-line py-1.5 pr-1.5 pl-4',
        column.isKept && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <h2 className={clsx('truncate text-body', isActive ? 'font-bold' : 'font-semibold')} title={title}>
            {title}
          </h2>
          {'saved' in column && column.saved?.isShared && (
            <Users size={12} aria-label={t`for everybody`} className="shrink-0 text-ink-3" />
          )}
          <Count column={column} />
        </span>
        {name.narrowed && <span className="block truncate text-meta text-ink-3">{name.narrowed}</span>}
      </span>
      {'question' in column && <NewsHere isActive={isActive} />}
      {onKeep && (
        <IconBtn label={t`Keep this column`} onClick={onKeep}>
          <Pin size={15} />
        </IconBtn>
      )}
      {isGuest ? (
        <IconBtn label={t`Close this column`} onClick={props.onRemove}>
          <X size={15} />
        </IconBtn>
      ) : (
        <ColumnMenu {...props} />
      )}
      {isActive && <span aria-hidden="true" className="absolute top-0 left-0 h-[3px] w-full bg-marker" />}
    </header>
  )
}

function ColumnMenu({ name, isFirst, isLast, isActive, onMove, onRemove }: HeaderProps) {
  const { t } = useLingui()
  const title = name.name
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t`Column ${title}`}
          className="inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink touch:size-11"
        >
          <MoreHorizontal size={16} />
        </button>
      }
    >
      <MenuItem
        icon={ArrowLeft}
        command={isActive ? 'moveColumnLeft' : undefined}
        disabled={isFirst}
        onSelect={() => onMove(-1)}
      >
        {t`Move left`}
      </MenuItem>
      <MenuItem
        icon={ArrowRight}
        command={isActive ? 'moveColumnRight' : undefined}
        disabled={isLast}
        onSelect={() => onMove(1)}
      >
        {t`Move right`}
      </MenuItem>
      <MenuItem icon={X} onSelect={onRemove}>
        {t`Remove the column`}
      </MenuItem>
    </Menu>
  )
}

/** Its key is about the column one is in. */
function NewsHere({ isActive }: { isActive: boolean }) {
  const { list } = useInbox()
  return list.newsCount > 0 ? <News hasKey={isActive} /> : null
}

function Count({ column }: { column: ShownColumn }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const saved = 'saved' in column ? column.saved : undefined
  const counts = useAsk('GET /api/views').data
  const savedCounts = useAsk('GET /api/saved-views/counts', undefined, {
    enabled: saved !== undefined,
    refetchInterval: countAgainMs,
  }).data
  const count = saved ? savedCounts?.[saved.id] : countOf(column, counts)
  if (count === undefined) return null
  return (
    <span className="num shrink-0 text-ui text-ink-3">
      {count > savedCountMost && saved ? `${fmt.int(savedCountMost)}+` : fmt.int(count)}
      <span className="sr-only">{t`conversations`}</span>
    </span>
  )
}

type Counts = Record<string, unknown> & { departments: Readonly<Record<string, number>> }

function countOf(column: ShownColumn, counts: Counts | undefined): number | undefined {
  if (!('question' in column) || !counts) return undefined
  const { view, departmentId, ...narrowed } = column.question
  if (Object.keys(narrowed).length > 0 || view === 'done') return undefined
  if (departmentId !== undefined) return view === 'all' ? (counts.departments[departmentId] ?? 0) : undefined
  const count = counts[view]
  return typeof count === 'number' ? count : undefined
}
