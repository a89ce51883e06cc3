import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard, SettingsPage } from '#web/screens/settings/page.tsx'
import { useMay } from '#web/session.ts'
import { AssistCard } from './assist-card.tsx'
import type { Assist } from './assist-form.ts'
import { RecordCard } from './record-card.tsx'

/** Whether a model helps whoever writes, which one, with what, whom, and what that may cost. */
export function AssistSettings() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/assist')
  const mayChange = useMay()('assist.change')
  const assist = asked.data?.assist
  return (
    <SettingsPage
      title={t`Assisted writing`}
      says={t`A language model of your choice can help whoever writes: with a first draft, shorter, friendlier, in another language, or with a summary. It is off until you turn it on, and everything works without it. Nothing it says is sent by itself.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {asked.isPending && <SkeletonRows label={t`The settings are on their way`} count={2} />}
      {asked.error && <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />}
      {asked.data && (
        <>
          {assist && <MonthCard assist={assist} />}
          <fieldset disabled={!mayChange} className="min-w-0">
            {/* What was saved elsewhere takes the place of what was typed. */}
            <AssistCard key={formKey(assist)} assist={assist ?? undefined} />
          </fieldset>
          {assist && <RecordCard uses={assist.uses} />}
        </>
      )}
    </SettingsPage>
  )
}

function formKey(assist: Assist | null | undefined): string {
  if (!assist) return 'none'
  const { spent: _spent, tokens: _tokens, uses: _uses, ...settings } = assist
  return JSON.stringify(settings)
}

function MonthCard({ assist }: { assist: Assist }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { moneyMost, tokensMost } = assist
  const [spent, tokens] = [fmt.money(assist.spent), fmt.int(assist.tokens)]
  const [mostMoney, mostTokens] = [fmt.money(moneyMost ?? 0), fmt.int(tokensMost ?? 0)]
  const isFull =
    (moneyMost !== null && assist.spent >= 0.95 * moneyMost) ||
    (tokensMost !== null && assist.tokens >= 0.95 * tokensMost)
  return (
    <SettingsCard title={t`This month`}>
      <ul className="num space-y-1 text-body">
        <li>{moneyMost === null ? t`${spent} was spent.` : t`${spent} of at most ${mostMoney} was spent.`}</li>
        <li>
          {tokensMost === null
            ? t`${tokens} tokens were used.`
            : t`${tokens} of at most ${mostTokens} tokens were used.`}
        </li>
      </ul>
      {assist.isOn && isFull && (
        <FormError>{t`The most for this month is nearly reached, so nothing more is asked. It goes on next month, or when you raise it.`}</FormError>
      )}
    </SettingsCard>
  )
}
