import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Star } from 'lucide-react'
import { useState } from 'react'
import type { HappeningView, IncidentView } from '#api/contract/incident-shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useHappeningWords } from './happening-words.ts'
import { Panel } from './panel.tsx'
import { WriteEntry } from './write-entry.tsx'

/** What happened, written by nobody: it is the audit. What mattered is starred. */
export function Timeline({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const [isDeciding, setDeciding] = useState(false)
  const [isStarsOnly, setStarsOnly] = useState(false)
  const { data, error, refetch } = useAsk('GET /api/incidents/{id}/timeline', { params: { id: incident.key } })
  const shown = data?.filter((line) => !isStarsOnly || line.isStarred)
  return (
    <Panel
      title={t`Timeline`}
      action={
        <span className="flex flex-wrap gap-1.5">
          <Btn small kind="quiet" aria-pressed={isStarsOnly} onClick={() => setStarsOnly(!isStarsOnly)}>
            <Star size={13} fill={isStarsOnly ? 'currentColor' : 'none'} />
            {t`Starred`}
          </Btn>
          {incident.can.work && <Btn small onClick={() => setDeciding(true)}>{t`Decision…`}</Btn>}
        </span>
      }
    >
      {!data && !error && <SkeletonRows label={t`The timeline is on its way`} count={3} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="m-0!" />}
      {shown?.length === 0 && <p className="text-ui text-ink-2">{t`Nothing is starred yet.`}</p>}
      <ol className="space-y-0.5">
        {shown?.map((line) => (
          <li key={line.id}>
            <Happening incident={incident} line={line} />
          </li>
        ))}
      </ol>
      {isDeciding && <WriteEntry incident={incident} kind="decision" onClose={() => setDeciding(false)} />}
    </Panel>
  )
}

function Happening({ incident, line }: { incident: IncidentView; line: HappeningView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const said = useHappeningWords()(line)
  const star = useChange('PUT /api/incidents/{id}/timeline/{happeningId}', {
    refresh: ['GET /api/incidents/{id}/timeline'],
    isAtOnce: true,
  })
  const { id, at, by, text, isStarred } = line
  const mark = () => star.mutate({ params: { id: incident.id, happeningId: id }, body: { isStarred: !isStarred } })
  return (
    <div className={clsx('flex items-start gap-2 rounded-md px-1.5 py-1', isStarred && 'bg-sunken')}>
      <div className="min-w-0 flex-1 text-ui">
        <p className="text-pretty break-words">
          <time dateTime={at} title={fmt.whole(new Date(at))} className="num mr-1.5 text-meta text-ink-3">
            {fmt.moment(new Date(at))}
          </time>
          {by && <b className="font-semibold">{by.name} </b>}
          {said}
        </p>
        {text && (
          <p dir="auto" className="line-clamp-4 text-meta whitespace-pre-line text-ink-2">
            {text}
          </p>
        )}
      </div>
      {incident.can.work ? (
        <IconBtn label={isStarred ? t`Take the star away` : t`Star this`} disabled={star.isPending} onClick={mark}>
          <Star size={14} fill={isStarred ? 'currentColor' : 'none'} />
        </IconBtn>
      ) : (
        isStarred && <Star size={14} fill="currentColor" aria-label={t`Starred`} className="mt-1 shrink-0" />
      )}
    </div>
  )
}
