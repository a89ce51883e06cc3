import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ChevronsUp } from 'lucide-react'
import { Suspense } from 'react'
import type { RiskView } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { withWordsBeside } from '#web/prefs.tsx'

const RiskSum = lazyPart(() => withWordsBeside(import('./weight/risk-sum.tsx')).then((file) => file.RiskSum))

type Props = { risk: RiskView; className?: string; isButton?: boolean; tabIndex?: number }

/** How urgent, as a number; hovered or focused it says its sum in words. What is ordinary shows none: the list stays calm. */
export function RiskFigure({ risk, className, isButton, tabIndex }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  if (risk.level === 0) return null
  const sum = fmt.decimal(risk.sum)
  const label = t`Urgency ${sum}`
  const look = clsx(
    'num inline-flex shrink-0 items-center gap-0.5 rounded-sm text-meta',
    risk.level >= 2 ? 'font-bold text-ink' : 'text-ink-3',
    className,
  )
  const inside = (
    <>
      {risk.level >= 2 && <ChevronsUp size={12} strokeWidth={2.5} aria-hidden="true" />}
      <span aria-hidden="true">{sum}</span>
    </>
  )
  const says = (
    <Suspense fallback={label}>
      <RiskSum risk={risk} />
    </Suspense>
  )
  return (
    <Tip label={says}>
      {isButton ? (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={label}
          data-risk
          className={clsx(look, 'min-w-6 justify-center hover:bg-sunken')}
        >
          {inside}
        </button>
      ) : (
        <span className={look} data-risk>
          {inside}
          <span className="sr-only">{label}</span>
        </span>
      )}
    </Tip>
  )
}
