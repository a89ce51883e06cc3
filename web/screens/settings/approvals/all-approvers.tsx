import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { ApproverFields } from './approver-fields.tsx'
import { areSameApprovers, isNobody } from './rule-draft.ts'
import type { Approving } from './use-approver-things.ts'
import { type Approvals, useSaveApprovals } from './use-save-approvals.ts'

/** Who approves where no rule says it. */
export function AllApprovers({ approvals, things }: { approvals: Approvals; things: Approving }) {
  const { t } = useLingui()
  const before = approvals.settings.allApprovers
  const [approvers, setApprovers] = useState(before)
  const { savePart, isBusy } = useSaveApprovals(approvals)
  return (
    <>
      <ApproverFields legend={t`Who approves then`} approvers={approvers} things={things} onChange={setApprovers} />
      <Btn
        kind="ink"
        isBusy={isBusy}
        disabled={isNobody(approvers) || areSameApprovers(approvers, before)}
        onClick={() => savePart({ allApprovers: approvers })}
      >
        {t`Save who approves`}
      </Btn>
    </>
  )
}
