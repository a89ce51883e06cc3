import { useLingui } from '@lingui/react/macro'
import type { ClockKind } from '#domain/promise-clock.ts'
import { useLasting } from '#web/parts/lasting.ts'
import { useSession } from '#web/session.ts'

/** What was promised, in the middle of a sentence. */
export function useClockWords(): Record<ClockKind, string> {
  const { t } = useLingui()
  return { first: t`a first answer`, next: t`the next answer`, resolution: t`an end to the matter` }
}

/** How long, as the workspace counts it. */
export function usePromisedTime(): (minutes: number) => string {
  return useLasting(useSession().workspace?.openingHours != null)
}
