import { useLingui } from '@lingui/react/macro'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { type RoutingRuleInput, routingTrialDays } from '#domain/routing.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { RunProgress } from './run-progress.tsx'
import { DepartmentCounts, MovedExamples, useRunSentence } from './run-result.tsx'

const lookEveryMs = 1_000

type Props = { id: string | null; rule: RoutingRuleInput; isReady: boolean }

/** What the last month would have been like with this rule, before anything is saved. */
export function TrialPanel({ id, rule, isReady }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const sentenceOf = useRunSentence()
  const [asked, setAsked] = useState<{ runId: string; rule: string }>()
  const [isRunning, setRunning] = useState(false)
  const trial = useAsk('GET /api/routing', undefined, { refetchInterval: isRunning && lookEveryMs }).data?.trial
  const ask = useChange('POST /api/routing/trials', { refresh: ['GET /api/routing'] })
  const run = asked && trial?.id === asked.runId ? trial : undefined
  if ((run?.state === 'running') !== isRunning) setRunning(run?.state === 'running')
  const days = routingTrialDays
  const text = JSON.stringify(rule)
  // The server wants a name; whoever tries before they have one is not kept from it.
  const tried = rule.name === '' ? { ...rule, name: t`New rule` } : rule
  return (
    <section
      aria-label={t`Trial`}
      className="space-y-3 rounded-xl border border-line bg-pane px-4 py-3.5 md:self-start"
    >
      <div>
        <h3 className="text-body font-bold">{t`Try it first`}</h3>
        <p className="mt-0.5 text-ui text-pretty text-ink-3">{t`On everything that began in the last ${days} days. Nothing is moved by it.`}</p>
      </div>
      <Btn
        isBusy={ask.isPending || run?.state === 'running'}
        disabled={!isReady}
        onClick={() =>
          ask.mutate({ body: { id, rule: tried } }, { onSuccess: (run) => setAsked({ runId: run.id, rule: text }) })
        }
      >
        <FlaskConical size={14} />
        {run ? t`Try again` : t`Try on the last ${days} days`}
      </Btn>
      {ask.error && <FormError>{wordsOf(ask.error)}</FormError>}
      {run?.state === 'running' && (
        <RunProgress run={run} label={t`Trying the rule`}>
          {run.of > 0 ? t`${fmt.int(run.tried)} of ${fmt.int(run.of)} tried` : t`It begins in a moment…`}
        </RunProgress>
      )}
      {run && run.state !== 'running' && (
        <div aria-live="polite" className="space-y-3">
          {asked?.rule !== text && (
            <p className="text-ui font-semibold text-warn-t">{t`The rule has changed since it was tried.`}</p>
          )}
          <p className="num text-body text-pretty">
            {run.tried === 0 ? t`Nothing began in that time.` : sentenceOf(run)}
          </p>
          <DepartmentCounts run={run} />
          <MovedExamples run={run} />
        </div>
      )}
    </section>
  )
}
