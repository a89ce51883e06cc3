import { useLingui } from '@lingui/react/macro'
import type { SourceView } from '#api/contract/shapes.ts'

export type HealthTone = 'good' | 'calm' | 'warn'

const tones: Record<SourceView['health'], HealthTone> = {
  live: 'good',
  quiet: 'good',
  starting: 'calm',
  paused: 'calm',
  behind: 'warn',
  failing: 'warn',
  reconnect: 'warn',
  refused: 'warn',
}

export function healthTone(health: SourceView['health']): HealthTone {
  return tones[health]
}

/** One or two words; the sentence is in `failure.why`. */
export function useHealthWords(): (health: SourceView['health']) => string {
  const { t } = useLingui()
  return (health) => {
    switch (health) {
      case 'live':
        return t`Live`
      case 'quiet':
        return t`Listening, nothing heard yet`
      case 'starting':
        return t`Connecting`
      case 'paused':
        return t`Paused`
      case 'behind':
        return t`Silent for longer than usual`
      case 'failing':
        return t`Does not answer`
      case 'reconnect':
        return t`Account must be connected again`
      case 'refused':
        return t`Refuses us`
    }
  }
}
