import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useDeferredValue, useId, useState } from 'react'
import type { TopicView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { QueryBox } from './query-box.tsx'
import { QueryFindings } from './query-findings.tsx'
import { useQueryCheck } from './use-query-check.ts'
import { useLegalBases, usePurposes } from './why-words.ts'

type Values = { name: string; query: string; departmentId: string; purpose: string; legalBasis: string }

/** A topic as a search one can read: at the left what is asked, at the right what that would have found. */
export function TopicEditor({ topic, onClose }: { topic: TopicView | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const [values, setValues] = useState<Values>({
    name: topic?.name ?? '',
    query: topic?.query ?? '',
    departmentId: topic?.department?.id ?? '',
    purpose: topic?.purpose ?? 'customer_care',
    legalBasis: topic?.legalBasis ?? 'legitimate_interest',
  })
  const set = (part: Partial<Values>) => setValues((now) => ({ ...now, ...part }))
  const check = useQueryCheck(useDeferredValue(values.query))
  const save = useSaveTopic(topic, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run(values)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={topic ? t`Change this topic` : t`A new topic`}
      footer={
        <>
          <Btn
            kind="primary"
            type="submit"
            form={formId}
            isBusy={save.isBusy}
            disabled={check.data?.isValid === false || !values.query.trim() || !values.name.trim()}
          >
            {topic ? t`Save` : t`Listen for this`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-6 pt-2 md:grid-cols-2">
        <form id={formId} onSubmit={submit} className="space-y-4">
          <Field label={t`Name`} help={t`How colleagues recognise it: “Luggage at Schiphol”.`}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                value={values.name}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
            )}
          </Field>
          <QueryBox query={values.query} check={check.data} onChange={(query) => set({ query })} />
          <WhyFields values={values} onChange={set} />
          {save.error ? <FormError>{save.words}</FormError> : null}
        </form>
        <QueryFindings query={values.query} check={check} />
      </div>
    </Dialog>
  )
}

/** For whom, and why we may: asked once, kept with the topic. */
function WhyFields({ values, onChange }: { values: Values; onChange: (part: Partial<Values>) => void }) {
  const { t } = useLingui()
  const departments = useAsk('GET /api/departments').data ?? []
  const purposes = usePurposes()
  const legalBases = useLegalBases()
  return (
    <>
      <Field label={t`For which department`} help={t`New conversations start there, without an owner.`}>
        {(control) => (
          <Select
            {...control}
            value={values.departmentId}
            onChange={(event) => onChange({ departmentId: event.currentTarget.value })}
            choices={[
              { value: '', label: t`None: for everybody` },
              ...departments.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Why we listen`}>
          {(control) => (
            <Select
              {...control}
              value={values.purpose}
              onChange={(event) => onChange({ purpose: event.currentTarget.value })}
              choices={purposes}
            />
          )}
        </Field>
        <Field label={t`Legal ground`}>
          {(control) => (
            <Select
              {...control}
              value={values.legalBasis}
              onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
              choices={legalBases}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function useSaveTopic(topic: TopicView | undefined, onDone: () => void) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const add = useChange('POST /api/topics', { refresh: ['GET /api/topics'] })
  const change = useChange('PATCH /api/topics/{id}', { refresh: ['GET /api/topics'] })
  const error = add.error ?? change.error
  return {
    isBusy: add.isPending || change.isPending,
    error,
    words: error ? wordsOf(error) : '',
    run: (values: Values) => {
      const body = {
        name: values.name,
        query: values.query,
        departmentId: values.departmentId || null,
        purpose: values.purpose as 'customer_care',
        legalBasis: values.legalBasis as 'legitimate_interest',
      }
      const done = () => {
        showToast({ text: topic ? t`Saved: ${values.name}` : t`Listening for ${values.name} from now on` })
        onDone()
      }
      if (topic) change.mutate({ params: { id: topic.id }, body }, { onSuccess: done })
      else add.mutate({ body }, { onSuccess: done })
    },
  }
}
