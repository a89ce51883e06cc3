import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { reportDaysMax } from '#domain/saved-report.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FieldError, Input } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { type DaysProblem, daysProblem, searchOfSpan } from './report-span.ts'
import { useReport } from './use-report.ts'

type Draft = { from: string; to: string; isTried: boolean }

/** From which day to which. A year is typed figure by figure, so nothing is asked before both days are meant. */
export function ChosenDays() {
  const { t } = useLingui()
  const { query, change } = useReport()
  const wordsOf = useDaysProblemWords()
  const wordsId = useId()
  const { from, to } = query
  const of = `${from} ${to}`
  const [kept, setKept] = useState<Draft & { of: string }>()
  // What was typed counts for the days beside which it was typed: a step back in the browser is a step back here.
  const draft: Draft = kept?.of === of ? kept : { from, to, isTried: false }
  const put = (part: Partial<Draft>) => setKept({ ...draft, ...part, of })
  const problem = draft.isTried ? daysProblem(draft) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (daysProblem(draft)) put({ isTried: true })
    else change(searchOfSpan({ kind: 'fixed', from: draft.from, to: draft.to }))
  }
  const wrong = problem && { 'aria-invalid': true as const, 'aria-describedby': wordsId }
  return (
    <form
      noValidate
      data-chosen-days
      aria-label={t`Chosen days`}
      onSubmit={submit}
      className="flex w-full flex-wrap items-end gap-2"
    >
      <Field label={t`From`} className="w-40 max-lg:flex-1">
        {(control) => (
          <Input
            {...{ ...control, ...wrong }}
            type="date"
            value={draft.from}
            onChange={(event) => put({ from: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t`To and including`} className="w-40 max-lg:flex-1">
        {(control) => (
          <Input
            {...{ ...control, ...wrong }}
            type="date"
            value={draft.to}
            onChange={(event) => put({ to: event.currentTarget.value })}
          />
        )}
      </Field>
      <Btn type="submit" className="h-9 max-sm:w-full">{t`Show these days`}</Btn>
      {problem && (
        <div id={wordsId} className="w-full text-meta">
          <FieldError>{wordsOf(problem)}</FieldError>
        </div>
      )}
    </form>
  )
}

function useDaysProblemWords(): (problem: DaysProblem) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  return (problem) => {
    switch (problem.kind) {
      case 'missing':
        return t`Choose a first and a last day.`
      case 'order':
        return t`The last day must not come before the first.`
      case 'too many':
        return t`These are ${fmt.int(problem.days)} days, and a report is of ${reportDaysMax} at most.`
    }
  }
}
