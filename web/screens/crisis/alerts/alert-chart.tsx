import { useLingui } from '@lingui/react/macro'
import type { AlertView } from '#api/contract/alert-shapes.ts'
import { ExpectedChart, type ExpectedPoint } from '#web/parts/charts/expected-chart.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { pointsOf, stretchOf } from './course-points.ts'

type Props = { alert: AlertView; heightPx?: number }

/** How many people wrote something bad each quarter, against what is usual then, and what may come. */
export function AlertChart({ alert, heightPx }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const points: ExpectedPoint[] = pointsOf(alert).map(({ at, ...point }) => ({ ...point, label: fmt.time(at) }))
  const worst = alert.course.toSorted((one, other) => other.people - one.people)[0]
  const most = fmt.int(worst?.people ?? 0)
  const { low = 0, high = 0 } = worst ?? {}
  const usual = low === high ? fmt.int(low) : `${fmt.int(low)}–${fmt.int(high)}`
  const stretch = stretchOf(alert)
  return (
    <ExpectedChart
      title={t`People who wrote something bad, each quarter of an hour`}
      sentence={t`At most ${most} in a quarter of an hour, where ${usual} are usual.`}
      columns={[t`Time`, t`heard`, t`usual`, t`what it may become`]}
      names={{
        heard: t`heard`,
        usual: t`usual, nine times in ten`,
        ahead: t`what it may become, eight times in ten`,
        ...(stretch && { stretch: t`the stretch it is about` }),
      }}
      points={points}
      stretch={stretch}
      format={(value) => (Number.isInteger(value) || value >= 10 ? fmt.int(Math.round(value)) : fmt.decimal(value))}
      heightPx={heightPx}
      note={t`Each person counts once a day. What may come is the mean of a quarter within its hour.`}
    />
  )
}
