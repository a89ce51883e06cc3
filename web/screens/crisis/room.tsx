import { useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { Lanes } from './lanes.tsx'
import { NotToSay } from './not-to-say.tsx'
import { RoomHead } from './room-head.tsx'
import { Tasks } from './tasks.tsx'
import { TheLine } from './the-line.tsx'
import { Timeline } from './timeline.tsx'
import { Voices } from './voices.tsx'

/** Left what we say, in the middle what is said to us, right what happened. On a phone one of them at a time. */
export function RoomScreen() {
  const { t } = useLingui()
  const { incident: id } = useParams({ from: '/shell/crisis/$incident' })
  const { data: incident, error, refetch } = useAsk('GET /api/incidents/{id}', { params: { id } })
  useTitle(incident ? `${incident.key} ${incident.title}` : t`Crisis room`)
  if (incident) return <Room incident={incident} />
  if (isProblem(error, 'not_found'))
    return (
      <EmptyState
        level={1}
        title={t`This room is not here`}
        text={t`There is no such incident, or it is private and you are not in it. Its lead can let you in.`}
      />
    )
  return error ? (
    <FailedState error={error} retry={() => void refetch()} />
  ) : (
    <div className="p-6">
      <SkeletonRows label={t`The room is on its way`} />
    </div>
  )
}

const panes = ['line', 'messages', 'timeline'] as const
type Pane = (typeof panes)[number]

function Room({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const [pane, setPane] = useState<Pane>('line')
  const names: Record<Pane, string> = { line: t`The line`, messages: t`Messages`, timeline: t`Timeline` }
  const shown = (one: Pane) => clsx('min-w-0', pane !== one && 'max-lg:hidden')
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1320px] px-4 pt-4 pb-16 md:px-6">
        <RoomHead incident={incident} />
        <nav aria-label={t`Part of the room`} className="mt-4 flex gap-1 rounded-md bg-sunken p-1 lg:hidden">
          {panes.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={pane === one}
              onClick={() => setPane(one)}
              className={clsx(
                'h-8 flex-1 rounded-sm text-ui font-semibold touch:h-11',
                pane === one ? 'bg-raised text-ink shadow-1' : 'text-ink-2',
              )}
            >
              {names[one]}
            </button>
          ))}
        </nav>
        <div className="mt-4 grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,4fr)]">
          <div className={clsx(shown('line'), 'space-y-4')}>
            <TheLine incident={incident} />
            <NotToSay key={`words ${incident.version}`} incident={incident} />
            <Voices key={`voices ${incident.version}`} incident={incident} />
            <Tasks incident={incident} />
          </div>
          <div className={shown('messages')}>
            <Lanes incident={incident} />
          </div>
          <div className={shown('timeline')}>
            <Timeline incident={incident} />
          </div>
        </div>
      </div>
    </div>
  )
}
