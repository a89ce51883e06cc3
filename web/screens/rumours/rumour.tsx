import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { RumourView } from '#api/contract/rumour-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { BarChart } from '#web/parts/charts/bar-chart.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { RumourAnswer } from './rumour-answer.tsx'
import { RumourForm } from './rumour-form.tsx'
import { RumourMessages } from './rumour-messages.tsx'
import { truthTone, truthWords } from './rumour-words.ts'
import { useDayNames } from './use-day-names.ts'

/** One rumour: how far it went, what we answer, who tells it; or the form of a new one. */
export function RumourScreen() {
  const { rumour = 'new' } = useParams({ strict: false })
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[920px] px-4 pt-4 pb-16 md:px-8 md:pt-5">
        <Back />
        {rumour === 'new' ? <NewRumour /> : <Known id={rumour} />}
      </div>
    </div>
  )
}

function Back() {
  const { t } = useLingui()
  return (
    <Link
      to="/crisis/rumours"
      className="-ml-2 inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 hover:bg-sunken hover:text-ink touch:h-11"
    >
      <ArrowLeft size={15} />
      {t`All rumours`}
    </Link>
  )
}

function NewRumour() {
  const { t } = useLingui()
  useTitle(t`New rumour`)
  const navigate = useNavigate()
  return (
    <>
      <h1 className="display mt-2 mb-4 text-[24px] leading-[30px]">{t`New rumour`}</h1>
      <RumourForm
        rumour={undefined}
        onDone={(id) =>
          void navigate(id ? { to: '/crisis/rumours/$rumour', params: { rumour: id } } : { to: '/crisis/rumours' })
        }
      />
    </>
  )
}

function Known({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/rumours/{id}', { params: { id } })
  useTitle(data?.title ?? t`Rumour`)
  if (data) return <Opened rumour={data} />
  if (isProblem(error, 'not_found') || isProblem(error, 'bad_input'))
    return (
      <EmptyState
        level={1}
        title={t`This rumour is not here`}
        text={t`It was removed, or it belongs to another workspace.`}
      />
    )
  if (error) return <FailedState error={error} retry={() => void refetch()} />
  return (
    <div className="mt-4">
      <SkeletonRows label={t`The rumour is on its way`} count={4} />
    </div>
  )
}

function Opened({ rumour }: { rumour: RumourView }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const done = (id?: string) => {
    setChanging(false)
    if (!id) void navigate({ to: '/crisis/rumours' })
  }
  return (
    <>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="display text-[24px] leading-[30px] text-balance break-words">{rumour.title}</h1>
          <p className="mt-2 flex flex-wrap items-center gap-1.5">
            <Chip tone={truthTone[rumour.truth]}>{i18n._(truthWords[rumour.truth])}</Chip>
            {rumour.state === 'closed' && <Chip>{t`Closed`}</Chip>}
            <Progress rumour={rumour} />
          </p>
        </div>
        {may('rumour.write') && !isChanging && <Btn onClick={() => setChanging(true)}>{t`Change`}</Btn>}
      </div>
      <div className="mt-5 space-y-5">
        {isChanging ? <RumourForm rumour={rumour} onDone={done} /> : <Spread rumour={rumour} />}
        <RumourAnswer rumour={rumour} />
        <RumourMessages rumour={rumour} />
        {!isChanging && <Sources rumour={rumour} />}
      </div>
    </>
  )
}

const behindMs = 10 * 60_000

/** Until what was heard has been asked, its figures are not whole. */
function Progress({ rumour }: { rumour: RumourView }) {
  const { t } = useLingui()
  const [from, to] = [Date.parse(rumour.lookFrom), Date.parse(rumour.lookedTo)]
  const all = Date.now() - from
  if (rumour.state === 'closed' || Date.now() - to < behindMs || all <= 0) return null
  const share = Math.max(0, Math.min(99, Math.floor(((to - from) / all) * 100)))
  return (
    <span role="status" className="num text-meta text-ink-2">
      {t`Looking through the last thirty days: ${share}%`}
    </span>
  )
}

function Spread({ rumour }: { rumour: RumourView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const names = useDayNames(rumour.days.length)
  const { told, authors, denied, days } = rumour
  const sentence =
    told === 0
      ? t`Nobody was heard telling this.`
      : t`${plural(told, { one: '# message tells or asks it', other: '# messages tell or ask it' })}, ${plural(authors, { one: 'by one person', other: 'by # people' })}; ${plural(denied, { 0: 'nobody says it is not so', one: 'one says it is not so', other: '# say it is not so' })}.`
  return (
    <section aria-label={t`How far it went`} className="rounded-xl border border-line bg-pane px-5 py-4">
      {told === 0 ? (
        <p className="text-body font-semibold text-pretty">{sentence}</p>
      ) : (
        <BarChart
          title={t`Messages a day`}
          sentence={sentence}
          columns={[t`Day`, t`messages`]}
          points={days.map((value, at) => ({ label: names[at] ?? '', value }))}
          format={(value) => fmt.int(value)}
          note={t`What tells or asks it and was not deleted since, in each of the last fourteen times 24 hours.`}
          sampleCount={told}
        />
      )}
    </section>
  )
}

function Sources({ rumour }: { rumour: RumourView }) {
  const { t } = useLingui()
  if (rumour.sources.length === 0) return null
  return (
    <section aria-label={t`What we know it from`} className="rounded-xl border border-line bg-pane px-5 py-4">
      <h2 className="text-body font-bold">{t`What we know it from`}</h2>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-ui">
        {rumour.sources.map(({ text, url }) => (
          <li key={`${text} ${url}`} className="break-words">
            {url ? (
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-6 items-center text-sea hover:underline touch:min-h-11"
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
