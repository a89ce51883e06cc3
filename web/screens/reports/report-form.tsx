import { useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ReportPlanView } from '#api/contract/saved-report-shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { OfFields } from './of-fields.tsx'
import { PartFields } from './part-fields.tsx'
import { planOf, type ReportDraft } from './report-draft.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'

type Props = {
  initial: ReportDraft
  onSave: (plan: ReportPlanView) => void
  onCancel: () => void
  isBusy: boolean
  error: unknown
  /** It is kept: one may leave. */
  isSaved: boolean
  /** What stands in place of the refusal, where there is more to say of it. */
  trouble?: ((planNow: () => ReportPlanView) => ReactNode) | undefined
}

const nameMax = 120
const wordsMax = 4_000

/** What a report is called, what it is of, and which parts it has in whose words. */
export function ReportForm({ initial, onSave, onCancel, isBusy, error, isSaved, trouble }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [draft, setDraft] = useState(initial)
  const put = (part: Partial<ReportDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isEmpty = !draft.parts.some(({ isChosen }) => isChosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) onSave(planOf(draft))
  }
  return (
    <form
      aria-label={t`The report`}
      onSubmit={submit}
      className="space-y-5 rounded-xl border border-line bg-pane px-5 py-4 max-md:px-4"
    >
      <Field label={t`Name`}>
        {(control) => (
          <Input
            {...control}
            required
            dir="auto"
            maxLength={nameMax}
            value={draft.name}
            placeholder={t`Reputation, for the board`}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <OfFields draft={draft} onChange={put} />
      <Field
        label={t`Above the figures`}
        help={t`Your own words, in plain text. They stand there until you change them.`}
        isOptional
      >
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            maxLength={wordsMax}
            value={draft.lead}
            onChange={(event) => put({ lead: event.currentTarget.value })}
          />
        )}
      </Field>
      <PartFields parts={draft.parts} onChange={(parts) => put({ parts })} />
      {trouble ? trouble(() => planOf(draft)) : error ? <FormError>{wordsOf(error)}</FormError> : null}
      <div className="flex flex-wrap gap-2">
        <Btn kind="primary" type="submit" isBusy={isBusy} disabled={isEmpty}>
          {t`Save the report`}
        </Btn>
        <Btn onClick={onCancel}>{t`Cancel`}</Btn>
      </div>
      <UnsavedGuard isUnsaved={!isSaved && JSON.stringify(draft) !== JSON.stringify(initial)} />
    </form>
  )
}
