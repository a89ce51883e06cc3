import { useLingui } from '@lingui/react/macro'
import type { Lane, LaneWhy } from '#domain/incident.ts'

export function useLaneNames(): Record<Lane, string> {
  const { t } = useLingui()
  return { must_answer: t`Must answer`, use_line: t`Use the line`, watch: t`Just watch` }
}

/** Why a message stands where it stands. */
export function useLaneWhys(): Record<LaneWhy, string> {
  const { t } = useLingui()
  return {
    hand: t`Put here by a colleague`,
    flag: t`Danger, press, the law or much weight`,
    asks: t`Asks or complains`,
    negative: t`Negative`,
    rest: t`Neither asks nor accuses`,
  }
}
