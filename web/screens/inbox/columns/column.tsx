import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { type DragEvent, memo, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import type { ApiProblemError } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { type Inbox, InboxContext, useInbox } from '#web/screens/inbox/inbox-context.ts'
import { ListRows } from '#web/screens/inbox/list-rows.tsx'
import { useList } from '#web/screens/inbox/use-list.ts'
import { useSame, useSteady } from '#web/screens/inbox/use-steady.ts'
import { ColumnHeader, type HeaderProps } from './column-header.tsx'
import { placeOf } from './column-place.ts'
import type { ListColumn } from './columns-shown.ts'

const ListEmpty = lazyPart(() =>
  withWordsBeside(import('#web/screens/inbox/list-empty.tsx')).then((file) => file.ListEmpty),
)

export type ColumnProps = HeaderProps & {
  isActive: boolean
  /** Where what is dragged would come to stand. */
  mark: 'before' | 'after' | undefined
  onDragOver: (event: DragEvent<HTMLElement>) => void
  onDrop: (event: DragEvent<HTMLElement>) => void
  saved: { error: ApiProblemError | null; retry: () => void }
}

/** One view among others: its own list, its own news, its own way of failing. */
export const Column = memo(function Column(props: ColumnProps) {
  const { column } = props
  if ('question' in column) return <ColumnOfList {...props} column={column} />
  return (
    <Frame {...props}>
      <ColumnHeader {...props} />
      <Lacking {...props} />
    </Frame>
  )
})

function Frame({ column, name, isActive, mark, onDragOver, onDrop, children }: ColumnProps & { children: ReactNode }) {
  const section = useRef<HTMLElement>(null)
  const isOpen = useInbox().columns?.isOpen
  // Beside an open conversation there is less room than before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening moves it without changing it.
  useEffect(() => {
    if (isActive) section.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [isActive, isOpen])
  return (
    <section
      ref={section}
      aria-label={name.name}
      aria-current={isActive ? 'true' : undefined}
      data-inbox-list
      data-column={isActive ? 'active' : 'beside'}
      data-column-key={column.key}
      tabIndex={-1}
      onDragOver={onDragOver}
      onDrop={onDrop}
      className={clsx(
        'relative flex min-h-0 max-w-[440px] min-w-[320px] flex-[1_0_320px] snap-start flex-col border-r border-line',
        mark === 'before' && 'shadow-[inset_3px_0_0_var(--ink)]',
        mark === 'after' && 'shadow-[inset_-3px_0_0_var(--ink)]',
      )}
    >
      {children}
    </section>
  )
}

function ColumnOfList(props: ColumnProps & { column: ListColumn }) {
  const { t } = useLingui()
  const inbox = useColumnInbox(props)
  const { list } = inbox
  return (
    <InboxContext value={inbox}>
      <Frame {...props}>
        <ColumnHeader {...props} />
        {list.status === 'loading' && <SkeletonRows count={6} label={t`The conversations are on their way`} />}
        {list.status === 'failed' && <FailedState error={list.error} retry={list.retry} />}
        {list.status === 'ready' &&
          (list.items.length > 0 ? (
            <ListRows />
          ) : (
            <div className="thin-scroll flex min-h-0 flex-1 flex-col overflow-y-auto">
              <Suspense>
                <ListEmpty />
              </Suspense>
            </div>
          ))}
      </Frame>
    </InboxContext>
  )
}

/** The inbox as it is inside this column: its own list and question, and a card is current only where one is. */
function useColumnInbox({ column, isActive }: ColumnProps & { column: ListColumn }): Inbox {
  const inbox = useInbox()
  const { question } = column
  const list = useSame(useList(question))
  const place = useMemo(() => placeOf(question), [question])
  const router = useRouter()
  const searchStr = useMemo(
    () => router.buildLocation({ to: '/inbox/$view', params: { view: place.view }, search: place.search }).searchStr,
    [router, place],
  )
  const here = useMemo(() => ({ isActive, searchStr }), [isActive, searchStr])
  const open: Inbox['open'] = (row, options) => {
    // Only a press on the card itself is no quiet step: it opens what it shows.
    if (row && options?.replace === false) inbox.columns?.show()
    inbox.open(row, { place, ...options })
  }
  const setSearch: Inbox['setSearch'] = (search) => inbox.open(undefined, { place: { view: place.view, search } })
  return useSteady({
    ...inbox,
    ...place,
    ...{ ask: question, list, open, setSearch, column: here },
    current: isActive ? inbox.current : undefined,
    currentRow: isActive ? inbox.currentRow : undefined,
  })
}

/** A saved view of which there is only the name that is kept. */
function Lacking({ column, onRemove, saved }: ColumnProps) {
  const { t } = useLingui()
  const lacks = 'lacks' in column ? column.lacks : undefined
  if (lacks === 'failed') return <FailedState error={saved.error} retry={saved.retry} />
  if (lacks === 'loading') return <SkeletonRows count={6} label={t`The conversations are on their way`} />
  return (
    <EmptyState
      title={t`This view is gone`}
      text={t`Somebody removed it, or it is no longer for everybody. Nothing of its conversations was lost.`}
      action={<Btn onClick={onRemove}>{t`Remove the column`}</Btn>}
    />
  )
}
