import { useLingui } from '@lingui/react/macro'
import { type ReportSpan, spanDaysChoices } from '#domain/saved-report.ts'
import { useAsk } from '#web/api.ts'
import { Select } from '#web/parts/field.tsx'
import { useNetworkName } from '#web/parts/network.tsx'
import { ChosenDays } from './chosen-days.tsx'
import { searchOfSpan } from './report-span.ts'
import { useSpanWords } from './span-words.ts'
import { tones, useReport } from './use-report.ts'

/** Of when, against when, and of what. */
export function ReportChoices({ isTopic }: { isTopic?: true }) {
  const { t } = useLingui()
  const { span, query, change } = useReport()
  const networkName = useNetworkName()
  const toneNames = {
    ...{ negative: t`negative`, neutral: t`neutral`, mixed: t`mixed`, positive: t`positive` },
    unsure: t`not assessed`,
  }
  const departments = useAsk('GET /api/departments').data ?? []
  const networks = [...new Set((useAsk('GET /api/sources').data ?? []).map(({ connector }) => connector))]
  return (
    <>
      <div
        className={`grid grid-cols-[repeat(5,auto)] gap-2 max-xl:w-full max-lg:grid-cols-2 ${isTopic ? 'max-xl:grid-cols-2' : 'max-xl:grid-cols-3'}`}
      >
        <PeriodSelect />
        <Select
          aria-label={t`Against`}
          value={query.against ?? 'before'}
          onChange={({ currentTarget: { value } }) => change({ against: value === 'year' ? 'year' : undefined })}
          choices={[
            { value: 'before', label: t`against the time before` },
            { value: 'year', label: t`against a year earlier` },
          ]}
        />
        <Select
          aria-label={t`Network`}
          value={query.network ?? ''}
          onChange={({ currentTarget: { value } }) => change({ network: value || undefined })}
          choices={[
            { value: '', label: t`All networks` },
            ...networks.map((id) => ({ value: id, label: networkName(id) })),
          ]}
        />
        {!isTopic && (
          <Select
            aria-label={t`Tone`}
            value={query.tone ?? ''}
            onChange={({ currentTarget: { value } }) => change({ tone: value || undefined })}
            choices={[
              { value: '', label: t`All tones` },
              ...tones.map((one) => ({ value: one, label: toneNames[one] })),
            ]}
          />
        )}
        {departments.length > 0 && (
          <Select
            aria-label={t`Department`}
            className="xl:max-w-48"
            value={query.departmentId ?? ''}
            onChange={({ currentTarget: { value } }) => change({ departmentId: value || undefined })}
            choices={[
              { value: '', label: t`All departments` },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
      {span.kind === 'fixed' && <ChosenDays />}
    </>
  )
}

function PeriodSelect() {
  const { t } = useLingui()
  const spanWords = useSpanWords()
  const { span, query, change } = useReport()
  // Whoever wants to choose days begins with those that stand there.
  const chosen = { kind: 'fixed', from: query.from, to: query.to } as const
  const spans: readonly ReportSpan[] = [
    ...spanDaysChoices.map((days) => ({ kind: 'days', days }) as const),
    ...[{ kind: 'week' } as const, { kind: 'month' } as const, chosen],
  ]
  const nameOf = (one: ReportSpan) => (one.kind === 'days' ? String(one.days) : one.kind)
  const wordsOf = (one: ReportSpan) => {
    if (one.kind !== 'fixed') return spanWords(one)
    return span.kind === 'fixed' ? t`Chosen days` : t`Choose days…`
  }
  return (
    <Select
      aria-label={t`Period`}
      value={nameOf(span)}
      onChange={({ currentTarget: { value } }) =>
        change(searchOfSpan(spans.find((one) => nameOf(one) === value) ?? chosen))
      }
      choices={spans.map((one) => ({ value: nameOf(one), label: wordsOf(one) }))}
    />
  )
}
