import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { History, Square } from 'lucide-react'
import type { BackfillView, TopicView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay } from '#web/session.ts'
import { reasonsOf, shareDone } from './backfill-words.ts'

type Props = { topic: TopicView; backfill: BackfillView }

/** How far a search has looked back, with a way to stop it; afterwards what came of it, and what no network can tell. */
export function BackfillLine({ topic, backfill }: Props) {
  return backfill.state === 'running' ? (
    <Running topic={topic} backfill={backfill} />
  ) : (
    <p className="num flex items-start gap-2 text-meta text-pretty text-ink-3">
      <History size={13} aria-hidden="true" className="mt-px shrink-0" />
      <span className="min-w-0">
        <Result backfill={backfill} />
      </span>
    </p>
  )
}

function Running({ topic, backfill }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const may = useMay()
  const wordsOf = useProblemWords()
  const stop = useChange('DELETE /api/topics/{id}/look-back', { refresh: ['GET /api/topics'] })
  const { name } = topic
  const isPaused = topic.state === 'paused'
  return (
    <div className="num rounded-lg bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="flex min-w-0 flex-1 basis-56 items-start gap-2 text-ui text-pretty text-ink-2">
          <History size={15} aria-hidden="true" className="mt-0.5 shrink-0" />
          <span className="min-w-0">
            {isPaused ? t`Looking back waits until you listen again.` : <Progress backfill={backfill} />}{' '}
            {backfill.found > 0 &&
              t`${plural(backfill.found, { one: '# message', other: '# messages' })} found so far.`}
          </span>
        </p>
        {may('topic.look_back') && (
          <Btn
            small
            isBusy={stop.isPending}
            aria-label={t`Stop looking back for ${name}`}
            onClick={() =>
              stop.mutate(
                { params: { id: topic.id } },
                { onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }) },
              )
            }
          >
            <Square size={12} />
            {t`Stop`}
          </Btn>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={t`Looking back for ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * shareDone(backfill))}
        aria-valuetext={fmt.pct(shareDone(backfill))}
        className="mt-2 h-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-ink-3" style={{ width: `${100 * shareDone(backfill)}%` }} />
      </div>
    </div>
  )
}

function Progress({ backfill }: { backfill: BackfillView }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const { stored, sources } = backfill
  if (!stored.isDone && stored.of > 0)
    return t`Looking back: ${fmt.int(stored.tried)} of the ${plural(stored.of, { one: '# message', other: '# messages' })} we have.`
  const running = sources.filter(({ state }) => state === 'running')
  if (running.length === 0) return t`Looking back…`
  const names = fmt.list([...new Set(running.map(({ name }) => name))])
  const [waits] = running.flatMap(({ why }) => why?.[lang] ?? [])
  const oldest = running.flatMap(({ backTo }) => backTo ?? []).toSorted()[0]
  return (
    <>
      {oldest ? t`Looking back on ${names}, now at ${fmt.day(new Date(oldest))}.` : t`Looking back on ${names}.`}{' '}
      {waits}
    </>
  )
}

function Result({ backfill }: { backfill: BackfillView }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const { found, backTo, state } = backfill
  const reasons = reasonsOf(backfill, i18n.locale === 'nl' ? 'nl' : 'en')
  const asked = backfill.sources.filter((source) => source.state === 'done')
  const since = fmt.day(new Date(backfill.since))
  const nothing =
    asked.length > 0 ? t`Looked back to ${since}: nothing found.` : t`Looked back: nothing found among what we have.`
  const some =
    backTo &&
    t`Looked back: ${plural(found, { one: '# message', other: '# messages' })} found, back to ${fmt.day(new Date(backTo))}.`
  return (
    <>
      {state === 'stopped' && t`Stopped halfway.`} {found > 0 ? some : nothing} {reasons.join(' ')}
    </>
  )
}
