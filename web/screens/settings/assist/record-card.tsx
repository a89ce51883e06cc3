import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'
import { useTaskWords } from '#web/screens/inbox/assist/task-words.ts'
import { MomentOf } from '#web/screens/inbox/moment-of.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import type { Assist } from './assist-form.ts'

/** Who asked what of which model, and what became of it. No words are kept, so none can be shown. */
export function RecordCard({ uses }: { uses: Assist['uses'] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const tasks = useTaskWords()
  const outcomeOf = (use: Assist['uses'][number]): string => {
    if (use.isSent) return t`ended in an answer`
    if (use.isAccepted) return t`taken into a draft`
    switch (use.state) {
      case 'asked':
        return t`under way`
      case 'answered':
        return t`read`
      case 'stopped':
        return t`stopped`
      case 'broken':
        return t`not finished`
      case 'failed':
        return t`no answer`
    }
  }
  return (
    <SettingsCard
      title={t`What was asked`}
      says={t`The newest fifty. What left and what came back is not kept; of what left there is a mark by which it can be proven.`}
    >
      {uses.length === 0 ? (
        <p className="text-body text-ink-2">{t`Nothing was asked yet.`}</p>
      ) : (
        <ul className="divide-y divide-line">
          {uses.map((use) => {
            const who = use.by?.name ?? t`Somebody`
            const [tokens, cost] = [fmt.int(use.tokens), fmt.money(use.cost)]
            const size = use.isEstimated ? t`about ${tokens} tokens` : t`${tokens} tokens`
            return (
              <li key={use.id} className="flex flex-wrap items-baseline gap-x-2 py-2 text-ui">
                <b className="font-semibold">{who}</b>
                <span className="min-w-0">{tasks[use.task]}</span>
                {use.conversationKey && <span className="text-ink-3">{use.conversationKey}</span>}
                <span className="flex-1" />
                <MomentOf at={use.at} />
                <span className="num w-full text-meta break-words text-ink-3">
                  {[use.model, size, cost, outcomeOf(use)].join(' · ')}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </SettingsCard>
  )
}
