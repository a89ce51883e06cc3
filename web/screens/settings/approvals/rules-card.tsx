import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { type ApprovalRule, approvalRulesMax } from '#domain/approval.ts'
import { newKey } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Switch } from '#web/parts/field.tsx'
import { announce } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { emptyRule, movedRule, withRule } from './rule-draft.ts'
import { RuleRow } from './rule-row.tsx'
import { StarterRules } from './starter-rules.tsx'
import type { Approving } from './use-approver-things.ts'
import { type Approvals, useSaveApprovals } from './use-save-approvals.ts'

const RuleEditor = lazyPart(() => import('./rule-editor.tsx').then((file) => file.RuleEditor))

type Props = { approvals: Approvals; things: Approving; mayChange: boolean }

/** Which answers need approval, in the order in which it is asked; and whether the policy has a say. */
export function RulesCard({ approvals, things, mayChange }: Props) {
  const { t } = useLingui()
  const { rules, heedsPolicy } = approvals.settings
  const { savePart, isBusy, problem } = useSaveApprovals(approvals)
  const [edited, setEdited] = useState<ApprovalRule>()
  const list = useRef<HTMLOListElement>(null)
  const move = useMove({ rules, list, onMoved: (moved) => savePart({ rules: moved }) })
  const put = (rule: ApprovalRule, onSaved?: () => void) => savePart({ rules: withRule(rules, rule) }, { onSaved })
  return (
    <SettingsCard
      title={t`Rules`}
      says={t`Asked from the top down about each answer. The first that fits says who approves; where none does, the policy is asked.`}
    >
      {rules.length === 0 ? (
        <StarterRules onChoose={mayChange ? setEdited : undefined} />
      ) : (
        <ol ref={list} aria-label={t`Rules`} className="divide-y divide-line rounded-lg border border-line">
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={at + 1}
              count={rules.length}
              things={things}
              mayChange={mayChange}
              isBusy={isBusy}
              onMove={(by) => move(rule, by)}
              onTurn={(isOn) => put({ ...rule, isOn })}
              onEdit={() => setEdited(rule)}
            />
          ))}
        </ol>
      )}
      {mayChange && (
        <Btn kind="primary" disabled={rules.length >= approvalRulesMax} onClick={() => setEdited(emptyRule(newKey()))}>
          <Plus size={14} />
          {t`New rule`}
        </Btn>
      )}
      <fieldset disabled={!mayChange} className="min-w-0">
        <Switch
          label={t`The response policy has a say`}
          help={t`Where its advice says that a colleague or a lead approves, that holds when no rule fits.`}
          isOn={heedsPolicy}
          disabled={isBusy}
          onChange={(isOn) => savePart({ heedsPolicy: isOn })}
        />
      </fieldset>
      <Suspense>
        {edited && (
          <RuleEditor
            rule={edited}
            isNew={rules.every(({ id }) => id !== edited.id)}
            things={things}
            isBusy={isBusy}
            problem={problem}
            onSave={(rule) => put(rule, () => setEdited(undefined))}
            onRemove={() =>
              savePart(
                { rules: rules.filter(({ id }) => id !== edited.id) },
                { says: t`Removed: ${edited.name}`, onSaved: () => setEdited(undefined) },
              )
            }
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </SettingsCard>
  )
}

type Moving = {
  rules: readonly ApprovalRule[]
  list: { current: HTMLOListElement | null }
  onMoved: (rules: ApprovalRule[]) => void
}

/** The focus stays with the rule that moves. */
function useMove({ rules, list, onMoved }: Moving) {
  const { t } = useLingui()
  const [focused, setFocused] = useState<{ id: string; by: 1 | -1 }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for again when the order is another one.
  useEffect(() => {
    if (!focused) return
    const button = (by: number) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${focused.id} ${by}"]:enabled`)
    // At the end of the list there is no further: the other way has the focus then.
    const target = button(focused.by) ?? button(-focused.by)
    target?.focus()
  }, [focused, list, rules])
  return ({ id, name }: ApprovalRule, by: 1 | -1) => {
    const moved = movedRule(rules, id, by)
    if (!moved) return
    setFocused({ id, by })
    const place = moved.findIndex((one) => one.id === id) + 1
    announce(t`${name} is asked as number ${place} of ${plural(moved.length, { one: '# rule', other: '# rules' })}.`)
    onMoved(moved)
  }
}
