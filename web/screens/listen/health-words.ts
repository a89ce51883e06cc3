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
        return t`Listening, quiet so far`
      case 'starting':
        return t`Starting`
      case 'paused':
        return t`Paused`
      case 'behind':
        return t`Behind`
      case 'failing':
        return t`Tried again soon`
      case 'reconnect':
        return t`Connect again`
      case 'refused':
        return t`Refused`
    }
  }
}
