import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { PlaybookView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { ChipsInput, Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { StepFields } from './step-fields.tsx'

type Props = { playbook: PlaybookView; lang: InterfaceLanguage; mayWrite: boolean; onDone: () => void }
type Draft = Pick<PlaybookView, 'name' | 'steps' | 'notToSay'>

const refresh = ['GET /api/playbooks'] as const

/** One playbook: what it is called, its steps in their order, and what is not said meanwhile. */
export function PlaybookEditor({ playbook, lang, mayWrite, onDone }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [draft, setDraft] = useState<Draft>(playbook)
  const { save, reset, problem, isBusy } = useSavePlaybook(playbook, lang, onDone)
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const steps = draft.steps.filter(({ title }) => title.trim() !== '')
  const isReady = draft.name.trim() !== '' && steps.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isBusy) save({ ...draft, steps })
  }
  return (
    <form aria-label={playbook.name} onSubmit={submit} className="space-y-4 rounded-lg bg-sunken p-4">
      <fieldset disabled={!mayWrite} className="min-w-0 space-y-4">
        <Field label={t`Name`}>
          {(control) => (
            <Input
              {...control}
              required
              autoFocus
              maxLength={most.title}
              value={draft.name}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <StepFields steps={draft.steps} onChange={(next) => put({ steps: next })} />
        <Field
          label={t`What we do not say`}
          help={t`These words stop an answer in the incident, until its lead changes them.`}
        >
          {(control) => (
            <ChipsInput
              control={control}
              values={draft.notToSay}
              onChange={(words) => put({ notToSay: [...words] })}
              countMax={most.words}
            />
          )}
        </Field>
      </fieldset>
      {problem && <FormError>{wordsOf(problem)}</FormError>}
      <div className="flex flex-wrap gap-2">
        {mayWrite && (
          <Btn kind="primary" type="submit" isBusy={isBusy} disabled={!isReady}>
            {t`Save the playbook`}
          </Btn>
        )}
        <Btn onClick={onDone}>{mayWrite ? t`Cancel` : t`Close`}</Btn>
        {mayWrite && playbook.isOurs && (
          <Btn kind="quiet" isBusy={isBusy} onClick={reset}>
            {t`Back to the starter`}
          </Btn>
        )}
      </div>
    </form>
  )
}

/** Saved at once; what was there before comes back with undo. */
function useSavePlaybook(playbook: PlaybookView, lang: InterfaceLanguage, onDone: () => void) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const write = useChange('PUT /api/playbooks/{key}', { refresh, isAtOnce: true })
  const drop = useChange('DELETE /api/playbooks/{key}', { refresh, isAtOnce: true })
  const { key, name, steps, notToSay, isOurs } = playbook
  const params = { key }
  const failed = (error: unknown) => void showToast({ tone: 'failed', text: wordsOf(error) })
  const putBack = () =>
    isOurs
      ? write.mutate({ params, body: { lang, name, steps, notToSay } }, { onError: failed })
      : drop.mutate({ params, query: { lang } }, { onError: failed })
  const done = (text: string) => {
    showToast({ text, undo: putBack })
    onDone()
  }
  return {
    problem: write.error ?? drop.error,
    isBusy: write.isPending || drop.isPending,
    save: (draft: Draft) => {
      const body = { lang, name: draft.name.trim(), steps: draft.steps, notToSay: draft.notToSay }
      write.mutate({ params, body }, { onSuccess: () => done(t`Saved: ${body.name}`) })
    },
    reset: () =>
      drop.mutate({ params, query: { lang } }, { onSuccess: () => done(t`The starter holds again: ${name}`) }),
  }
}
