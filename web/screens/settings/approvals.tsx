import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { AllCard } from './approvals/all-card.tsx'
import { HistoryCard } from './approvals/history-card.tsx'
import { LateCard } from './approvals/late-card.tsx'
import { RulesCard } from './approvals/rules-card.tsx'
import { useApproving } from './approvals/use-approver-things.ts'
import type { Approvals } from './approvals/use-save-approvals.ts'
import { SettingsPage } from './page.tsx'

/** Which answers need a second pair of eyes before they leave, and whose. */
export function ApprovalSettingsPage() {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/approvals')
  const things = useApproving()
  const members = useAsk('GET /api/members')
  const departments = useAsk('GET /api/departments')
  const may = useMay()
  const [mayTurn, mayChange] = [may('approval.switch'), may('approval.change')]
  const failed =
    [error && !data && error, members.error && !members.data && members.error].find(Boolean) ?? departments.error
  const retry = () => void Promise.all([refetch(), members.refetch(), departments.refetch()])
  return (
    <SettingsPage
      title={t`Approvals`}
      says={t`Some answers are read by somebody else before they leave. Until then they wait, the promise runs on, and nobody approves their own.`}
    >
      {!mayChange && (
        <NotAllowed>
          {mayTurn
            ? t`You can turn the switch for all answers. An administrator can change the rest.`
            : t`You can look at these. An administrator can change them.`}
        </NotAllowed>
      )}
      {data && things ? (
        <>
          <AllCard approvals={data} things={things} mayTurn={mayTurn} mayChange={mayChange} />
          <RulesCard approvals={data} things={things} mayChange={mayChange} />
          <fieldset disabled={!mayChange} className="min-w-0">
            {/* What was saved elsewhere takes the place of what was chosen here. */}
            <LateCard
              key={JSON.stringify([data.settings.lateMinutes, data.settings.nextApprovers])}
              approvals={data}
              things={things}
            />
          </fieldset>
          <HistoryCard approvals={data} mayChange={mayChange} />
          <Changed approvals={data} />
        </>
      ) : failed ? (
        <FailedState error={failed} retry={retry} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`What needs approval is on its way`} count={4} />
      )}
    </SettingsPage>
  )
}

/** Whose word it is that holds. */
function Changed({ approvals: { version, by, at } }: { approvals: Approvals }) {
  const { t } = useLingui()
  const fmt = useFmt()
  if (version === 0 || !at) return null
  const who = by?.name ?? t`Somebody`
  const when = fmt.moment(new Date(at))
  return <p className="text-meta text-ink-3">{t`Version ${version}, by ${who}, ${when}.`}</p>
}
