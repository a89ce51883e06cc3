import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import { Suspense, useState, useSyncExternalStore } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { useLiveState } from '#web/live.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { leavingAnswer, whenLeavingChanges } from './ask-leaving.ts'
import { offlineNow, useKept } from './door.ts'
import type { Queued } from './queue.ts'
import { useQueued } from './use-queued.ts'

const QueueSheet = lazyPart(() => import('./queue-sheet.tsx').then((file) => file.QueueSheet))

const LeavingDialog = lazyPart(() => import('./leaving-dialog.tsx').then((file) => file.LeavingDialog))

/** What one sees may be old, and since when; and what was decided here and is not sent. */
export function OfflineDetail() {
  const isLost = useLiveState() === 'lost'
  const queued = useQueued()
  const [isOpen, setOpen] = useState(false)
  const isLeaving = useSyncExternalStore(whenLeavingChanges, leavingAnswer) !== undefined
  return (
    <>
      {(isLost || queued.length > 0) && <Line queued={queued} isLost={isLost} onLook={() => setOpen(true)} />}
      <Suspense>{isOpen && <QueueSheet onClose={() => setOpen(false)} />}</Suspense>
      <Suspense>{isLeaving && <LeavingDialog />}</Suspense>
    </>
  )
}

type LineProps = { queued: readonly Queued[]; isLost: boolean; onLook: () => void }

function Line({ queued, isLost, onLook }: LineProps) {
  const { t } = useLingui()
  const asOf = useAsOf()
  const needs = queued.filter((one) => one.state !== 'waiting').length
  const waits = queued.length - needs
  return (
    <p className="num flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1 text-ui">
      <CloudOff size={16} className="shrink-0 text-ink-2" aria-hidden="true" />
      {isLost && <b className="font-bold">{asOf ? t`Offline. As of ${asOf}.` : t`Offline.`}</b>}
      {waits > 0 && (
        <span>{plural(waits, { one: '# decision waits to be sent.', other: '# decisions wait to be sent.' })}</span>
      )}
      {needs > 0 && (
        <b className="font-bold text-neg-t">{plural(needs, { one: '# needs you.', other: '# need you.' })}</b>
      )}
      {queued.length === 0 && (
        <span className="min-w-0 text-ink-2">{t`It comes back by itself; what you write and decide is kept.`}</span>
      )}
      <span className="flex-1" />
      {queued.length > 0 && (
        <button
          type="button"
          onClick={onLook}
          className="min-h-7 rounded-md px-2 font-semibold text-sea hover:underline touch:min-h-11"
        >
          {t`Look at them`}
        </button>
      )}
    </p>
  )
}

/** Of the conversation that is open, where that is older than the rest; else of the list, or of the last word of the server. */
function useAsOf(): string {
  const fmt = useFmt()
  useKept()
  const { conversation } = useParams({ strict: false })
  const offline = offlineNow()
  const own = conversation && offline?.keptAt('GET /api/conversations/{id}', { params: { id: conversation } })
  const at = own || offline?.asOf() || 0
  return at > 0 ? fmt.moment(new Date(at)) : ''
}
