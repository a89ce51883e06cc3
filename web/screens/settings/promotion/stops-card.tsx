import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  type GateRuleId,
  gateRuleIds,
  overrideRoles,
  type PromotionSettings,
} from '#domain/promotion/promotion-settings.ts'
import { Field, Select, Switch } from '#web/parts/field.tsx'
import { useGateRuleName } from '#web/screens/inbox/promotion/gate-words.ts'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useRoleName } from '#web/screens/settings/role-words.ts'
import { useSavePromotion } from './use-save-promotion.ts'

/** Whether there is a gate, what it stops, and who may go around it. */
export function StopsCard({ settings }: { settings: PromotionSettings }) {
  const { t } = useLingui()
  const ruleName = useGateRuleName()
  const roleName = useRoleName()
  const [isOn, setOn] = useState(settings.isOn)
  const [off, setOff] = useState<readonly GateRuleId[]>(settings.off)
  const [overrideFrom, setOverrideFrom] = useState(settings.overrideFrom)
  const { savePart, isBusy, problem } = useSavePromotion(settings)
  const toggle = (rule: GateRuleId) => setOff(off.includes(rule) ? off.filter((one) => one !== rule) : [...off, rule])
  const isOther =
    isOn !== settings.isOn ||
    overrideFrom !== settings.overrideFrom ||
    [...off].sort().join() !== [...settings.off].sort().join()
  return (
    <SettingsCard
      title={t`What is stopped`}
      isMain
      saveLabel={t`Save what is stopped`}
      isChanged={isOther}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ isOn, off: [...off], overrideFrom })}
    >
      <Switch
        label={t`Look at every answer before it leaves`}
        help={t`While it is off nothing is stopped; how much promotes is counted all the same.`}
        isOn={isOn}
        onChange={setOn}
      />
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {gateRuleIds.map((rule) => (
          <li key={rule}>
            <label className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
              <input
                type="checkbox"
                checked={!off.includes(rule)}
                onChange={() => toggle(rule)}
                className="size-4 accent-ink touch:size-5"
              />
              {ruleName(rule)}
            </label>
          </li>
        ))}
      </ul>
      <Field
        label={t`Who may send it all the same`}
        help={t`With a reason, which stands beside the answer. Whoever did it stands in the record.`}
        className="max-w-80"
      >
        {(control) => (
          <Select
            {...control}
            value={overrideFrom}
            onChange={({ currentTarget: { value } }) =>
              setOverrideFrom(overrideRoles.find((role) => role === value) ?? 'lead')
            }
            choices={overrideRoles.map((role) => ({ value: role, label: t`from ${roleName(role)} on` }))}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
