import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Mail, Plus } from 'lucide-react'
import type { Answer } from '#api/contract/contract.ts'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useSpanWords } from '#web/screens/reputation/span-words.ts'
import { useMay } from '#web/session.ts'
import { useLetterWords } from './letter-words.ts'
import { ReportsBack } from './reports-back.tsx'

type Listed = Answer<'GET /api/saved-reports'>['reports'][number]

/** The reports that were put together here. */
export function ReportsScreen() {
  const { t } = useLingui()
  useTitle(t`Reports`)
  const mayWrite = useMay()('report.write')
  const { data, error, refetch } = useAsk('GET /api/saved-reports')
  const add = mayWrite && (
    <Link to="/reports/new" className={btnClass('primary')}>
      <Plus size={15} />
      {t`New report`}
    </Link>
  )
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[920px] px-4 pt-4 pb-16 md:px-8 md:pt-5">
        <ReportsBack to="/reputation" />
        <div className="mt-1 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="display text-[24px] leading-[30px]">{t`Reports`}</h1>
            <p className="mt-1 max-w-[62ch] text-body text-pretty text-ink-2">
              {t`Figures you look at again: the parts you chose, with your own words. Each is counted when it is read, printed or sent.`}
            </p>
          </div>
          {data && data.reports.length > 0 && add}
        </div>
        <div className="mt-5">
          {!data && !error && <SkeletonRows label={t`The reports are on their way`} count={3} />}
          {!data && error && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
          {data?.reports.length === 0 && (
            <EmptyState
              hasArt
              title={t`No reports yet`}
              text={t`Put one together once. From then on it shows the figures of now, and can leave by e-mail by itself.`}
              action={add}
            />
          )}
          {data && data.reports.length > 0 && (
            <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-pane">
              {data.reports.map((one) => (
                <li key={one.id}>
                  <Row report={one} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

function Row({ report: { id, name, span, by, letters } }: { report: Listed }) {
  const { t } = useLingui()
  const spanWords = useSpanWords()
  const letterWords = useLetterWords()
  return (
    <Link
      to="/reports/$report"
      params={{ report: id }}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken"
    >
      <span className="min-w-0 flex-1 basis-72">
        <span className="block text-body font-semibold break-words">{name}</span>
        <span className="num block text-meta text-ink-3">
          {spanWords(span)} · {by ? t`by ${by.name}` : t`by somebody who left`}
        </span>
      </span>
      <span className="num inline-flex items-center gap-1.5 text-meta text-ink-2">
        {letters ? (
          <>
            <Mail size={13} aria-hidden="true" />
            {t`Leaves ${letterWords(letters)}`}
          </>
        ) : (
          <span className="text-ink-3">{t`Does not leave by itself`}</span>
        )}
      </span>
    </Link>
  )
}
