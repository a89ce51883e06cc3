import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { useMay } from '#web/session.ts'
import { AnnotationDialog } from './annotation-dialog.tsx'

/** Whoever looks into a day and finds out why it is as it is writes it down there. */
export function NoteDay({ day }: { day: string }) {
  const { t } = useLingui()
  const may = useMay()
  const [isNoting, setNoting] = useState(false)
  if (!may('report.annotate')) return null
  return (
    <>
      <Btn kind="quiet" className="mb-2 -ml-2.5" onClick={() => setNoting(true)}>
        <Plus size={14} /> {t`Note what happened`}
      </Btn>
      {isNoting && <AnnotationDialog day={day} onClose={() => setNoting(false)} />}
    </>
  )
}
