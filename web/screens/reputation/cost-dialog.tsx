import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { CostReportView } from '#api/contract/report-cost-routes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

/** What an hour and a month of each source cost. What is left empty is not counted. */
export function CostDialog({ report, onClose }: { report: CostReportView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { settings, sources } = report
  const [currency, setCurrency] = useState(settings.currency)
  const [hour, setHour] = useState(settings.hourCost === null ? '' : String(settings.hourCost))
  const [months, setMonths] = useState<Record<string, string>>(
    Object.fromEntries(Object.entries(settings.sourceCosts).map(([id, cost]) => [id, String(cost)])),
  )
  const save = useChange('PUT /api/reports/costs', { refresh: ['GET /api/reports/costs'] })
  const sourceCosts = Object.fromEntries(
    Object.entries(months).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, Number(text)]])),
  )
  const submit = () =>
    save.mutate(
      {
        body: {
          ...{ currency: currency.trim().toUpperCase(), sourceCosts },
          hourCost: hour.trim() === '' ? null : Number(hour),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <Dialog isOpen onClose={onClose} title={t`What it costs`}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="text-ui text-pretty text-ink-2">{t`It is divided by what was answered and heard. Everybody here can read it. Leave empty what you do not want to count.`}</p>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t`An hour of a colleague`}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min="0"
                step="any"
                value={hour}
                onChange={(event) => setHour(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t`Currency`}>
            {(control) => (
              <Input
                {...control}
                value={currency}
                maxLength={3}
                onChange={(event) => setCurrency(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        {sources.map(({ id, name }) => (
          <Field key={id} label={t`${name}, a month`}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min="0"
                step="any"
                value={months[id] ?? ''}
                onChange={(event) => setMonths({ ...months, [id]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {save.error && <FormError>{wordsOf(save.error)}</FormError>}
        <Btn kind="primary" type="submit" isBusy={save.isPending}>
          {t`Save what it costs`}
        </Btn>
      </form>
    </Dialog>
  )
}
