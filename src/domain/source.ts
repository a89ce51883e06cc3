export const sourceStates = ['on', 'paused'] as const
export type SourceState = (typeof sourceStates)[number]

/** What people see as the health of a source; computed, never stored. */
export type SourceHealth = 'live' | 'quiet' | 'behind' | 'failing' | 'reconnect' | 'refused' | 'paused' | 'starting'

/** The freshness ledger of one source: what it heard, when, how late, and what it missed. */
export type SourceLedger = {
  state: SourceState
  /** Publication time of the newest post we heard. */
  lastHeardAt: Date | null
  /** The last time the network answered well, whether or not there was anything to hear. */
  lastSuccessAt: Date | null
  /** Publication to heard, of the last posts; milliseconds. */
  delayMs: number | null
  nextAt: Date | null
  failure: { kind: 'wait' | 'retry' | 'reconnect' | 'refused'; since: Date } | null
  /** How often it is asked, or how long a stream may be silent before we wonder. */
  expectEveryMs: number
}

export function sourceHealth(ledger: SourceLedger, now: Date): SourceHealth {
  if (ledger.state === 'paused') return 'paused'
  if (ledger.failure?.kind === 'reconnect') return 'reconnect'
  if (ledger.failure?.kind === 'refused') return 'refused'
  if (ledger.failure) return 'failing'
  if (!ledger.lastSuccessAt) return 'starting'
  if (now.getTime() - ledger.lastSuccessAt.getTime() > 3 * ledger.expectEveryMs) return 'behind'
  return ledger.lastHeardAt ? 'live' : 'quiet'
}
