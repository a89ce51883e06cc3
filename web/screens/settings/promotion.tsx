import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { SettingsPage } from './page.tsx'
import { AccountsCard } from './promotion/accounts-card.tsx'
import { AddressesCard } from './promotion/addresses-card.tsx'
import { BoundsCard } from './promotion/bounds-card.tsx'
import { CommunitiesCard } from './promotion/communities-card.tsx'
import { SharesCard } from './promotion/shares-card.tsx'
import { StopsCard } from './promotion/stops-card.tsx'

/** How much we promote and where, and what is too much: the gate that no answer goes around. */
export function PromotionSettings() {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/promotion')
  const mayChange = useMay()('promotion.change')
  return (
    <SettingsPage
      title={t`Promotion`}
      says={t`People answer who helps them, and turn away from who pastes links. Each answer is looked at before it leaves; what promotes too much is stopped, with the reason.`}
    >
      <SharesCard />
      {data ? (
        <>
          {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
          <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
            {/* What was saved elsewhere takes the place of what was typed. */}
            <StopsCard key={`stops ${JSON.stringify(data.settings)}`} settings={data.settings} />
            <BoundsCard key={`bounds ${JSON.stringify(data.settings)}`} settings={data.settings} />
            <AddressesCard key={`addresses ${JSON.stringify(data.settings)}`} settings={data.settings} />
            <AccountsCard settings={data.settings} accounts={data.accounts} />
            <CommunitiesCard communities={data.communities} oneIn={data.settings.oneIn} />
          </fieldset>
        </>
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : (
        <SkeletonRows label={t`What may promote is on its way`} count={4} />
      )}
    </SettingsPage>
  )
}
