import { useLingui } from '@lingui/react/macro'
import type { RoutingRuleInput } from '#domain/routing.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import { emptyRule } from './rule-draft.ts'

type Starter = { rule: RoutingRuleInput; says: string }

/** Three rules that most houses have, to begin with: each opens filled in, and is changed to one's own. */
export function StarterRules({ onChoose }: { onChoose?: ((rule: RoutingRuleInput) => void) | undefined }) {
  const { t } = useLingui()
  const starters = useStarters()
  return (
    <div className="rounded-xl border border-line bg-pane">
      <EmptyState
        className="px-5! py-5!"
        title={t`No rules yet`}
        text={t`Everything stands with everybody until somebody takes it or hands it over. A rule places it as it comes in, and says in its history why.`}
      />
      {onChoose && (
        <ul aria-label={t`Rules to begin with`} className="divide-y divide-line border-t border-line">
          {starters.map(({ rule, says }) => (
            <li key={rule.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <span className="min-w-0 flex-1 basis-56">
                <span className="block text-body font-semibold">{rule.name}</span>
                <span className="block text-ui text-pretty text-ink-3">{says}</span>
              </span>
              <Btn aria-label={t`Begin with this: ${rule.name}`} onClick={() => onChoose(rule)}>
                {t`Begin with this…`}
              </Btn>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useStarters(): Starter[] {
  const { t } = useLingui()
  const { conditions, actions } = emptyRule
  return [
    {
      rule: {
        ...emptyRule,
        name: t`Bills and refunds`,
        conditions: { ...conditions, query: t`invoice OR bill OR refund OR refunds` },
      },
      says: t`Whoever speaks of a bill or of money back goes to the department that knows of it.`,
    },
    {
      rule: {
        ...emptyRule,
        name: t`Threats of law`,
        conditions: { ...conditions, intents: ['legal_threat'] },
        actions: { ...actions, urgencyFrom: 3, moves: true, stops: true },
      },
      says: t`Whoever threatens with a lawyer is looked at now, wherever else it would have gone.`,
    },
    {
      rule: {
        ...emptyRule,
        name: t`Bad reviews`,
        conditions: { ...conditions, kinds: ['review'], ratingTo: 2 },
        actions: { ...actions, urgencyFrom: 2 },
      },
      says: t`Reviews with one star or two are answered today.`,
    },
  ]
}
