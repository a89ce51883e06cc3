import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { type PolicyStrategy, policyStrategies } from '#domain/policy.ts'
import {
  reviewDaysMax,
  type SilenceReason,
  silenceNameMax,
  silenceReasonsMax,
  silenceSaysMax,
} from '#domain/silence.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Field, Input, Select, Switch } from '#web/parts/field.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import { NotAllowed } from '#web/parts/states.tsx'
import { useMay, useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { SilenceReport } from './silence-report.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** Deliberately no answer: how often and why, and the reasons there are. */
export function SilenceSettings() {
  const { t } = useLingui()
  const { workspace } = useSession()
  const mayChange = useMay()('workspace.change')
  if (!workspace) return null
  return (
    <SettingsPage
      title={t`No answer`}
      says={t`What nobody answered is closed with a reason. It opens again when it spreads, when they write again, and when it is time to look again.`}
    >
      <SilenceReport />
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange} className="min-w-0">
        <ReasonsCard key={JSON.stringify(workspace.silenceReasons)} workspace={workspace} />
      </fieldset>
    </SettingsPage>
  )
}

function ReasonsCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const before = workspace.silenceReasons
  const [reasons, setReasons] = useState<SilenceReason[]>(before)
  const { save, isBusy, problem } = useSaveWorkspace()
  const put = (at: number, by: Partial<SilenceReason>) =>
    setReasons(reasons.map((one, place) => (place === at ? { ...one, ...by } : one)))
  const move = (at: number, by: 1 | -1) => {
    const [moved] = reasons.slice(at, at + 1)
    if (moved) setReasons(reasons.toSpliced(at, 1).toSpliced(at + by, 0, moved))
  }
  const isWhole = reasons.every(({ name }) => name.trim() !== '') && reasons.some(({ isRetired }) => !isRetired)
  const add = () =>
    setReasons([
      ...reasons,
      {
        ...{ id: freeId(reasons), name: '', says: '', reviewDays: null, isReviewNeeded: false },
        ...{ strategy: null, isRetired: false },
      },
    ])
  return (
    <SettingsCard
      title={t`Reasons`}
      says={t`In the order in which they are offered. One that is not used any more stays readable where it was chosen.`}
      isMain
      saveLabel={t`Save the reasons`}
      isChanged={isWhole && JSON.stringify(reasons) !== JSON.stringify(before)}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ silenceReasons: reasons }, { silenceReasons: before })}
    >
      <ol className="space-y-4">
        {reasons.map((reason, at) => (
          <li key={reason.id} className="border-t border-line pt-3 first:border-0 first:pt-0">
            <ReasonFields reason={reason} put={(by) => put(at, by)} />
            <span className="mt-2 flex gap-1">
              <IconBtn label={t`Up: ${reason.name}`} disabled={at === 0} onClick={() => move(at, -1)}>
                <ArrowUp size={15} />
              </IconBtn>
              <IconBtn label={t`Down: ${reason.name}`} disabled={at === reasons.length - 1} onClick={() => move(at, 1)}>
                <ArrowDown size={15} />
              </IconBtn>
            </span>
          </li>
        ))}
      </ol>
      {reasons.length < silenceReasonsMax && <Btn onClick={add}>{t`Add a reason`}</Btn>}
    </SettingsCard>
  )
}

/** Never one that was used before: decisions are kept under it. */
function freeId(reasons: readonly SilenceReason[]): string {
  let nth = reasons.length + 1
  while (reasons.some(({ id }) => id === `own-${nth}`)) nth += 1
  return `own-${nth}`
}

function ReasonFields({ reason, put }: { reason: SilenceReason; put: (by: Partial<SilenceReason>) => void }) {
  const { t } = useLingui()
  const { strategies } = usePolicyNames()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t`Name`}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={silenceNameMax}
            value={reason.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t`When it fits`} isOptional>
        {(control) => (
          <Input
            {...control}
            maxLength={silenceSaysMax}
            value={reason.says}
            onChange={(event) => put({ says: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t`Look again after so many days`} isOptional>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={reviewDaysMax}
            value={reason.reviewDays ?? ''}
            onChange={({ currentTarget: { value } }) => put({ reviewDays: value === '' ? null : Number(value) })}
          />
        )}
      </Field>
      <Field label={t`First where the policy advises`}>
        {(control) => (
          <Select
            {...control}
            value={reason.strategy ?? ''}
            onChange={({ currentTarget: { value } }) =>
              put({ strategy: policyStrategies.find((one: PolicyStrategy) => one === value) ?? null })
            }
            choices={[
              { value: '', label: t`nothing in particular` },
              ...policyStrategies.map((one) => ({ value: one, label: strategies[one] })),
            ]}
          />
        )}
      </Field>
      <Switch
        label={t`Only with a moment to look again`}
        isOn={reason.isReviewNeeded}
        onChange={(isReviewNeeded) => put({ isReviewNeeded })}
      />
      <Switch label={t`Not used any more`} isOn={reason.isRetired} onChange={(isRetired) => put({ isRetired })} />
    </div>
  )
}
