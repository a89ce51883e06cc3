import { paceBurst, paceRefillMs } from './outbox-limits.ts'

/**
 * The token bucket of an account, kept as one moment: when it will be full again (the generic cell rate algorithm,
 * ITU-T I.371, in its virtual-scheduling form). Null is full.
 */
export function paceOpensAt(fullAt: Date | null): number {
  return fullAt ? fullAt.getTime() - (paceBurst - 1) * paceRefillMs : 0
}

export function paceAfterCall(fullAt: Date | null, now: Date): Date {
  return new Date(Math.max(fullAt?.getTime() ?? 0, now.getTime()) + paceRefillMs)
}

/** From when on the account may be called: no call in a closed window, none above the pace. */
export function laneOpensAt(account: { closedUntil: Date | null; paceFullAt: Date | null } | undefined): number {
  if (!account) return 0
  return Math.max(account.closedUntil?.getTime() ?? 0, paceOpensAt(account.paceFullAt))
}
