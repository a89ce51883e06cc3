import { useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import type { ReportQuery } from '#web/screens/reputation/use-report.ts'
import { useMay } from '#web/session.ts'
import { ExportDialog } from './export-dialog.tsx'

/** For leads and up: what leaves the house has names and words of people in it. */
export function ExportButton({ query: { from, to, network, departmentId } }: { query: ReportQuery }) {
  const { t } = useLingui()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('report.export')) return null
  const asked = { from, to, ...(network && { network }), ...(departmentId && { departmentId }) }
  return (
    <>
      <Btn data-export="open" onClick={() => setOpen(true)}>
        <Download size={14} />
        {t`Export`}
      </Btn>
      {isOpen && <ExportDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}
