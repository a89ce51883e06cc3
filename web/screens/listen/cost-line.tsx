import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Gauge } from 'lucide-react'
import type { CostView } from '#api/contract/shapes.ts'
import { dearFromPerThousand, someWorkFromPerThousand } from '#domain/topic-cost.ts'
import { Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'

/** How much work a search makes, in words; with the common words that make it, where it is more than a little. */
export function CostLine({ cost }: { cost: CostView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { perThousand, words } = cost
  const isHeavy = perThousand >= dearFromPerThousand
  const level = isHeavy ? t`A lot of work` : perThousand >= someWorkFromPerThousand ? t`Some work` : t`Little work`
  const [commonest] = words
  return (
    <p className="num mt-3 flex items-start gap-2 text-meta text-pretty text-ink-3">
      <Gauge size={13} aria-hidden="true" className="mt-px shrink-0" />
      <span className="min-w-0">
        {isHeavy ? <Chip tone="warn">{level}</Chip> : <b className="font-semibold text-ink-2">{level}</b>}:{' '}
        {perThousand === 0
          ? t`fewer than one in ${fmt.int(1_000)} messages is looked at closer for it.`
          : t`of every ${fmt.int(1_000)} messages ${plural(perThousand, { one: '# is', other: '# are' })} looked at closer for it.`}{' '}
        {commonest &&
          perThousand >= someWorkFromPerThousand &&
          t`“${commonest.text}” is a common word: one that must stand beside it makes it lighter.`}
      </span>
    </p>
  )
}
