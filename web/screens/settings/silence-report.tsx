import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SilenceReportView } from '#api/contract/silence-shapes.ts'
import { useAsk } from '#web/api.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard } from './page.tsx'

const dayMs = 86_400_000
const periods = [7, 30, 90, 365] as const

/** How often nobody answered, why, and what came of it. A table: its figures are few, and each is asked for by name. */
export function SilenceReport() {
  const { t } = useLingui()
  const [days, setDays] = useState<number>(30)
  const [until] = useState(() => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000))
  const from = new Date(until.getTime() - days * dayMs)
  const query = { from: from.toISOString(), until: until.toISOString() }
  const { data, error, refetch } = useAsk('GET /api/silences/report', { query })
  return (
    <SettingsCard title={t`Closed without an answer`}>
      <Field label={t`In the last`}>
        {(control) => (
          <Select
            {...control}
            value={String(days)}
            onChange={({ currentTarget: { value } }) => setDays(Number(value))}
            choices={periods.map((one) => ({ value: String(one), label: t`${one} days` }))}
          />
        )}
      </Field>
      {error && !data ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : data ? (
        <Figures report={data} />
      ) : (
        <SkeletonRows label={t`The figures are on their way`} />
      )}
    </SettingsCard>
  )
}

function Figures({ report }: { report: SilenceReportView }) {
  const { t } = useLingui()
  const { closed, answered, elsewhere, silent, reasons } = report
  const chosen = reasons.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  if (chosen.length === 0)
    return (
      <EmptyState
        title={t`Nothing was closed without an answer`}
        text={t`Closed in this time: ${closed}. Answered: ${answered}. Answered by another way: ${elsewhere}.`}
      />
    )
  return (
    <>
      <p className="num text-ui text-ink-2">
        {t`Closed: ${closed}. Answered: ${answered}. Answered by another way: ${elsewhere}. Deliberately no answer: ${silent}.`}
      </p>
      <table className="num w-full text-ui">
        <caption className="sr-only">{t`No answer, by reason`}</caption>
        <thead>
          <tr className="border-b border-line text-left text-meta text-ink-3">
            <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Reason`}</th>
            <th scope="col" className="px-2 py-1.5 text-right font-semibold">{t`Times`}</th>
            <th scope="col" className="py-1.5 pl-2 text-right font-semibold">{t`Of all closed`}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((one) => (
            <tr key={one.id} className="border-b border-line align-top last:border-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                <Link
                  to="/inbox/$view"
                  params={{ view: 'done' }}
                  search={{ silence: one.id }}
                  className="inline-flex min-h-6 items-center font-semibold underline-offset-2 hover:underline touch:min-h-11"
                >
                  {one.name}
                </Link>
                {one.isRetired && <span className="ml-1.5 text-ink-3">{t`not used any more`}</span>}
                <Since one={one} />
              </th>
              <td className="px-2 py-2 text-right">{one.count}</td>
              <td className="py-2 pl-2 text-right">{shareOf(one.count, closed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What came of them since; nothing is said of what did not happen. */
function Since({ one }: { one: SilenceReportView['reasons'][number] }) {
  const { t } = useLingui()
  const { byGrowth, byAuthor, byReview, byHand } = one
  const parts = [
    byGrowth > 0 && t`${byGrowth} spread`,
    byAuthor > 0 && t`${byAuthor} wrote again`,
    byReview > 0 && t`${byReview} looked at again`,
    byHand > 0 && t`${byHand} by hand`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const all = parts.join(', ')
  return <span className="block text-meta text-ink-3">{t`Opened again: ${all}`}</span>
}

function shareOf(count: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * count) / of)}%`
}
