import { useLingui } from '@lingui/react/macro'
import { spanDaysChoices } from '#domain/saved-report.ts'
import { useAsk } from '#web/api.ts'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { useNetworkName } from '#web/parts/network.tsx'
import { useSpanWords } from '#web/screens/reputation/span-words.ts'
import { tones } from '#web/screens/reputation/use-report.ts'
import { type ReportDraft, spanOf } from './report-draft.ts'
import { useToneNames } from './tone-names.ts'

type Props = { draft: ReportDraft; onChange: (part: Partial<ReportDraft>) => void }

/** Of when a report is, held against when, and of what. */
export function OfFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const toneNames = useToneNames()
  const networkName = useNetworkName()
  const departments = useAsk('GET /api/departments').data ?? []
  const listened = (useAsk('GET /api/sources').data ?? []).map(({ connector }) => connector)
  const networks = [...new Set([...listened, ...(draft.network ? [draft.network] : [])])]
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PeriodFields draft={draft} onChange={onChange} />
      <Field label={t`Held against`}>
        {(control) => (
          <Select
            {...control}
            value={draft.against}
            onChange={({ currentTarget: { value } }) => onChange({ against: value === 'year' ? 'year' : 'before' })}
            choices={[
              { value: 'before', label: t`the time before` },
              { value: 'year', label: t`a year earlier` },
            ]}
          />
        )}
      </Field>
      <Field label={t`Network`}>
        {(control) => (
          <Select
            {...control}
            value={draft.network ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ network: value || null })}
            choices={[
              { value: '', label: t`All networks` },
              ...networks.map((id) => ({ value: id, label: networkName(id) })),
            ]}
          />
        )}
      </Field>
      {(departments.length > 0 || draft.departmentId) && (
        <Field label={t`Department`}>
          {(control) => (
            <Select
              {...control}
              value={draft.departmentId ?? ''}
              onChange={({ currentTarget: { value } }) => onChange({ departmentId: value || null })}
              choices={[
                { value: '', label: t`All departments` },
                ...departments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      )}
      <Field label={t`Tone of what was said`}>
        {(control) => (
          <Select
            {...control}
            value={draft.tone ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ tone: value || null })}
            choices={[
              { value: '', label: t`All tones` },
              ...tones.map((one) => ({ value: one, label: toneNames[one] })),
            ]}
          />
        )}
      </Field>
    </div>
  )
}

function PeriodFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const spanWords = useSpanWords()
  const { period, from, to } = draft
  const named = [...spanDaysChoices.map(String), 'week', 'month']
  const periods = [...named, ...(named.includes(period) || period === 'fixed' ? [] : [period])]
  return (
    <div className="space-y-2">
      <Field
        label={t`Period`}
        help={period === 'week' ? t`Monday to Sunday.` : period === 'fixed' ? t`Always these days.` : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={period}
            onChange={({ currentTarget: { value } }) => onChange({ period: value })}
            choices={[
              ...periods.map((one) => ({ value: one, label: spanWords(spanOf({ ...draft, period: one })) })),
              { value: 'fixed', label: t`Fixed days` },
            ]}
          />
        )}
      </Field>
      {period === 'fixed' && (
        <div className="grid grid-cols-2 gap-2">
          <Input
            type="date"
            aria-label={t`From`}
            required
            max={to}
            value={from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <Input
            type="date"
            aria-label={t`To and including`}
            required
            min={from}
            value={to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  )
}
