import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { Suspense, useId } from 'react'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Bar, useProblemWords } from '#web/parts/states.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useMay } from '#web/session.ts'

/** What a policy says is fetched where there is a policy. */
const Advised = lazyPart(() => withWordsBeside(import('./advised.tsx')).then((file) => file.Advised))

/** What the policy of the house says of this conversation: whether to answer, how, where, and why. It decides nothing. */
export function AdviceCard({ conversationId }: { conversationId: string }) {
  const { t } = useLingui()
  const id = useId()
  const wordsOf = useProblemWords()
  const may = useMay()
  const { data, error, refetch } = useAsk('GET /api/conversations/{id}/advice', { params: { id: conversationId } })
  // Where nobody wrote a policy there is nothing to read; who may write one is told that it can be.
  if (data && !data.now && !may('policy.publish')) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mt-5 mb-1.5 text-meta font-semibold text-ink-3">{t`Advice`}</h3>
      <div className="rounded-lg border border-line bg-pane px-3 py-2.5">
        {!data && !error && <OnItsWay />}
        {!data && error && (
          <div role="alert" className="text-ui text-ink-2">
            <p>{wordsOf(error)}</p>
            <Btn small className="mt-2" onClick={() => void refetch()}>{t`Try again`}</Btn>
          </div>
        )}
        {data && !data.now && <NoPolicy />}
        {data?.now && (
          <Suspense fallback={<OnItsWay />}>
            <Advised advice={data} now={data.now} conversationId={conversationId} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

function OnItsWay() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The advice is on its way`} className="space-y-2 py-1">
      <Bar width={62} />
      <Bar width={88} />
    </div>
  )
}

function NoPolicy() {
  const { t } = useLingui()
  return (
    <>
      <p className="text-ui text-ink-2">{t`No policy yet. With one, it says here whether and how to answer.`}</p>
      <Link
        to="/settings/policy"
        className="mt-1 inline-flex min-h-6 items-center gap-1 text-ui text-sea hover:underline touch:min-h-11"
      >
        {t`Choose one to begin with`}
        <ArrowRight size={12} />
      </Link>
    </>
  )
}
