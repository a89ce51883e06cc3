import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { Noted } from './happening-row.tsx'

const always = { from: '0001-01-01', to: '9999-12-31' }

/** Whatever was noted at any time, the newest first: what nobody needs any more is found here. */
export function AllNotes({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/annotations', { query: always })
  return (
    <Dialog isOpen onClose={onClose} shape="side" title={t`All notes`}>
      {!data && !error && <SkeletonRows label={t`The notes are on their way`} count={3} />}
      {!data && error && <FailedState error={error} retry={() => void refetch()} className="m-0!" />}
      {data?.length === 0 && (
        <EmptyState
          className="px-0!"
          title={t`Nothing was noted yet`}
          text={t`What members note of what happened stands here, of all times.`}
        />
      )}
      <ul className="divide-y divide-line">
        {data?.toReversed().map((annotation) => (
          <li key={annotation.id} className="flex items-start gap-2.5 py-2">
            <Noted annotation={annotation} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
