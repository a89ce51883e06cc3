import type { Answer } from '#api/contract/contract.ts'
import { useAsk } from '#web/api.ts'

export type Stop = Answer<'GET /api/stops'>[number]

/** What is stopped now, the workspace first. The live line says when it is another. */
export function useStops(): readonly Stop[] {
  return useAsk('GET /api/stops').data ?? []
}

/** What keeps this account from speaking: the workspace's stop, else its own. */
export function stopOver(stops: readonly Stop[], accountId: string): Stop | undefined {
  return stops.find(({ account }) => account === null || account.id === accountId)
}
