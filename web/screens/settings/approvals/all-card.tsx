import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { type ApprovalAll, approvalAlls } from '#domain/approval.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSession } from '#web/session.ts'
import { AllApprovers } from './all-approvers.tsx'
import { ApproversNow } from './approvers-now.tsx'
import type { Approving } from './use-approver-things.ts'
import { type Approvals, useSwitchAll } from './use-save-approvals.ts'

type Props = { approvals: Approvals; things: Approving; mayTurn: boolean; mayChange: boolean }

/** The one switch for bad days. It is on this page's top, because it is looked for in a hurry. */
export function AllCard({ approvals, things, mayTurn, mayChange }: Props) {
  const { t } = useLingui()
  const isIncident = useSession().workspace?.houseStyle.isIncident ?? false
  const { all, allApprovers } = approvals.settings
  const [chosen, setChosen] = useState<ApprovalAll>()
  const { turnTo, isBusy, problem } = useSwitchAll(approvals)
  const words = useAllWords()
  const choose = (next: ApprovalAll) => {
    if (next === all) return
    // From now on everybody's work waits: that is asked first. The way back is not.
    if (next === 'never' || (next === 'incident' && !isIncident)) turnTo(next)
    else setChosen(next)
  }
  return (
    <SettingsCard
      title={t`All answers need approval`}
      says={t`For bad days: then nothing leaves before somebody else read it, whatever the rules below say.`}
    >
      <fieldset disabled={!mayTurn} className="space-y-1">
        <legend className="sr-only">{t`All answers need approval`}</legend>
        {approvalAlls.map((way) => (
          <label
            key={way}
            className="flex items-start gap-3 rounded-lg border border-line px-3 py-2 has-checked:border-ink has-enabled:cursor-pointer"
          >
            <input
              type="radio"
              name="all-answers"
              value={way}
              checked={all === way}
              onChange={() => choose(way)}
              className="mt-1 size-4 shrink-0 accent-ink"
            />
            <span className="min-w-0">
              <span className="block text-ui font-semibold">{words[way].label}</span>
              <span className="block text-meta text-ink-2">{words[way].help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {all === 'incident' && (
        <p className="text-ui text-ink-2">
          {isIncident
            ? t`There is an incident now, so every answer needs approval.`
            : t`There is no incident now. It is turned on under House style.`}
        </p>
      )}
      {problem && !chosen && <FormError>{problem}</FormError>}
      {mayChange ? (
        <AllApprovers key={JSON.stringify(allApprovers)} approvals={approvals} things={things} />
      ) : (
        <div>
          <h3 className="text-ui font-bold">{t`Who approves then`}</h3>
          <ApproversNow approvers={allApprovers} things={things} />
        </div>
      )}
      {chosen && (
        <SureDialog
          isIncident={chosen === 'incident'}
          problem={problem}
          isBusy={isBusy}
          who={<ApproversNow approvers={allApprovers} things={things} />}
          onSure={() => turnTo(chosen, () => setChosen(undefined))}
          onClose={() => setChosen(undefined)}
        />
      )}
    </SettingsCard>
  )
}

function useAllWords(): Record<ApprovalAll, { label: string; help: string }> {
  const { t } = useLingui()
  return {
    never: { label: t`Only what a rule or the policy says`, help: t`Other answers leave as always.` },
    incident: { label: t`All answers during an incident`, help: t`As long as the house style says there is one.` },
    always: { label: t`All answers, always`, help: t`Until somebody turns it off here.` },
  }
}

type SureProps = {
  isIncident: boolean
  problem: string | undefined
  isBusy: boolean
  who: ReactNode
  onSure: () => void
  onClose: () => void
}

/** It holds for everybody at once, also for what is about to leave. */
function SureDialog({ isIncident, problem, isBusy, who, onSure, onClose }: SureProps) {
  const { t } = useLingui()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`From now on every answer waits for approval`}
      says={isIncident ? t`There is an incident now, so it holds at once.` : t`It holds at once, for everybody here.`}
      footer={
        <>
          <Btn kind="primary" data-first isBusy={isBusy} onClick={onSure}>
            {t`Ask approval for all`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Change nothing`}</Btn>
        </>
      }
    >
      <ul className="list-disc space-y-1 pl-5 text-ui text-ink-2">
        <li>{t`What is held and has not left yet is asked about too.`}</li>
        <li>{t`Promises run on while an answer waits.`}</li>
        <li>{t`Nobody approves their own answer.`}</li>
      </ul>
      <div className="mt-3">{who}</div>
      {problem && (
        <div className="mt-3">
          <FormError>{problem}</FormError>
        </div>
      )}
    </Dialog>
  )
}
