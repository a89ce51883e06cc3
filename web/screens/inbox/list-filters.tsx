import { useLingui } from '@lingui/react/macro'
import { ListFilter, Search, X } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useAsk } from '#web/api.ts'
import type { InboxSearch } from '#web/inbox-search.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { ChoiceChip, useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Keys } from '#web/parts/keys.tsx'
import { Menu } from '#web/parts/menu.tsx'
import { useNetworkName } from '#web/parts/network.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { type FilterName, filterCount, filterNames } from './filters.ts'
import { useInbox } from './inbox-context.ts'

const SaveViewButton = lazyPart(() => import('./save-view-button.tsx').then((file) => file.SaveViewButton))

let items: typeof import('./filter-items.tsx') | undefined
async function loadItems() {
  items ??= await withWordsBeside(import('./filter-items.tsx'))
}

/** What the view is narrowed by, each with a way to take it away; and the words that are looked for. */
export function ListFilters() {
  const { search, setSearch, ask } = useInbox()
  const sayOf = useFilterValue()
  const isDepartment = ask.view === 'all' && search.departmentId !== undefined
  const shown = filterNames.filter((name) => name !== 'q' && search[name] && !(name === 'departmentId' && isDepartment))
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
      <Menu load={loadItems} trigger={<FilterButton />}>
        {() => items && <items.FilterItems />}
      </Menu>
      <SearchField />
      {filterCount(search) + (ask.sort ? 1 : 0) > 0 && (
        <Suspense>
          <SaveViewButton />
        </Suspense>
      )}
      {ask.sort === 'urgent' && <OrderChip />}
      {shown.map((name) => {
        const value = sayOf(name, search)
        return <FilterChip key={name} value={value} onRemove={() => setSearch({ ...search, [name]: undefined })} />
      })}
    </div>
  )
}

function OrderChip() {
  const { t } = useLingui()
  const { search, setSearch } = useInbox()
  return (
    <ChoiceChip
      removeLabel={t`Back to the order of the promises`}
      onRemove={() => setSearch({ ...search, sort: undefined })}
    >
      {t`Most urgent first`}
    </ChoiceChip>
  )
}

function FilterChip({ value, onRemove }: { value: string; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <ChoiceChip removeLabel={t`Remove the filter ${value}`} onRemove={onRemove}>
      {value}
    </ChoiceChip>
  )
}

export function FilterButton(props: React.ComponentProps<'button'>) {
  const { t } = useLingui()
  return (
    <button
      type="button"
      {...props}
      data-inbox-filter
      className="inline-flex h-7 items-center gap-1.5 rounded-md border border-dashed border-control px-2 text-ui text-ink-2 hover:bg-sunken touch:h-11"
    >
      <ListFilter size={13} />
      {t`Filter`}
      <Keys of="filter" />
    </button>
  )
}

const typingPauseMs = 250

/** A field that is small until it is used. The address follows a moment after the last key. */
function SearchField() {
  const { t } = useLingui()
  const { search, setSearch } = useInbox()
  const [text, setText] = useState(search.q ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSearch({ ...search, q: next.trim() || undefined }), typingPauseMs)
  }
  return (
    <span className="group/search relative flex h-7 max-w-72 min-w-24 flex-1 items-center touch:h-11">
      <Search size={13} className="pointer-events-none absolute left-2 text-ink-3" />
      <input
        data-inbox-search
        type="search"
        aria-label={t`Search in this view`}
        placeholder={t`Find`}
        value={text}
        onChange={(event) => change(event.target.value)}
        className="h-full w-full rounded-md border border-transparent bg-transparent pr-7 pl-7 touch:pr-11 text-ui text-ink placeholder:text-ink-3 hover:border-line-strong focus:border-control focus:bg-raised touch:text-[16px] [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label={t`Clear the words`}
          onClick={() => change('')}
          className="absolute right-0.5 grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink touch:size-11"
        >
          <X size={12} />
        </button>
      ) : (
        <span className="pointer-events-none absolute right-1 group-focus-within/search:hidden">
          <Keys of="search" />
        </span>
      )}
    </span>
  )
}

export function useFilterValue(): (name: FilterName, search: InboxSearch) => string {
  const networkName = useNetworkName()
  const sentimentName = useSentimentName()
  const fmt = useFmt()
  const topics = useAsk('GET /api/topics').data
  const departments = useAsk('GET /api/departments').data
  const reasons = useSession().workspace?.silenceReasons
  return (name, search) => {
    const value = search[name] ?? ''
    switch (name) {
      case 'q':
        return value
      case 'network':
        return value.split(',').map(networkName).join(', ')
      case 'sentiment':
        return value
          .split(',')
          .map((one) => sentimentName(one as Parameters<typeof sentimentName>[0]) ?? one)
          .join(', ')
      case 'lang':
        return value.split(',').map(fmt.language).join(', ')
      case 'topicId':
        return topics?.find((topic) => topic.id === value)?.name ?? '…'
      case 'silence':
        return reasons?.find((reason) => reason.id === value)?.name ?? value
      case 'departmentId':
        return departments?.find((department) => department.id === value)?.name ?? '…'
    }
  }
}
