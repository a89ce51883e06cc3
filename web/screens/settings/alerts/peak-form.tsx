import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { alertLimits as most } from '#domain/alert.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { localMinute } from '#web/screens/inbox/wait-times.ts'
import { PickedField } from '#web/screens/settings/picked-field.tsx'
import { useOnce } from '#web/use-once.ts'

const dayMs = 86_400_000

/** Its name, from when till when, about which searches, and how many times as many as usual if anybody knows. */
export function PeakForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const topics = useAsk('GET /api/topics').data ?? []
  const [name, setName] = useState('')
  const [from, setFrom] = useState(() => localMinute(tomorrowAt(9)))
  const [till, setTill] = useState(() => localMinute(tomorrowAt(18)))
  const [times, setTimes] = useState('')
  const [topicIds, setTopics] = useState<readonly string[]>([])
  const add = useOnce('POST /api/expected-peaks', ['GET /api/expected-peaks'])
  const lengthMs = Date.parse(till) - Date.parse(from)
  const isLong = lengthMs > most.peakDays * dayMs
  const problem = !(lengthMs > 0)
    ? t`It must end after it begins.`
    : isLong
      ? t`A peak lasts at most ${most.peakDays} days.`
      : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim() || problem || add.isPending) return
    const [startsAt, endsAt] = [new Date(from).toISOString(), new Date(till).toISOString()]
    const body = { name: name.trim(), startsAt, endsAt, topicIds: [...topicIds], times: times ? Number(times) : null }
    add.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <form data-peak-form onSubmit={submit} className="space-y-4 rounded-lg bg-sunken px-4 py-3">
      <Field label={t`What it is`}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            required
            maxLength={most.peakName}
            placeholder={t`Summer sale`}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`From`}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Till`} error={problem}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={till}
              onChange={(event) => setTill(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Times as many as usual`} isOptional help={t`Left empty: nobody knows.`}>
          {(control) => (
            <Input
              {...control}
              type="number"
              inputMode="decimal"
              min={1}
              max={most.peakTimesMax}
              step="any"
              value={times}
              onChange={(event) => setTimes(event.currentTarget.value)}
            />
          )}
        </Field>
        <PickedField
          label={t`About which searches`}
          anyLabel={t`Whatever is said of us`}
          choices={topics.map(({ id, name: label }) => ({ value: id, label }))}
          values={topicIds}
          onChange={(values) => setTopics(values.slice(0, most.topics))}
        />
      </div>
      {add.error && <FormError>{wordsOf(add.error)}</FormError>}
      <span className="flex flex-wrap gap-2">
        <Btn kind="primary" type="submit" isBusy={add.isPending} disabled={name.trim() === '' || Boolean(problem)}>
          {t`Expect it`}
        </Btn>
        <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
      </span>
    </form>
  )
}

function tomorrowAt(hour: number): Date {
  const at = new Date(Date.now() + dayMs)
  at.setHours(hour, 0, 0, 0)
  return at
}
