import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { type ApprovalRule, approvalNameMax } from '#domain/approval.ts'
import { noNames } from '#domain/policy-words.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { PickedField } from '#web/screens/settings/picked-field.tsx'
import { TestFields } from '#web/screens/settings/policy/test-fields.tsx'
import { ApproverFields } from './approver-fields.tsx'
import { lackOfRule } from './rule-draft.ts'
import type { Approving } from './use-approver-things.ts'
import { WriterFields } from './writer-fields.tsx'

type Props = {
  rule: ApprovalRule
  isNew: boolean
  things: Approving
  isBusy: boolean
  problem: string | undefined
  onSave: (rule: ApprovalRule) => void
  onRemove: () => void
  onClose: () => void
}

/** A rule on one screen: which answers, and who approves them. */
export function RuleEditor({ rule, isNew, things, isBusy, problem, onSave, onRemove, onClose }: Props) {
  const { t } = useLingui()
  const formId = useId()
  const [draft, setDraft] = useState(rule)
  const [isTried, setTried] = useState(false)
  const put = (change: Partial<ApprovalRule>) => setDraft({ ...draft, ...change })
  const lack = lackOfRule(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!lack && !isBusy) onSave(draft)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={isNew ? t`A new rule` : rule.name}
      footer={
        <>
          <Btn kind="primary" type="submit" form={formId} isBusy={isBusy}>
            {t`Save the rule`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
          <span className="flex-1" />
          {/* It can be taken back: nothing is asked first. */}
          {!isNew && (
            <Btn kind="danger" isBusy={isBusy} onClick={onRemove}>
              {t`Remove`}
            </Btn>
          )}
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-x-8 gap-y-6 pt-1 md:grid-cols-2">
        <div className="space-y-5">
          <Field
            label={t`Name`}
            error={isTried && lack === 'name' && t`Give it a name: whoever writes an answer reads it.`}
          >
            {(control) => (
              <Input
                {...control}
                required
                maxLength={approvalNameMax}
                value={draft.name}
                onChange={(event) => put({ name: event.currentTarget.value })}
              />
            )}
          </Field>
          <MessageFields draft={draft} things={things} onChange={put} />
          {isTried && lack === 'test' && <FormError>{t`Something that is asked has no value yet.`}</FormError>}
        </div>
        <div className="space-y-6">
          <WriterFields rule={draft} things={things} onChange={put} />
          <ApproverFields
            legend={t`Who approves`}
            approvers={draft.approvers}
            things={things}
            onChange={(approvers) => put({ approvers })}
          />
          {problem && <FormError>{problem}</FormError>}
        </div>
      </form>
    </Dialog>
  )
}

type FieldsProps = { draft: ApprovalRule; things: Approving; onChange: (change: Partial<ApprovalRule>) => void }

function MessageFields({ draft, things, onChange }: FieldsProps) {
  const { t, i18n } = useLingui()
  const names = useAsk('GET /api/policy').data?.names ?? noNames
  const accounts = useAsk('GET /api/accounts').data ?? []
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="mb-2 text-ui font-bold">{t`Which answers: all of this must hold`}</legend>
      <TestFields
        tests={draft.tests}
        lang={i18n.locale === 'nl' ? 'nl' : 'en'}
        names={names}
        mayBeEmpty
        onChange={(tests) => onChange({ tests })}
      />
      <PickedField
        label={t`In these departments`}
        anyLabel={t`any department`}
        choices={things.departments.map(({ id, name }) => ({ value: id, label: name }))}
        values={draft.departmentIds}
        onChange={(ids) => onChange({ departmentIds: [...ids] })}
      />
      <PickedField
        label={t`Sent as these accounts`}
        anyLabel={t`any account`}
        choices={accounts.map(({ id, handle }) => ({ value: id, label: `@${handle}` }))}
        values={draft.accountIds}
        onChange={(ids) => onChange({ accountIds: [...ids] })}
      />
    </fieldset>
  )
}
