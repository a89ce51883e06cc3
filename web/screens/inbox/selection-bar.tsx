import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { useInbox } from './inbox-context.ts'

/** Several at once, with the same few decisions. */
export function SelectionBar() {
  const { t } = useLingui()
  const inbox = useInbox()
  const rows = inbox.list.rows.filter((row) => inbox.selected.has(row.id))
  const act = (run: () => void) => () => {
    run()
    inbox.clearSelected()
  }
  return (
    <div
      role="toolbar"
      aria-label={t`Selected conversations`}
      className="flex min-h-12 shrink-0 items-center gap-1 border-t border-line bg-raised px-3 py-1.5"
    >
      <span className="num min-w-0 flex-1 truncate text-ui font-semibold">{t`${plural(rows.length, { one: '# chosen', other: '# chosen' })}`}</span>
      <Btn small onClick={act(() => inbox.decide.finish(rows))}>
        <Check size={14} />
        {t`Done`}
      </Btn>
      <Btn small kind="quiet" onClick={() => inbox.openDialog({ kind: 'handOver', rows })}>{t`Hand over`}</Btn>
      <Btn small kind="quiet" onClick={() => inbox.openDialog({ kind: 'wait', rows })}>{t`Wait`}</Btn>
      <IconBtn label={t`Choose none`} command="back" onClick={inbox.clearSelected}>
        <X size={15} />
      </IconBtn>
    </div>
  )
}
