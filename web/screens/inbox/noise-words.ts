import { useLingui } from '@lingui/react/macro'
import type { NoiseReason } from '#domain/noise.ts'

/** Why it is noise, in the few words that a card has room for. */
export function useNoiseName(): (reason: NoiseReason) => string {
  const { t } = useLingui()
  return ({ kind, words, figure = 0 }) => {
    switch (kind) {
      case 'giveaway':
        return t`Giveaway`
      case 'advertising':
        return t`Advertising`
      case 'job':
        return t`Job advertisement`
      case 'copies':
        return t`Same text by ${figure}`
      case 'bot':
        return t`Posts like a machine`
      case 'author':
        return t`Author called noise before`
      case 'text':
        return t`Like what was called noise`
      case 'words': {
        const named = words.slice(0, 2).join(', ')
        return t`Namesake: ${named}`
      }
      case 'hand':
        return t`Called noise by a colleague`
    }
  }
}
