import type { Density } from '#domain/density.ts'
import { useSession } from '#web/session.ts'

/** A card and the room below it. Known, so that the list need not measure what it draws. */
export const cardPx: Readonly<Record<Density, number>> = { comfortable: 106, compact: 64 }

/** How much room this person gives a conversation in the list. */
export function useDensity(): Density {
  return useSession().user?.density ?? 'comfortable'
}
