import { useLingui } from '@lingui/react/macro'
import { List } from 'lucide-react'
import { type DragEvent, memo, Suspense, useRef, useState } from 'react'
import { useAsk } from '#web/api.ts'
import { useCommands } from '#web/commands.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { Hint, Trouble } from '#web/screens/inbox/list.tsx'
import { useToastsHere } from '#web/screens/inbox/toasts-here.ts'
import { isForList } from '#web/screens/inbox/use-inbox-keys.ts'
import { AddColumn } from './add-column.tsx'
import { Column } from './column.tsx'
import type { ShownColumn } from './columns-shown.ts'
import { useColumnNames } from './use-column-names.ts'
import { type Columns, useColumns } from './use-columns.ts'
import { useKeepMine } from './use-keep-mine.ts'

const SelectionBar = lazyPart(() =>
  withWordsBeside(import('#web/screens/inbox/selection-bar.tsx')).then((file) => file.SelectionBar),
)

/** Views side by side, each a list of its own. Only this strip scrolls sideways. */
export const ColumnsPane = memo(function ColumnsPane() {
  const { t } = useLingui()
  const inbox = useInbox()
  const columns = useColumns()
  const pane = useToastsHere(false)
  const keepMine = useKeepMine()
  const toList = () => keepMine({ layout: 'list' })
  useColumnCommands({ columns, toList })
  return (
    <section ref={pane} aria-label={t`Columns`} className="relative flex min-h-0 min-w-0 flex-col bg-canvas">
      <header className="flex min-h-[54px] shrink-0 items-center gap-1.5 border-b border-line px-4">
        <h1 className="display min-w-0 flex-1 truncate text-title">{t`Columns`}</h1>
        <AddColumn columns={columns} />
        <IconBtn label={t`Show as a list`} command="layout" onClick={toList}>
          <List size={16} />
        </IconBtn>
      </header>
      <Strip columns={columns} />
      <Trouble />
      {inbox.selected.size > 0 ? (
        <Suspense fallback={<Footer />}>
          <SelectionBar />
        </Suspense>
      ) : (
        <Footer />
      )}
    </section>
  )
})

function Strip({ columns: given }: { columns: Columns }) {
  const { columns, activeKey, kept } = given
  const nameOf = useColumnNames()
  const { error, refetch } = useAsk('GET /api/saved-views')
  const saved = { error, retry: () => void refetch() }
  const { drag, start, over, drop, end } = useDrag(given)
  return (
    <div
      data-strip
      className="thin-scroll flex min-h-0 flex-1 snap-x snap-proximity overflow-x-auto overflow-y-hidden overscroll-x-contain"
    >
      {columns.map((column) => (
        <Column
          key={column.key}
          column={column}
          name={nameOf(column)}
          isActive={column.key === activeKey}
          isFirst={kept[0] === column.key}
          isLast={kept.at(-1) === column.key}
          mark={drag?.over === column.key ? drag.side : undefined}
          onMove={(by) => given.moveTo(column.key, kept.indexOf(column.key) + by)}
          onRemove={() => given.remove(column)}
          onKeep={mayKeep(column, given) ? () => given.add(column.key) : undefined}
          saved={saved}
          onDragStart={(event) => start(event, column.key)}
          onDragOver={(event) => over(event, column)}
          onDrop={drop}
          onDragEnd={end}
        />
      ))}
    </div>
  )
}

/** What is narrowed without a name of its own cannot be kept: save it as a view first. */
function mayKeep({ key, isKept }: ShownColumn, { isFull }: Columns): boolean {
  return !isKept && !isFull && !key.startsWith('guest:')
}

type Drag = { key: string; over: string; side: 'before' | 'after' }

/** By hand; the menu of each column and two keys do the same. */
function useDrag({ kept, moveTo }: Columns) {
  const [drag, setDrag] = useState<Drag>()
  const held = useRef<string>(undefined)
  const end = () => {
    held.current = undefined
    setDrag(undefined)
  }
  return {
    drag,
    start: (event: DragEvent<HTMLElement>, key: string) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', key)
      held.current = key
    },
    over: (event: DragEvent<HTMLElement>, { key: onto, isKept }: ShownColumn) => {
      const key = held.current
      if (key === undefined || !isKept) return
      event.preventDefault()
      if (key === onto) return setDrag(undefined)
      const side = kept.indexOf(key) < kept.indexOf(onto) ? 'after' : 'before'
      if (drag?.over !== onto || drag.side !== side) setDrag({ key, over: onto, side })
    },
    drop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault()
      if (drag) moveTo(drag.key, kept.indexOf(drag.over))
      end()
    },
    end,
  }
}

function useColumnCommands({ columns: given, toList }: { columns: Columns; toList: () => void }) {
  const { columns, activeKey, kept } = given
  const active = columns.find(({ key }) => key === activeKey)
  const move = (by: 1 | -1) => () => active && given.moveTo(active.key, kept.indexOf(active.key) + by)
  const isKept = () => active?.isKept ?? false
  useCommands([
    { id: 'layout', run: toList },
    { id: 'columnLeft', run: () => given.go(-1), isFixedHere: isForList },
    { id: 'columnRight', run: () => given.go(1), isFixedHere: isForList },
    { id: 'moveColumnLeft', when: isKept, run: move(-1) },
    { id: 'moveColumnRight', when: isKept, run: move(1) },
    { id: 'addColumn', when: () => !given.isFull, run: () => document.querySelector<HTMLElement>(addButton)?.click() },
    { id: 'removeColumn', when: () => active !== undefined, run: () => active && given.remove(active) },
  ])
}
const addButton = '[data-add-column]'

function Footer() {
  const { t } = useLingui()
  const { me } = useInbox()
  return (
    <p className="flex h-9 shrink-0 items-center gap-2.5 overflow-hidden border-t border-line px-4 text-meta whitespace-nowrap text-ink-3 touch:hidden">
      <Hint of={['columnLeft', 'columnRight']}>{t`column`}</Hint>
      <Hint of={['next', 'previous']}>{t`next`}</Hint>
      {me.canWrite && (
        <>
          <Hint of={['done']}>{t`done`}</Hint>
          <Hint of={['handOver']}>{t`hand over`}</Hint>
          <Hint of={['wait']}>{t`wait`}</Hint>
        </>
      )}
      <Hint of={['keys']} />
    </p>
  )
}
