import { msg } from '@lingui/core/macro'
import type { RumourSays, RumourTruth } from '#domain/rumour.ts'

export const truthWords = {
  unknown: msg`Not known yet`,
  untrue: msg`Not true`,
  partly: msg`Partly true`,
  true: msg`True`,
} satisfies Record<RumourTruth, unknown>

export const truthTone = { unknown: 'plain', untrue: 'neg', partly: 'warn', true: 'pos' } as const

export const saysWords = {
  tells: msg`tells it`,
  asks: msg`asks whether it is so`,
  denies: msg`says it is not so`,
} satisfies Record<RumourSays, unknown>
