import { useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { policyText } from '#domain/policy-text.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { SettingsPage } from './page.tsx'
import { StarterChoice } from './policy/starter-choice.tsx'
import { useLang, type WrittenPolicy } from './policy/use-policy-draft.ts'

const PolicyEditor = lazyPart(() => import('./policy/policy-editor.tsx').then((file) => file.PolicyEditor))

/** Whether, how and in which tone the house answers: the tree that says so. */
export function PolicySettings() {
  const { t } = useLingui()
  const lang = useLang()
  const { data, error, isPending, refetch } = useAsk('GET /api/policy')
  const mayChange = useMay()('policy.publish')
  const [chosen, setChosen] = useState<WrittenPolicy>()
  /** Counted up where what is edited begins anew. */
  const [round, setRound] = useState(0)
  const begun = data && begunOf()
  function begunOf(): WrittenPolicy | undefined {
    if (data?.draft) return { text: data.draft.text, examples: data.draft.examples }
    if (chosen) return chosen
    if (!data?.current) return undefined
    return { text: policyText(data.current.policy, lang, data.names), examples: data.current.examples }
  }
  return (
    <SettingsPage
      title={t`Response policy`}
      says={t`A tree of conditions and questions that ends in advice: answer or not, how, where, in which tone. It advises; people decide.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at this. A team lead can change it.`}</NotAllowed>}
      {isPending && <SkeletonRows label={t`The policy is on its way`} count={4} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && !begun && <StarterChoice onChoose={mayChange ? setChosen : undefined} />}
      <Suspense fallback={<SkeletonRows label={t`The policy is on its way`} count={4} />}>
        {data && begun && (
          <PolicyEditor
            key={`${round} ${data.current?.number ?? 0}`}
            view={data}
            begun={begun}
            mayChange={mayChange}
            onDone={() => {
              setChosen(undefined)
              setRound(round + 1)
            }}
          />
        )}
      </Suspense>
    </SettingsPage>
  )
}
