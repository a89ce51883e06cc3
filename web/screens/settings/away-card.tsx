import { useLingui } from '@lingui/react/macro'
import { useChange } from '#web/api.ts'
import { Switch } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { useSession } from '#web/session.ts'
import { SettingsCard } from './page.tsx'

/** Whether one is here to be given work. */
export function AwayCard() {
  const { t } = useLingui()
  const { member } = useSession()
  const wordsOf = useProblemWords()
  const say = useChange('PUT /api/me/away', { refresh: ['GET /api/session', 'GET /api/members'] })
  if (!member) return null
  return (
    <SettingsCard title={t`Here or away`} problem={say.error ? wordsOf(say.error) : undefined}>
      <Switch
        label={t`I am away`}
        help={t`No rule and no department gives you anything. What you have stays with you.`}
        isOn={member.isAway}
        disabled={say.isPending}
        onChange={(isAway) => say.mutate({ body: { isAway } })}
      />
    </SettingsCard>
  )
}
