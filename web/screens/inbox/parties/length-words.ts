import { useLingui } from '@lingui/react/macro'

const minuteMs = 60_000

/** 4 min, 2 h 10, 3 d: how long something took, as one says it. */
export function useLength(): (ms: number) => string {
  const { t } = useLingui()
  return (ms) => {
    const minutes = Math.round(ms / minuteMs)
    const hours = Math.floor(minutes / 60)
    const days = Math.floor(hours / 24)
    const rest = String(minutes % 60).padStart(2, '0')
    if (hours < 1) return t`${minutes} min`
    return hours < 48 ? t`${hours} h ${rest}` : t`${days} d`
  }
}
