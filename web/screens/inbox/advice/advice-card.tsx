import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { Suspense, useId } from 'react'
import type { AdviceView } from '#api/contract/policy-shapes.ts'
import { queries, useAsk } from '#web/api.ts'
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
  const asked = { params: { id: conversationId } }
  const { data, error, refetch } = useAsk('GET /api/conversations/{id}/advice', asked, {
    placeholderData: noPolicyBefore,
  })
  // Where nobody wrote a policy there is nothing to read; who may write one is told that it can be.
  if (data && !data.now && !may('policy.publish')) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mt-5 mb-1.5 text-meta font-semibold text-ink-3">{t`Advice`}</h3>
      <div
        ref={keepHeight}
        className="rounded-lg border border-line bg-pane px-3 py-2.5"
        style={data || error ? undefined : { minHeight: heightBeforePx }}
      >
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

/** Where there was no policy a moment ago there is none now: most likely, and the answer is on its way. */
function noPolicyBefore(): AdviceView | undefined {
  const asked = queries.getQueryCache().findAll({ queryKey: ['GET /api/conversations/{id}/advice'] })
  const [newest] = asked.map(({ state }) => state).sort((one, other) => other.dataUpdatedAt - one.dataUpdatedAt)
  const advice = newest?.data as AdviceView | undefined
  return advice?.now ? undefined : advice
}

let heightBeforePx: number | undefined

/** While the next advice is on its way, what stands below it stays where the one before had put it. */
function keepHeight(box: HTMLDivElement): () => void {
  const watch = new ResizeObserver(() => {
    heightBeforePx = box.offsetHeight
  })
  watch.observe(box)
  return () => watch.disconnect()
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
