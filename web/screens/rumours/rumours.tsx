import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ListedRumourView } from '#api/contract/rumour-shapes.ts'
import { useAsk } from '#web/api.ts'
import { btnClass, Chip } from '#web/parts/bits.tsx'
import { BarStrip } from '#web/parts/charts/bar-strip.tsx'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { truthTone, truthWords } from './rumour-words.ts'
import { useDayNames } from './use-day-names.ts'

/** What is told about us, the most told today first. */
export function RumoursScreen() {
  const { t } = useLingui()
  useTitle(t`Rumours`)
  const may = useMay()
  const { data, error, isPending, refetch } = useAsk('GET /api/rumours')
  const watched = data?.filter(({ state }) => state === 'watched') ?? []
  const closed = data?.filter(({ state }) => state === 'closed') ?? []
  const mayWrite = may('rumour.write')
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[920px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="display text-[24px] leading-[30px]">{t`Rumours`}</h1>
            <p className="mt-1 max-w-[62ch] text-body text-pretty text-ink-2">
              {t`What is told about you, whether it is so, and what you answer. Whoever answers a message that repeats one is offered that answer.`}
            </p>
          </div>
          {mayWrite && data && (
            <Link to="/crisis/rumours/$rumour" params={{ rumour: 'new' }} className={btnClass('primary')}>
              <Plus size={15} />
              {t`New rumour`}
            </Link>
          )}
        </div>
        <div className="mt-5 space-y-6">
          {!mayWrite && <NotAllowed>{t`You can look at these. Your role does not write them.`}</NotAllowed>}
          {isPending && <SkeletonRows label={t`The rumours are on their way`} count={3} />}
          {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
          {data?.length === 0 && (
            <EmptyState
              hasArt
              title={t`No rumours`}
              text={t`When a story goes around, write down how it is told and what you know of it. From then on each message that repeats it is found.`}
            />
          )}
          {watched.length > 0 && <List title={t`We listen for these`} rumours={watched} />}
          {closed.length > 0 && <List title={t`Closed`} rumours={closed} />}
        </div>
      </div>
    </div>
  )
}

function List({ title, rumours }: { title: string; rumours: readonly ListedRumourView[] }) {
  return (
    <section>
      <h2 className="mb-2 text-meta font-semibold text-ink-3">{title}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-pane">
        {rumours.map((one) => (
          <li key={one.id}>
            <Row rumour={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ rumour }: { rumour: ListedRumourView }) {
  const { t, i18n } = useLingui()
  const names = useDayNames(rumour.days.length)
  const { told, toldToday, authors, toJudge, days } = rumour
  const counts = [
    plural(told, { one: '# message', other: '# messages' }),
    plural(authors, { one: 'by one person', other: 'by # people' }),
    plural(toldToday, { 0: 'none in 24 hours', one: 'one in 24 hours', other: '# in 24 hours' }),
  ].join(', ')
  return (
    <Link
      to="/crisis/rumours/$rumour"
      params={{ rumour: rumour.id }}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 -outline-offset-2 hover:bg-sunken"
    >
      <span className="min-w-0 flex-1 basis-72">
        <span className="block text-body font-semibold break-words">{rumour.title}</span>
        <span className="num block text-meta text-ink-3">{counts}</span>
      </span>
      <BarStrip
        className="shrink-0"
        values={days}
        labels={days.map((count, at) => `${names[at] ?? ''}: ${count}`)}
        sentence={t`Messages a day in the last two weeks, ${days.at(-1) ?? 0} in the last 24 hours`}
      />
      <span className="flex flex-wrap gap-1.5">
        <Chip tone={truthTone[rumour.truth]}>{i18n._(truthWords[rumour.truth])}</Chip>
        {toJudge > 0 && <Chip tone="marker">{t`${toJudge} to judge`}</Chip>}
        {rumour.answer === 'none' && <Chip tone="warn">{t`No answer yet`}</Chip>}
        {rumour.answer === 'waits' && <Chip tone="warn">{t`Answer waits for approval`}</Chip>}
      </span>
    </Link>
  )
}
