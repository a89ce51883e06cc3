import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useSession } from '#web/session.ts'
import { DevicesCard } from './notify/devices-card.tsx'
import { LettersCard } from './notify/letters-card.tsx'
import { LevelsCard } from './notify/levels-card.tsx'
import { QuietCard } from './notify/quiet-card.tsx'
import { SettingsPage } from './page.tsx'

/** How loudly I am told, of what, and where. */
export function NotificationSettings() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/notices/settings')
  // An observer is never called.
  const isCalled = useSession().member?.role !== 'observer'
  return (
    <SettingsPage
      title={t`Notifications`}
      says={t`Only for you, in this workspace. What you did yourself is never told to you.`}
    >
      {asked.isPending && <SkeletonRows label={t`Your settings are on their way`} count={4} />}
      {asked.error && !asked.data && (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />
      )}
      {asked.data && (
        <>
          <LevelsCard settings={asked.data} />
          {isCalled && <DevicesCard />}
          {/* What was saved or taken back takes the place of what was typed. */}
          {isCalled && <QuietCard key={JSON.stringify(asked.data.quiet)} settings={asked.data} />}
          <LettersCard settings={asked.data} />
        </>
      )}
    </SettingsPage>
  )
}
