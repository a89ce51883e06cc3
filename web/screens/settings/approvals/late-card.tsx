import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field, Select } from '#web/parts/field.tsx'
import { useLasting } from '#web/parts/lasting.ts'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { ApproverFields } from './approver-fields.tsx'
import { areSameApprovers, isNobody } from './rule-draft.ts'
import type { Approving } from './use-approver-things.ts'
import { type Approvals, useSaveApprovals } from './use-save-approvals.ts'

const offered = [5, 10, 15, 30, 60, 120, 240, 480, 1440]

/** Whom one turns to when nobody says anything: the promise runs on meanwhile. */
export function LateCard({ approvals, things }: { approvals: Approvals; things: Approving }) {
  const { t } = useLingui()
  const lasting = useLasting(false)
  const { lateMinutes, nextApprovers } = approvals.settings
  const [minutes, setMinutes] = useState(lateMinutes)
  const [next, setNext] = useState(nextApprovers)
  const { savePart, isBusy } = useSaveApprovals(approvals)
  const all = minutes === null ? offered : [...new Set([...offered, minutes])].toSorted((a, b) => a - b)
  return (
    <SettingsCard
      title={t`When nobody says anything`}
      says={t`Where all who may approve are away, the next in line are asked at once. They are never asked in place of the others, only beside them.`}
      saveLabel={t`Save who is next`}
      isChanged={!isNobody(next) && (minutes !== lateMinutes || !areSameApprovers(next, nextApprovers))}
      isBusy={isBusy}
      onSave={() => savePart({ lateMinutes: minutes, nextApprovers: next })}
    >
      <Field label={t`Ask the next in line after`} className="max-w-xs">
        {(control) => (
          <Select
            {...control}
            value={minutes ?? ''}
            onChange={({ currentTarget: { value } }) => setMinutes(value === '' ? null : Number(value))}
            choices={[
              ...all.map((one) => ({ value: String(one), label: lasting(one) })),
              { value: '', label: t`Never: only when all are away` },
            ]}
          />
        )}
      </Field>
      <ApproverFields legend={t`The next in line`} approvers={next} things={things} isLast onChange={setNext} />
    </SettingsCard>
  )
}
