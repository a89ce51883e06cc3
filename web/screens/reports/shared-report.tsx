import { useLingui } from '@lingui/react/macro'
import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { SharedReportView } from '#api/contract/saved-report-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { LangChoice } from '#web/parts/lang-choice.tsx'
import { Mark } from '#web/parts/logo.tsx'
import { NetworkNames } from '#web/parts/network.tsx'
import { OnPaper } from '#web/parts/paper.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTabTitle } from '#web/parts/title.ts'
import { type Lang, usePrefs } from '#web/prefs.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { ReportBody } from './report-body.tsx'
import { whenDrawn } from './when-drawn.ts'

/** A report for whoever has its link: nothing is asked but this, and nothing leads further. */
export function SharedReportScreen() {
  const { print, lang } = useSearch({ from: '/shared/report/$token' })
  if (!print) return <OnScreen />
  return (
    <OnPaper lang={lang}>
      <ForPrinter lang={lang} />
    </OnPaper>
  )
}

function useShared() {
  const { t } = useLingui()
  const { token } = useParams({ from: '/shared/report/$token' })
  const asked = useAsk(
    'GET /api/shared-reports/{token}',
    { params: { token } },
    { staleTime: Number.POSITIVE_INFINITY },
  )
  useTabTitle({ title: asked.data?.name ?? t`Report`, place: asked.data?.workspace })
  return asked
}

function OnScreen() {
  const { t } = useLingui()
  const { data, error, refetch } = useShared()
  return (
    <div className="min-h-dvh bg-canvas">
      <header className="bg-rail text-rail-ink">
        <div className="mx-auto flex max-w-[1000px] items-center gap-2.5 px-4 py-2.5 md:px-8">
          <Mark size={24} />
          <span className="display min-w-0 flex-1 truncate text-[16px]">{data?.workspace ?? 'Wederhoor'}</span>
          <LangChoice onDark />
        </div>
      </header>
      <main className="mx-auto max-w-[1000px] px-4 pt-5 pb-16 md:px-8">
        {data ? (
          <>
            <h1 className="display text-[26px] leading-[32px] text-balance break-words">{data.name}</h1>
            <p className="num mt-1 mb-3 text-ui text-ink-2">
              <Whose report={data} />
            </p>
            <Figures report={data} />
          </>
        ) : isGone(error) ? (
          <Gone />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
        ) : (
          <SkeletonRows label={t`The report is on its way`} count={5} />
        )}
      </main>
    </div>
  )
}

function isGone(error: unknown): boolean {
  return isProblem(error, 'not_found') || isProblem(error, 'bad_input') || isProblem(error, 'gone')
}

function Gone() {
  const { t } = useLingui()
  return (
    <EmptyState
      hasArt
      level={1}
      title={t`This link shows nothing any more`}
      text={t`It has expired, it was ended, or a letter of the address was lost. Ask whoever sent it to you for a new one.`}
    />
  )
}

function Whose({ report: { workspace, expiresAt } }: { report: SharedReportView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const until = fmt.whole(new Date(expiresAt))
  return t`A report of ${workspace}. This link shows it until ${until}.`
}

function Figures({ report }: { report: SharedReportView }) {
  const { reputation, effect, costs, happenings, networks } = report
  return (
    <NetworkNames value={new Map(networks.map(({ id, name }) => [id, name]))}>
      <ReportBody
        plan={report}
        figures={reputation}
        effect={given(effect)}
        costs={given(costs)}
        happenings={happenings}
      />
    </NetworkNames>
  )
}

/** What came with the report itself is neither on its way nor asked for again. */
function given<T>(data: T | null) {
  return { data: data ?? undefined, error: null, refetch: () => undefined }
}

/** For the browser that makes the PDF: it waits until the page says that it stands, or that it will not. */
function ForPrinter({ lang }: { lang: Lang | undefined }) {
  const { data, error } = useShared()
  const prefs = usePrefs()
  const isSpoken = lang === undefined || prefs.lang === lang
  useEffect(() => {
    if (error) tell('failed')
    if (data && isSpoken)
      void whenDrawn().then(
        () => tell('report'),
        () => tell('failed'),
      )
  }, [data, error, isSpoken])
  if (data)
    return (
      <PaperSheet name={data.name} says={data.workspace}>
        <Figures report={data} />
      </PaperSheet>
    )
  return <main className="p-6">{isGone(error) ? <Gone /> : error ? <FailedState error={error} /> : null}</main>
}

function tell(state: 'report' | 'failed'): void {
  document.documentElement.dataset.drawn = state
}
