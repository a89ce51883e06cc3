import { useLingui } from '@lingui/react/macro'
import { Columns3 } from 'lucide-react'
import { useCommands } from '#web/commands.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { useKeepMine } from '#web/screens/inbox/columns/use-keep-mine.ts'

/** From the list to the columns; drawn where they fit. Its key works from the first moment, so it comes with the list. */
export function ToColumns() {
  const { t } = useLingui()
  const keepMine = useKeepMine()
  const toColumns = () => keepMine({ layout: 'columns' })
  useCommands([{ id: 'layout', run: toColumns }])
  return (
    <IconBtn label={t`Show as columns`} command="layout" onClick={toColumns} className="max-lg:hidden">
      <Columns3 size={16} />
    </IconBtn>
  )
}

/** Chosen, and no room for it here. */
export function NoRoomForColumns() {
  const { t } = useLingui()
  return (
    <p className="mx-4 mb-2 text-meta text-ink-3 max-md:hidden">{t`Columns need a wider window; this is the list.`}</p>
  )
}
