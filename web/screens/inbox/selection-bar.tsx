import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Check, Volume2, VolumeX, X } from 'lucide-react'
import type { Row } from '#api/contract/shapes.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { doingsAbout, subjectsOf } from './doings.ts'
import { useInbox } from './inbox-context.ts'

/** Several at once, with the same few decisions. */
export function SelectionBar() {
  const { t } = useLingui()
  const inbox = useInbox()
  const rows = subjectsOf(inbox)
  const { done } = doingsAbout(inbox, rows)
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
      <Btn small onClick={done} disabled={!done}>
        <Check size={14} />
        {t`Done`}
      </Btn>
      <Btn small kind="quiet" onClick={() => inbox.openDialog({ kind: 'handOver', rows })}>{t`Hand over`}</Btn>
      <Btn small kind="quiet" onClick={() => inbox.openDialog({ kind: 'wait', rows })}>{t`Wait`}</Btn>
      <NoiseBtn rows={rows} act={act} />
      <IconBtn label={t`Choose none`} command="back" onClick={inbox.clearSelected}>
        <X size={15} />
      </IconBtn>
    </div>
  )
}

type NoiseProps = { rows: readonly Row[]; act: (run: () => void) => () => void }

function NoiseBtn({ rows, act }: NoiseProps) {
  const { t } = useLingui()
  const { decide } = useInbox()
  const isNoise = rows.every((row) => row.state === 'noise')
  if (isNoise)
    return (
      <IconBtn label={t`This is no noise`} command="work" onClick={act(() => decide.sayWork(rows))}>
        <Volume2 size={15} />
      </IconBtn>
    )
  return (
    <IconBtn label={t`This is noise`} command="noise" onClick={act(() => decide.sayNoise(rows))}>
      <VolumeX size={15} />
    </IconBtn>
  )
}
