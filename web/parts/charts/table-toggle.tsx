import { useLingui } from '@lingui/react/macro'
import { ChartLine, Table2 } from 'lucide-react'
import { IconBtn } from '#web/parts/bits.tsx'
import { useIsPaper } from '#web/parts/paper.tsx'

type Props = { title: string; isTable: boolean; onChange: (isTable: boolean) => void }

/** The same figures without the picture, and back. On paper nobody can press it. */
export function TableToggle({ title, isTable, onChange }: Props) {
  const { t } = useLingui()
  if (useIsPaper()) return null
  return (
    <IconBtn
      label={isTable ? t`${title}: show as a chart` : t`${title}: show as a table`}
      aria-pressed={isTable}
      onClick={() => onChange(!isTable)}
    >
      {isTable ? <ChartLine size={15} /> : <Table2 size={15} />}
    </IconBtn>
  )
}
