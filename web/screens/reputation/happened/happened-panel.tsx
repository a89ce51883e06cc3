import { useLingui } from '@lingui/react/macro'
import { List, Plus } from 'lucide-react'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { Panel, PanelNote, PanelTitle } from '#web/screens/reputation/panel.tsx'
import { useReport } from '#web/screens/reputation/use-report.ts'
import { useMay } from '#web/session.ts'
import { AllNotes } from './all-notes.tsx'
import { AnnotationDialog } from './annotation-dialog.tsx'
import { HappeningRow } from './happening-row.tsx'
import type { useHappenings } from './use-happenings.ts'

/** What the numbers on the charts are, and where one notes what happened. */
export function HappenedPanel({ happened }: { happened: ReturnType<typeof useHappenings> }) {
  const { t } = useLingui()
  const mayNote = useMay()('report.annotate')
  const { search, change } = useReport()
  const [isNoting, setNoting] = useState(false)
  const { happenings, isHere, error, refetch } = happened
  return (
    <Panel span="">
      <div className="flex flex-wrap items-center gap-x-2" data-happened>
        <div className="flex-1 basis-40">
          <PanelTitle>{t`What happened`}</PanelTitle>
        </div>
        <Btn kind="quiet" onClick={() => change({ noted: 'all' })}>
          <List size={14} /> {t`All notes`}
        </Btn>
        {mayNote && (
          <Btn kind="quiet" data-note-happened onClick={() => setNoting(true)}>
            <Plus size={14} /> {t`Note what happened`}
          </Btn>
        )}
      </div>
      {!isHere && !error && <SkeletonRows label={t`What happened is on its way`} count={2} />}
      {!isHere && error && <FailedState error={error} retry={() => void refetch()} className="m-0!" />}
      {isHere && happenings.length === 0 && (
        <p className="py-1 text-ui text-pretty text-ink-2">
          {mayNote
            ? t`Nothing is noted in this time. A campaign, a price rise, a strike: note it, and whoever reads the curve knows why.`
            : t`Nothing is noted in this time.`}
        </p>
      )}
      {happenings.length > 0 && (
        <>
          <ol className="divide-y divide-line">
            {happenings.map((one) => (
              <HappeningRow key={one.kind === 'incident' ? one.id : one.annotation.id} happening={one} />
            ))}
          </ol>
          <PanelNote>{t`The numbers are those on the charts. A number stands for all that began on its day.`}</PanelNote>
        </>
      )}
      {isNoting && <AnnotationDialog onClose={() => setNoting(false)} />}
      {search.noted && <AllNotes onClose={() => change({ noted: undefined })} />}
    </Panel>
  )
}
