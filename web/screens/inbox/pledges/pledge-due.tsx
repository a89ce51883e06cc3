import { useLingui } from '@lingui/react/macro'
import type { PledgeView } from '#api/contract/promise-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

/** Before when, and by whom; past it says so in words as well as in colour. */
export function PledgeDue({ pledge }: { pledge: PledgeView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { outcome, madeBy } = pledge
  const due = new Date(pledge.dueAt)
  const moment = fmt.moment(due)
  const by = madeBy?.name ?? t`somebody`
  if (outcome === 'kept') return <span className="num text-meta text-ink-3">{t`kept, pledged by ${by}`}</span>
  if (outcome === 'dropped')
    return <span className="num text-meta text-ink-3">{t`not needed any more, pledged by ${by}`}</span>
  const isPast = due <= new Date()
  return (
    <span className={isPast ? 'num text-meta font-semibold text-neg-t' : 'num text-meta text-ink-3'}>
      {isPast ? t`was due ${moment}, pledged by ${by}` : t`before ${moment}, pledged by ${by}`}
    </span>
  )
}
