import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { doesSomething, type RoutingRuleInput } from '#domain/routing.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useQueryCheck } from '#web/screens/listen/use-query-check.ts'
import { ActionFields } from './action-fields.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { draftOf, ruleOf } from './rule-draft.ts'
import { TrialPanel } from './trial-panel.tsx'

export type EditedRule = { id: string | null; version: number | null; rule: RoutingRuleInput }

/** A rule on one screen: when, then, and what it would have done. */
export function RuleEditor({ edited, onClose }: { edited: EditedRule; onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const [draft, setDraft] = useState(() => draftOf(edited.rule))
  const [isRemoving, setRemoving] = useState(false)
  const check = useQueryCheck(draft.conditions.query ?? '')
  const rule = ruleOf(draft)
  const hasQuery = rule.conditions.query !== null
  const known = hasQuery && check.data?.asked === draft.conditions.query ? check.data : undefined
  const isWrong = known !== undefined && !known.isValid
  const does = doesSomething(rule.actions)
  const save = useSaveRule(edited, onClose)
  const oldName = edited.rule.name
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={edited.id === null ? t`A new rule` : oldName}
      footer={
        <>
          <Btn
            kind="primary"
            type="submit"
            form={formId}
            isBusy={save.isBusy}
            disabled={rule.name === '' || !does || isWrong}
          >
            {t`Save the rule`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
          <span className="flex-1" />
          {edited.id !== null && <Btn kind="danger" onClick={() => setRemoving(true)}>{t`Remove…`}</Btn>}
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-6 pt-1 md:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <form
          id={formId}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            save.save(rule)
          }}
          className="space-y-6"
        >
          <Field label={t`Name`}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={80}
                value={draft.name}
                onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
              />
            )}
          </Field>
          <ConditionFields draft={draft} check={hasQuery ? check.data : undefined} onChange={setDraft} />
          <ActionFields actions={draft.actions} onChange={(actions) => setDraft({ ...draft, actions })} />
          {!does && (
            <p className="text-ui text-ink-3">{t`Choose what the rule does: a department, a colleague, or how urgent it is.`}</p>
          )}
          {save.problem && <FormError>{save.problem}</FormError>}
        </form>
        <TrialPanel id={edited.id} rule={rule} isReady={does && !isWrong} />
      </div>
      {edited.id !== null && (
        <Removing
          id={edited.id}
          name={oldName}
          isOpen={isRemoving}
          onClose={() => setRemoving(false)}
          onGone={onClose}
        />
      )}
    </Dialog>
  )
}

function useSaveRule({ id, version }: EditedRule, onSaved: () => void) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const refresh = ['GET /api/routing'] as const
  const add = useChange('POST /api/routing/rules', { refresh })
  const change = useChange('PUT /api/routing/rules/{id}', { refresh })
  const save = (rule: RoutingRuleInput) => {
    const onSuccess = () => {
      showToast({ text: t`Saved: ${rule.name}. It counts from the next message on.` })
      onSaved()
    }
    if (id === null) add.mutate({ body: rule }, { onSuccess })
    else change.mutate({ params: { id }, body: { ...rule, version: version ?? undefined } }, { onSuccess })
  }
  const error = add.error ?? change.error
  return { save, isBusy: add.isPending || change.isPending, problem: error ? wordsOf(error) : undefined }
}

type RemovingProps = { id: string; name: string; isOpen: boolean; onClose: () => void; onGone: () => void }

function Removing({ id, name, isOpen, onClose, onGone }: RemovingProps) {
  const { t } = useLingui()
  const remove = useChange('DELETE /api/routing/rules/{id}', { refresh: ['GET /api/routing'] })
  return (
    <RemoveDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Remove ${name}?`}
      says={t`What it placed stays where it is, and histories keep its name.`}
      doLabel={t`Remove the rule`}
      error={remove.error}
      isBusy={remove.isPending}
      onRemove={() => remove.mutate({ params: { id } }, { onSuccess: onGone })}
    />
  )
}
