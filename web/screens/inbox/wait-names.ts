import { useLingui } from '@lingui/react/macro'
import type { WaitChoice } from './wait-times.ts'

export function useWaitName(): (id: WaitChoice['id']) => string {
  const { t } = useLingui()
  return (id) => {
    switch (id) {
      case 'hour':
        return t`An hour`
      case 'threeHours':
        return t`Three hours`
      case 'tomorrow':
        return t`Tomorrow morning`
      case 'monday':
        return t`Monday morning`
      case 'week':
        return t`In a week`
    }
  }
}
