import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { Select } from '#web/parts/field.tsx'
import { useNetworkName } from '#web/parts/network.tsx'
import { periods, tones, useReport } from './use-report.ts'

/** Of when, against when, and of what. */
export function ReportChoices({ isTopic }: { isTopic?: true }) {
  const { t } = useLingui()
  const { days, query, change } = useReport()
  const networkName = useNetworkName()
  const toneNames = {
    ...{ negative: t`negative`, neutral: t`neutral`, mixed: t`mixed`, positive: t`positive` },
    unsure: t`not assessed`,
  }
  const departments = useAsk('GET /api/departments').data ?? []
  const networks = [...new Set((useAsk('GET /api/sources').data ?? []).map(({ connector }) => connector))]
  return (
    <div className="grid grid-cols-[repeat(5,auto)] gap-2 max-xl:w-full max-xl:grid-cols-5 max-lg:grid-cols-2">
      <Select
        aria-label={t`Period`}
        value={String(days)}
        onChange={({ currentTarget: { value } }) => change({ days: Number(value) })}
        choices={periods.map((one) => ({ value: String(one), label: t`Last ${one} days` }))}
      />
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
          choices={[{ value: '', label: t`All tones` }, ...tones.map((one) => ({ value: one, label: toneNames[one] }))]}
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
  )
}
