import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ArrowUp } from 'lucide-react'
import { memo, type ReactNode, Suspense } from 'react'
import { useAsk } from '#web/api.ts'
import { type CommandId, useKeysOf } from '#web/commands.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Keys, KeyWords } from '#web/parts/keys.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { withWords, withWordsBeside } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { views } from '#web/shell/views.ts'
import { filterCount } from './filters.ts'
import { useInbox } from './inbox-context.ts'
import { ListFilters } from './list-filters.tsx'
import { ListRows } from './list-rows.tsx'
import { NoRoomForColumns, ToColumns } from './to-columns.tsx'
import { useToastsHere } from './toasts-here.ts'
import { columnsFit, useMedia } from './use-media.ts'

const ListEmpty = lazyPart(() => withWordsBeside(import('./list-empty.tsx')).then((file) => file.ListEmpty))
const SourceTrouble = lazyPart(() => withWordsBeside(import('./source-trouble.tsx')).then((file) => file.SourceTrouble))
const SelectionBar = lazyPart(() => withWordsBeside(import('./selection-bar.tsx')).then((file) => file.SelectionBar))

const PracticeCards = lazyPart(() =>
  withWords(import('#web/screens/inbox/practice/practice-cards.tsx')).then((file) => file.PracticeCards),
)

/** What waits to be decided, the most pressing first. */
export const ListPane = memo(function ListPane({ className }: { className?: string }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const { list } = inbox
  const hasRoom = useMedia(columnsFit)
  const wantsColumns = useSession().user?.layout === 'columns'
  const pane = useToastsHere(inbox.current !== undefined)
  return (
    <section
      ref={pane}
      aria-label={t`Conversations`}
      data-inbox-list
      className={clsx('relative flex min-h-0 min-w-0 flex-col bg-canvas', className)}
    >
      <ListHeader />
      <Suspense>{inbox.me.isPracticing && <PracticeCards />}</Suspense>
      {wantsColumns && !hasRoom && <NoRoomForColumns />}
      {list.status === 'loading' && <SkeletonRows count={7} label={t`The conversations are on their way`} />}
      {list.status === 'failed' && <FailedState error={list.error} retry={list.retry} />}
      {list.status === 'ready' &&
        (list.items.length > 0 ? (
          <ListRows />
        ) : (
          <Suspense>
            <ListEmpty />
          </Suspense>
        ))}
      <Trouble />
      {inbox.selected.size > 0 ? (
        <Suspense fallback={<ListFooter />}>
          <SelectionBar />
        </Suspense>
      ) : (
        list.items.length > 0 && <ListFooter />
      )}
    </section>
  )
})

const troubles = ['failing', 'reconnect', 'refused', 'behind']

/** Nothing is fetched for a house in which all goes well. */
export function Trouble() {
  const on = (useAsk('GET /api/sources').data ?? []).filter((source) => source.health !== 'paused')
  const troubled = on.filter((source) => troubles.includes(source.health))
  if (troubled.length === 0) return null
  return (
    <Suspense>
      <SourceTrouble troubled={troubled} count={on.length} />
    </Suspense>
  )
}

function ListHeader() {
  const { t } = useLingui()
  const inbox = useInbox()
  const title = useViewTitle()
  const count = useViewCount()
  const isFiltered = filterCount(inbox.search) > 0
  const hasRoom = useMedia(columnsFit)
  return (
    <header className="px-4 pt-3.5 pb-2.5 max-md:pt-4">
      <div className="flex min-h-8 items-center gap-1">
        <h1 className="display truncate text-title">{title}</h1>
        {count !== undefined && !isFiltered && (
          <span className="num mt-0.5 ml-1 text-ui text-ink-3">
            {count}
            <span className="sr-only">{t`conversations`}</span>
          </span>
        )}
        <span className="flex-1" />
        {inbox.list.newsCount > 0 && <News />}
        {hasRoom && !inbox.me.isPracticing && <ToColumns />}
      </div>
      <ListFilters />
    </header>
  )
}

function useViewTitle(): string {
  const { i18n, t } = useLingui()
  const { ask } = useInbox()
  const departments = useAsk('GET /api/departments', undefined, { enabled: ask.departmentId !== undefined }).data
  if (ask.view === 'all' && ask.departmentId)
    return departments?.find((one) => one.id === ask.departmentId)?.name ?? t`Department`
  const view = views.find((one) => one.view === ask.view)
  return view ? i18n._(view.label) : ''
}

function useViewCount(): number | undefined {
  const { ask } = useInbox()
  const counts = useAsk('GET /api/views').data
  if (!counts || ask.view === 'done') return undefined
  return counts[ask.view]
}

/** News waits here until it is wanted: nothing moves under the reader's hand, not even to make room for this. */
export function News({ hasKey = true }: { hasKey?: boolean }) {
  const { t } = useLingui()
  const { list } = useInbox()
  const count = list.newsCount
  return (
    <button
      type="button"
      onClick={list.takeIn}
      className="num -my-1 inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full bg-ink pr-3 pl-2.5 text-ui font-semibold text-on-ink hover:bg-ink-2 touch:h-11"
    >
      <span className="size-2 rounded-full bg-marker" />
      {t`${count} new`}
      <ArrowUp size={13} />
      {hasKey && <KeyWords of="takeIn" className="font-bold opacity-80" />}
    </button>
  )
}

function ListFooter() {
  const { t } = useLingui()
  const { me } = useInbox()
  return (
    <p className="flex h-9 shrink-0 items-center gap-2.5 overflow-hidden border-t border-line px-4 text-meta whitespace-nowrap text-ink-3 max-md:hidden touch:hidden">
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

/** A command without a key has nothing to teach here. */
export function Hint({ of, children }: { of: readonly [CommandId, CommandId?]; children?: ReactNode }) {
  const [id, other] = of
  if (useKeysOf(id).length === 0) return null
  return (
    <span className="inline-flex items-center gap-1">
      <Keys of={id} />
      {other && <Keys of={other} />}
      {children}
    </span>
  )
}
