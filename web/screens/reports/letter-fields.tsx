import { useLingui } from '@lingui/react/macro'
import { monthDayMax, shareDaysChoices } from '#domain/saved-report.ts'
import { Field, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useWeekdays } from '#web/screens/settings/day-name.ts'
import { dayIn, type LetterDraft } from './letter-draft.ts'

type Props = { draft: LetterDraft; onChange: (part: Partial<LetterDraft>) => void }

const langs = ['nl', 'en'] as const

/** For whom a letter is and what comes with it, and when it leaves by itself. */
export function LetterFields({ draft, onChange, canPdf }: Props & { canPdf: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const linkDays = [...new Set<number>([...shareDaysChoices, draft.linkDays])].toSorted((a, b) => a - b)
  return (
    <div className="space-y-4">
      <Field label={t`Addresses, one a line`}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            autoCapitalize="none"
            spellCheck={false}
            value={draft.addresses}
            onChange={(event) => onChange({ addresses: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Language of the letter`}>
          {(control) => (
            <Select
              {...control}
              value={draft.lang}
              onChange={({ currentTarget: { value } }) => onChange({ lang: value === 'nl' ? 'nl' : 'en' })}
              choices={langs.map((one) => ({ value: one, label: fmt.language(one) }))}
            />
          )}
        </Field>
        <Field label={t`Its link works for`}>
          {(control) => (
            <Select
              {...control}
              value={String(draft.linkDays)}
              onChange={({ currentTarget: { value } }) => onChange({ linkDays: Number(value) })}
              choices={linkDays.map((one) => ({ value: String(one), label: one === 1 ? t`1 day` : t`${one} days` }))}
            />
          )}
        </Field>
      </div>
      <Switch
        label={t`With the report as PDF`}
        help={
          canPdf
            ? undefined
            : t`No Chromium was found on this server: until there is one, a letter has its link and no PDF.`
        }
        isOn={draft.hasPdf}
        onChange={(hasPdf) => onChange({ hasPdf })}
      />
      <Switch
        label={t`Leaves by itself`}
        help={draft.isOn ? undefined : t`Off: it leaves only when somebody sends it.`}
        isOn={draft.isOn}
        onChange={(isOn) => onChange({ isOn })}
      />
      {draft.isOn && <RhythmFields draft={draft} onChange={onChange} />}
    </div>
  )
}

function RhythmFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const weekdays = useWeekdays()
  const { rhythm, onDay, hour } = draft
  const days =
    rhythm === 'week'
      ? weekdays.map((label, at) => ({ value: String(at + 1), label }))
      : Array.from({ length: monthDayMax }, (_, at) => ({ value: String(at + 1), label: t`day ${at + 1}` }))
  return (
    <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-2">
      <Select
        aria-label={t`How often`}
        value={rhythm}
        onChange={({ currentTarget: { value } }) => {
          const next = value === 'month' ? 'month' : 'week'
          onChange({ rhythm: next, onDay: dayIn(next, onDay) })
        }}
        choices={[
          { value: 'week', label: t`Each week` },
          { value: 'month', label: t`Each month` },
        ]}
      />
      <Select
        aria-label={t`On which day`}
        value={String(onDay)}
        onChange={({ currentTarget: { value } }) => onChange({ onDay: Number(value) })}
        choices={days}
      />
      <Input
        type="time"
        aria-label={t`At what time`}
        required
        value={hour}
        onChange={(event) => onChange({ hour: event.currentTarget.value || hour })}
      />
    </div>
  )
}
