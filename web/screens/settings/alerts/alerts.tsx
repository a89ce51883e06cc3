import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AlertSettingsView } from '#api/contract/alert-shapes.ts'
import { type AlertSensitivity, alertSensitivities } from '#domain/alert.ts'
import { useAsk, useChange } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { Field, Select, Switch } from '#web/parts/field.tsx'
import { FailedState, NotAllowed, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { SettingsCard, SettingsPage } from '#web/screens/settings/page.tsx'
import { useMay } from '#web/session.ts'
import { PeaksCard } from './peaks-card.tsx'

/** When somebody is told that something unusual is said, and which peaks are no news. */
export function AlertSettings() {
  const { t } = useLingui()
  const mayChange = useMay()('alert.settings')
  const { data, error, refetch } = useAsk('GET /api/alert-settings')
  return (
    <SettingsPage
      title={t`Alerts`}
      says={t`Every five minutes we look whether more people than usual say something bad. Campaigns, news and busy hours raise none by themselves.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. A lead can change them.`}</NotAllowed>}
      {!data && !error && <SkeletonRows label={t`The settings are on their way`} count={2} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && (
        <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
          <HowSurely settings={data} />
        </fieldset>
      )}
      <PeaksCard />
      <SettingsCard
        title={t`Holidays`}
        says={t`A holiday counts as a Sunday: what is usual then is what is usual on Sundays. They stand with the opening hours.`}
      >
        <Link to="/settings/promises" className={btnClass()}>
          {t`To the opening hours`}
        </Link>
      </SettingsCard>
    </SettingsPage>
  )
}

/** Each holds at once, and the next look uses it. */
function HowSurely({ settings }: { settings: AlertSettingsView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const save = useChange('PATCH /api/alert-settings', {
    refresh: ['GET /api/alert-settings', 'GET /api/alerts'],
    isAtOnce: true,
  })
  const names: Record<AlertSensitivity, string> = {
    calm: t`Calm: only what is very unusual`,
    usual: t`Usual`,
    watchful: t`Watchful: sooner, and more often for nothing`,
  }
  const { isOn, sensitivity } = { ...settings, ...(save.isPending ? save.variables.body : {}) }
  return (
    <SettingsCard title={t`When we are told`} problem={save.error && wordsOf(save.error)}>
      <Switch
        label={t`Tell us when something unusual is said`}
        help={t`Leads and the coordinator are told, and whoever chose it among the notifications.`}
        isOn={isOn}
        onChange={(next) => save.mutate({ body: { isOn: next } })}
      />
      <Field label={t`How surely it must be unusual`} className="max-w-96">
        {(control) => (
          <Select
            {...control}
            value={sensitivity}
            disabled={!isOn}
            onChange={({ currentTarget }) =>
              // The choices are the sensitivities.
              save.mutate({ body: { sensitivity: currentTarget.value as AlertSensitivity } })
            }
            choices={alertSensitivities.map((value) => ({ value, label: names[value] }))}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
