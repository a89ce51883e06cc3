import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { DigestCard } from './notify/digest-card.tsx'
import { HooksCard } from './notify/hooks-card.tsx'
import { MailServerCard } from './notify/mail-server-card.tsx'
import { SettingsPage } from './page.tsx'

/** On which ways notices leave the house, for everybody here. */
export function MailSettings() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/mail')
  const mayChange = useMay()('mail.change')
  return (
    <SettingsPage
      title={t`E-mail and channels`}
      says={t`On which ways notices leave this Wederhoor. What goes out is a sentence of ours, the number of the conversation and a link.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {asked.isPending && <SkeletonRows label={t`The ways out are on their way`} count={3} />}
      {asked.error && !asked.data && (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />
      )}
      {asked.data && (
        <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
          <MailServerCard
            key={`server ${asked.data.server?.host} ${asked.data.server?.port}`}
            server={asked.data.server}
          />
          <DigestCard key={JSON.stringify(asked.data.digest)} digest={asked.data.digest} />
        </fieldset>
      )}
      <HooksCard mayChange={mayChange} />
    </SettingsPage>
  )
}
