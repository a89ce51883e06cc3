import { useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { CostReportView } from '#api/contract/report-cost-routes.ts'
import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import type { ReportPlanView } from '#api/contract/saved-report-shapes.ts'
import type { Asking } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useIsPaper } from '#web/parts/paper.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import type { ChartEvent } from '#web/screens/reputation/incident-events.ts'
import { MethodDialog, MethodWords } from '#web/screens/reputation/method-dialog.tsx'
import { PanelTitle } from '#web/screens/reputation/panel.tsx'
import type { OnShow } from '#web/screens/reputation/shown.ts'
import { ReportOf } from './report-of.tsx'
import { ReportPanel } from './report-panel.tsx'

export type ReportGiven = {
  plan: Pick<ReportPlanView, 'lead' | 'parts' | 'against' | 'network' | 'tone'> & { department: string | null }
  figures: ReputationView
  /** Nobody asks for what no part shows. */
  effect: Asking<AnswerEffectView>
  costs: Asking<CostReportView>
  happenings: readonly ChartEvent[]
  /** Absent where a report is only read. */
  onShow?: OnShow
}

/** The chosen parts of a report in their order, each below the words of its writer. */
export function ReportBody(given: ReportGiven) {
  const { t } = useLingui()
  const isPaper = useIsPaper()
  const [isMethod, setMethod] = useState(false)
  const { plan, figures } = given
  const isSilent = figures.messages.now.value === 0 && figures.messages.before.value === 0
  return (
    <div className="space-y-6">
      <ReportOf plan={plan} period={figures.period} />
      {plan.lead && <OwnWords>{plan.lead}</OwnWords>}
      {isSilent ? (
        <EmptyState title={t`Nothing was said in this time`} text={t`There are no figures to show of it.`} />
      ) : (
        plan.parts.map(({ part, words = '' }) => (
          <div key={part} data-part={part} className="space-y-2.5">
            {words && <OwnWords>{words}</OwnWords>}
            <ReportPanel part={part} {...given} onMethod={isPaper ? undefined : () => setMethod(true)} />
          </div>
        ))
      )}
      {isPaper ? (
        <section className="break-inside-avoid border-t border-line pt-2">
          <PanelTitle>{t`How is this measured?`}</PanelTitle>
          <MethodWords />
        </section>
      ) : (
        <Btn kind="quiet" className="-ml-2.5" onClick={() => setMethod(true)}>
          <CircleHelp size={14} /> {t`How is this measured?`}
        </Btn>
      )}
      {isMethod && <MethodDialog onClose={() => setMethod(false)} />}
    </div>
  )
}

function OwnWords({ children }: { children: string }) {
  return (
    <p
      dir="auto"
      className="max-w-[68ch] break-after-avoid text-[15px] leading-[23px] text-pretty break-words whitespace-pre-line"
    >
      {children}
    </p>
  )
}
