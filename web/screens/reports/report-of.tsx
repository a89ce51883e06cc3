import { useLingui } from '@lingui/react/macro'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { PeriodLine } from '#web/screens/reputation/period-line.tsx'
import type { ReportGiven } from './report-body.tsx'
import { useToneNames } from './tone-names.ts'

type Props = { plan: ReportGiven['plan']; period: ReputationView['period'] }

/** Of which days it is, what it is held against, and what was left out. */
export function ReportOf({ plan: { network, department, tone }, period }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const networkName = useNetworkName()
  const tones = useToneNames()
  const only = [...(network ? [networkName(network)] : []), ...(department ? [department] : [])]
  return (
    <div className="num text-ui text-ink-2">
      <p>
        <PeriodLine period={period} /> {only.length > 0 && t`Only ${fmt.list(only)}.`}
      </p>
      {tone && (
        <p className="mt-1">
          {t`Of what was said only the tone “${tones[tone]}”. The score, what moved it and how we answer are of all tones.`}
        </p>
      )}
    </div>
  )
}
