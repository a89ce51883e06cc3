import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { type HoursProblem, isDate, type OpeningHours, ownDaysMax } from '#domain/opening-hours.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { inputClass, Select } from '#web/parts/field.tsx'
import { useDayName } from './day-name.ts'
import { ownDaysOf, withOpenDay, withOwnDay, withoutOwnDay } from './hours-draft.ts'
import { RangeFields } from './range-fields.tsx'

type Props = {
  hours: OpeningHours
  onChange: (hours: OpeningHours) => void
  problemAt: (at: NonNullable<Extract<HoursProblem, { at: unknown }>['at']>) => string | undefined
}

/** Days that are otherwise than the week and the holidays say: closed, or open at times of their own. */
export function OwnDays({ hours, onChange, problemAt }: Props) {
  const { t } = useLingui()
  const nameOf = useDayName()
  const days = ownDaysOf(hours)
  return (
    <fieldset>
      <legend className="text-ui font-semibold">{t`Days of your own`}</legend>
      <p className="mt-0.5 text-meta text-ink-3">{t`A day off for all, or a Saturday on which you work. They count more than the week and the holidays.`}</p>
      {days.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {days.map(({ date, ranges }) => {
            const name = nameOf(date)
            const remove = (
              <IconBtn label={t`Remove ${name}`} onClick={() => onChange(withoutOwnDay(hours, date))}>
                <X size={15} />
              </IconBtn>
            )
            return (
              <li key={date}>
                {ranges ? (
                  <RangeFields
                    name={name}
                    ranges={ranges}
                    onChange={(next) => onChange(withOpenDay(hours, date, next))}
                    problem={problemAt(date)}
                    mustBeOpen
                    action={remove}
                  />
                ) : (
                  <ClosedDay name={name}>{remove}</ClosedDay>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {days.length < ownDaysMax && <NewDay onAdd={(date, kind) => onChange(withOwnDay(hours, date, kind))} />}
    </fieldset>
  )
}

function ClosedDay({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useLingui()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <span className="text-ui font-semibold first-letter:uppercase">{name}</span>
      <span className="row-start-2 text-ui text-ink-3 sm:row-start-1 sm:col-start-2">{t`Closed`}</span>
      <span className="col-start-2 row-start-1 sm:col-start-3 [fieldset:disabled_&]:hidden">{children}</span>
    </div>
  )
}

function NewDay({ onAdd }: { onAdd: (date: string, kind: 'closed' | 'open') => void }) {
  const { t } = useLingui()
  const id = useId()
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<'closed' | 'open'>('closed')
  const add = () => {
    if (!isDate(date)) return
    onAdd(date, kind)
    setDate('')
  }
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2 [fieldset:disabled_&]:hidden">
      <div className="min-w-0 flex-1 basis-40 sm:max-w-48">
        <label htmlFor={id} className="mb-1 block text-ui font-semibold">{t`Another day`}</label>
        <input
          id={id}
          type="date"
          value={date}
          min="2000-01-01"
          max="2099-12-31"
          onChange={(event) => setDate(event.currentTarget.value)}
          // Enter adds the day; it does not save the card.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          className={inputClass}
        />
      </div>
      <Select
        aria-label={t`What this day is`}
        className="basis-32 sm:max-w-40"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value === 'open' ? 'open' : 'closed')}
        choices={[
          { value: 'closed', label: t`Closed` },
          { value: 'open', label: t`Open` },
        ]}
      />
      <Btn className="h-9!" disabled={!isDate(date)} onClick={add}>{t`Add the day`}</Btn>
    </div>
  )
}
