import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { Bar, EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { SearchForm } from './search-form.tsx'

/** A new search: what to listen for, and beside it what that would have found. */
export function NewSearchScreen() {
  const { t } = useLingui()
  const may = useMay()
  useTitle(t`New search`)
  return (
    <SearchFrame>
      {may('topic.create') ? (
        <SearchForm topic={undefined} />
      ) : (
        <NotAllowed>{t`What we listen for is chosen by a lead or an administrator. You can look around meanwhile.`}</NotAllowed>
      )}
    </SearchFrame>
  )
}

/** A search as it stands, to read or to change. */
export function SearchScreen() {
  const { t } = useLingui()
  const { search } = useParams({ from: '/shell/listen/$search' })
  const topics = useAsk('GET /api/topics')
  const topic = topics.data?.find((one) => one.id === search)
  useTitle(topic?.name ?? t`Search`)
  return (
    <SearchFrame>
      {topics.isPending && <LoadingSearch />}
      {topics.error && !topics.data && (
        <FailedState error={topics.error} retry={() => void topics.refetch()} className="mx-0!" />
      )}
      {topics.data && !topic && (
        <EmptyState
          level={1}
          title={t`This search is not here`}
          text={t`It was removed, or it belongs to another workspace. What it heard stays in the inbox.`}
          action={
            <Link to="/listen" className={btnClass('primary')}>
              {t`To Listening`}
            </Link>
          }
        />
      )}
      {topic && <SearchForm key={`${topic.id} ${topic.query} ${topic.name}`} topic={topic} />}
    </SearchFrame>
  )
}

function SearchFrame({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1240px] px-4 pt-3 pb-16 md:px-8 md:pt-5">
        <Link
          to="/listen"
          className="-ml-1.5 inline-flex h-8 items-center gap-1 rounded-md px-1.5 text-ui font-semibold text-ink-3 hover:text-ink touch:h-11"
        >
          <ChevronLeft size={15} aria-hidden="true" />
          {t`Listening`}
        </Link>
        {children}
      </div>
    </div>
  )
}

function LoadingSearch() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The search is on its way`} className="mt-3 grid gap-8 xl:grid-cols-[6fr_5fr]">
      <div className="space-y-4">
        <Bar width={40} className="h-7!" />
        <Bar width={90} className="h-5!" />
        <Bar width={70} className="h-5!" />
      </div>
      <SkeletonRows label={t`Looking`} />
    </div>
  )
}
