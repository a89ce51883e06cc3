import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { ExpectedPeakView } from '#api/contract/alert-shapes.ts'
import { ask, newKey, queries, useAsk } from '#web/api.ts'
import { Btn, Chip, IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useMay } from '#web/session.ts'
import { PeakForm } from './peak-form.tsx'

/** What we know beforehand: more will be said then, and that is no news. */
export function PeaksCard() {
  const { t } = useLingui()
  const may = useMay()
  const { data, error, refetch } = useAsk('GET /api/expected-peaks')
  const [isAdding, setAdding] = useState(false)
  return (
    <SettingsCard
      title={t`Expected peaks`}
      says={t`A campaign, a launch, a strike that was announced. No alert then, unless it is far more than expected; and nothing is learned from those hours.`}
    >
      {!data && !error && <SkeletonRows label={t`The expected peaks are on their way`} count={2} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="m-0!" />}
      {data?.length === 0 && !isAdding && <p className="text-ui text-ink-2">{t`Nothing is expected.`}</p>}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line">
          {data.map((peak) => (
            <li key={peak.id} data-peak className="flex items-start gap-2 py-2">
              <Peak peak={peak} />
              {may('peak.remove') && <Remove peak={peak} />}
            </li>
          ))}
        </ul>
      )}
      {may('peak.add') &&
        data &&
        (isAdding ? (
          <PeakForm onClose={() => setAdding(false)} />
        ) : (
          <Btn kind="primary" data-add-peak onClick={() => setAdding(true)}>
            {t`Add an expected peak`}
          </Btn>
        ))}
    </SettingsCard>
  )
}

function Peak({ peak: { name, startsAt, endsAt, topics, times } }: { peak: ExpectedPeakView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [from, till] = [new Date(startsAt), new Date(endsAt)]
  const [first, last] = [`${fmt.day(from)} ${fmt.time(from)}`, `${fmt.day(till)} ${fmt.time(till)}`]
  const about = topics.length > 0 ? fmt.list(topics.map((topic) => topic.name)) : t`whatever is said of us`
  const many = times === null ? t`nobody knows how many` : t`${fmt.decimal(times)} times as many as usual`
  const now = new Date()
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body font-semibold">
        <span className="min-w-0 break-words">{name}</span>
        {from <= now && now < till && <Chip tone="sea">{t`now`}</Chip>}
        {till <= now && <Chip>{t`past`}</Chip>}
      </p>
      <p className="num text-ui text-ink-2">{t`${first} till ${last}: ${about}, ${many}.`}</p>
    </div>
  )
}

/** At once, with the way back. */
function Remove({ peak }: { peak: ExpectedPeakView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isBusy, setBusy] = useState(false)
  const { id, name, startsAt, endsAt, topics, times } = peak
  const failed = (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) })
  const back = async (key: string) => {
    const topicIds = topics.map((topic) => topic.id)
    const body = { name, startsAt, endsAt, topicIds, times }
    await ask('POST /api/expected-peaks', { body }, undefined, { key }).catch(failed)
    refreshPeaks()
  }
  const remove = async () => {
    setBusy(true)
    try {
      await ask('DELETE /api/expected-peaks/{id}', { params: { id } })
      const key = newKey()
      showToast({ text: t`Not expected any more: ${name}`, undo: () => void back(key) })
    } catch (error) {
      failed(error)
      setBusy(false)
    }
    refreshPeaks()
  }
  return (
    <IconBtn label={t`Remove ${name}`} disabled={isBusy} onClick={() => void remove()}>
      <X size={14} />
    </IconBtn>
  )
}

function refreshPeaks(): void {
  void queries.invalidateQueries({ queryKey: ['GET /api/expected-peaks'] })
}
