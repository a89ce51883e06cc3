import { useLingui } from '@lingui/react/macro'
import { type PolicyStarter, policyStarters } from '#domain/policy-starter-names.ts'
import { policyText } from '#domain/policy-text.ts'
import { ask } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useLang, type WrittenPolicy } from './use-policy-draft.ts'

/** Nobody begins with an empty tree. */
export function StarterChoice({ onChoose }: { onChoose?: ((begun: WrittenPolicy) => void) | undefined }) {
  const { t } = useLingui()
  const lang = useLang()
  const wordsOf = useProblemWords()
  const words: Record<PolicyStarter, { name: string; says: string }> = {
    service: { name: t`Service`, says: t`An airline, a bank, a hospital, a provider: whoever serves people.` },
    public: {
      name: t`Public body`,
      says: t`A town, a ministry: opinions may stand, cases of people stay out of sight.`,
    },
    shop: { name: t`Shop`, says: t`Orders, deliveries, reviews: what was bought here is ours to put right.` },
  }
  const choose = async (which: PolicyStarter) => {
    try {
      const { policy, examples } = await ask('GET /api/policy/starters/{which}', { params: { which }, query: { lang } })
      onChoose?.({ text: policyText(policy, lang), examples })
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
    }
  }
  return (
    <>
      <p className="text-body text-ink-2">
        {t`There is no policy yet. Begin with one of these: defaults from research on complaints and crises, no laws. Nothing holds until you publish it.`}
      </p>
      <ul className="grid gap-3 md:grid-cols-3">
        {policyStarters.map((which) => (
          <li key={which} className="flex flex-col gap-2 rounded-xl border border-line bg-pane px-4 py-3.5">
            <h2 className="text-body font-bold">{words[which].name}</h2>
            <p className="flex-1 text-ui text-pretty text-ink-2">{words[which].says}</p>
            {onChoose && <Btn onClick={() => void choose(which)}>{t`Begin with this`}</Btn>}
          </li>
        ))}
      </ul>
    </>
  )
}
