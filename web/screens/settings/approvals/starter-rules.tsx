import { useLingui } from '@lingui/react/macro'
import type { ApprovalRule } from '#domain/approval.ts'
import { newKey } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { emptyRule } from './rule-draft.ts'

type Starter = { name: string; says: string; rule: Partial<ApprovalRule> }

/** Nothing needs approval yet. Some rules that most houses have, to begin with: each opens filled in. */
export function StarterRules({ onChoose }: { onChoose?: ((rule: ApprovalRule) => void) | undefined }) {
  const { t } = useLingui()
  const starters = useStarters()
  return (
    <div className="rounded-lg border border-line">
      <p className="px-4 py-3 text-ui text-ink-2">
        <b className="block text-body text-ink">{t`No rules yet`}</b>
        {t`Answers leave as soon as they are written, unless the policy says otherwise.`}
      </p>
      {onChoose && (
        <ul aria-label={t`Rules to begin with`} className="divide-y divide-line border-t border-line">
          {starters.map(({ name, says, rule }) => (
            <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <span className="min-w-0 flex-1 basis-56">
                <span className="block text-body font-semibold">{name}</span>
                <span className="block text-ui text-pretty text-ink-3">{says}</span>
              </span>
              <Btn
                aria-label={t`Begin with this: ${name}`}
                onClick={() => onChoose({ ...emptyRule(newKey()), name, ...rule })}
              >
                {t`Begin with this…`}
              </Btn>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const newBelow = 25

function useStarters(): Starter[] {
  const { t } = useLingui()
  return [
    {
      name: t`High risk`,
      says: t`What may spread or do harm is read by a lead before it is answered.`,
      rule: { tests: [{ about: 'risk', from: 3, to: null }] },
    },
    {
      name: t`Press, special care, legal`,
      says: t`A journalist, somebody who needs special care, or a threat of law.`,
      rule: { tests: [{ about: 'signal', is: ['press', 'vip', 'legal'] }] },
    },
    {
      name: t`Members in training`,
      says: t`Whoever is new here gets a second pair of eyes from any colleague.`,
      rule: {
        writerSentBelow: newBelow,
        approvers: { roleLeast: 'member', memberIds: [], departmentId: null },
      },
    },
  ]
}
