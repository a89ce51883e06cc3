import { useLingui } from '@lingui/react/macro'
import type { HolidayPlace } from '#domain/opening-hours.ts'
import { useAsk } from '#web/api.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Bar, FailedState } from '#web/parts/states.tsx'
import { useDayName } from './day-name.ts'

type Props = { place: HolidayPlace | null; onChange: (place: HolidayPlace | null) => void }

/** Whose public holidays close, and which of them come. */
export function HolidayFields({ place, onChange }: Props) {
  const { t } = useLingui()
  const { locale } = useFmt()
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const asked = place ? { query: { country: place.country, region: place.region ?? undefined } } : undefined
  const holidays = useAsk('GET /api/holidays', asked, { placeholderData: (before) => before })
  const { countries = [], regions = [] } = holidays.data ?? {}
  const known = place && !countries.includes(place.country) ? [...countries, place.country] : countries
  const choices = known
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t`Closed on the public holidays of`}
          help={t`As the law has them. What you do otherwise goes below, as a day of your own.`}
        >
          {(control) => (
            <Select
              {...control}
              value={place?.country ?? ''}
              onChange={(event) => {
                const country = event.currentTarget.value
                onChange(country ? { country, region: null } : null)
              }}
              choices={[{ value: '', label: t`Nowhere: holidays are days like others` }, ...choices]}
            />
          )}
        </Field>
        {place && regions.length > 0 && (
          <Field label={t`Part of the country`}>
            {(control) => (
              <Select
                {...control}
                value={place.region ?? ''}
                onChange={(event) => onChange({ ...place, region: event.currentTarget.value || null })}
                choices={[
                  { value: '', label: t`Only nationwide ones` },
                  ...regions.map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
            )}
          </Field>
        )}
      </div>
      {holidays.error && !holidays.data && (
        <FailedState error={holidays.error} retry={() => void holidays.refetch()} className="mx-0!" />
      )}
      {place && holidays.isPending && <Waiting />}
      {place && holidays.data && !holidays.isPlaceholderData && <Coming days={holidays.data.days} />}
    </div>
  )
}

function Waiting() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The holidays are on their way`} className="grid gap-2 sm:grid-cols-2">
      {[64, 52, 70, 58].map((width) => (
        <Bar key={width} width={width} />
      ))}
    </div>
  )
}

function Coming({ days }: { days: readonly { date: string; name: { en: string; nl: string } }[] }) {
  const { t } = useLingui()
  const { lang } = useFmt()
  const nameOf = useDayName()
  if (days.length === 0)
    return <p className="text-ui text-ink-3">{t`No public holidays are known here for the coming year.`}</p>
  return (
    <div>
      <h3 className="text-ui font-semibold">{t`Those of the coming year`}</h3>
      <ul className="mt-1 grid gap-x-6 gap-y-0.5 text-ui sm:grid-cols-2">
        {days.map(({ date, name }) => (
          <li key={`${date} ${name.en}`} className="flex gap-3">
            <span className="num w-28 shrink-0 text-ink-3">{nameOf(date)}</span>
            <span className="min-w-0 break-words">{name[lang]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
