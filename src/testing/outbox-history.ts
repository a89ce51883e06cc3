import { isUnsettled } from '#domain/reply.ts'
import { lookMsMax } from '#reply/outbox-limits.ts'
import type { ReplyRow } from '#reply/outbox-store.ts'
import { surelyNotPosted } from '#reply/reply-problems.ts'
import type { MemoryTables } from './memory-outbox-store.ts'
import { secretOf, type WorldPlan } from './outbox-plan.ts'
import type { NetworkCall, PostedReply } from './simulated-network.ts'

/** What a person said yes to, and when. */
export type Approval = { account: string; parent: string; text: string; atMs: number }

/** What happened in a world, as somebody sees it who knows everything. */
export type History = {
  approvals: Map<string, Approval>
  undone: Set<string>
  /** `scope` is the account's own id, or null for all; one that ends at once is the older switch, which only voids. */
  stops: { account: string; scope: string | null; atMs: number; endMs: number; inFlight: number }[]
  /** When the last look at a reply read its row. */
  looks: Map<string, number>
  /** Of what is approved no more: since when. */
  lapsedAt: Map<string, number>
  /** Broken promises. Empty is the only good end. */
  wrongs: string[]
  calls: number
  /** A process died, stood still or lost its database: it may then have known something that nobody else knows. */
  isDisturbed: boolean
  /** Calls that began within the second after a stop: they were on their way. */
  inFlightAtStop: number
}

export function newHistory(): History {
  return {
    approvals: new Map(),
    undone: new Set(),
    lapsedAt: new Map(),
    stops: [],
    looks: new Map(),
    wrongs: [],
    calls: 0,
    isDisturbed: false,
    inFlightAtStop: 0,
  }
}

type Watched = { history: History; tables: MemoryTables; plan: WorldPlan; closedUntil: ReadonlyMap<string, number> }

/** Every call is looked at when its socket opens: as whom, of what, and whether it may. */
export function watchCall({ history, tables, plan, closedUntil }: Watched, { kind, atMs, ask }: NetworkCall): void {
  const { approvals, wrongs, undone, stops } = history
  history.calls += 1
  const approval = approvals.get(ask.key)
  if (!approval) return void wrongs.push('a call for a reply that nobody approved')
  if (ask.account.nativeId !== approval.account) wrongs.push('as someone else')
  if (ask.credentials !== secretOf(approval.account)) wrongs.push('with the credentials of someone else')
  if (ask.post.nativeId !== approval.parent || ask.text !== approval.text) wrongs.push('not what was approved')
  const account = tables.accounts.values().find((one) => one.nativeId === approval.account)
  if ((account?.closedUntil?.getTime() ?? 0) > atMs + plan.skewMost) wrongs.push('a call in a window we know is closed')
  const isOverheard = history.isDisturbed || plan.skewMost > 0
  if (!isOverheard && (closedUntil.get(approval.account) ?? 0) > atMs) wrongs.push('a call in a closed window')
  if (kind === 'find') return
  if (atMs - (history.lapsedAt.get(ask.key) ?? atMs) > lookMsMax) wrongs.push('sent without an approval that holds')
  if (undone.has(ask.key)) wrongs.push('sent after an undo')
  for (const stop of stops) {
    if (stop.account !== approval.account || atMs < stop.atMs) continue
    // What was approved before it never leaves without a new word; while it is on nothing does, whenever it was approved.
    const isVoid = approval.atMs <= stop.atMs
    if (!isVoid && atMs >= stop.endMs) continue
    // In flight is what had looked before the stop stood: one a lane, and no longer than a look is believed.
    const hasLooked = (history.looks.get(ask.key) ?? 0) <= stop.atMs
    if (!isVoid || atMs - stop.atMs > lookMsMax || !hasLooked) wrongs.push('sent after a stop')
    stop.inFlight += 1
    if (stop.inFlight > 1) wrongs.push('two of one account in flight at a stop')
    history.inFlightAtStop += 1
  }
}

/** The end of a world: nothing twice, nothing lost, and every state tells the truth. */
export function judgeEnd(input: {
  history: History
  tables: MemoryTables
  plan: WorldPlan
  posts: readonly PostedReply[]
}): { wrongs: string[]; twiceByBrokenWord: number } {
  const { breaksWord, recovery } = input.plan.manners
  const wrongs = [...input.history.wrongs]
  let twiceByBrokenWord = 0
  for (const row of input.tables.replies.values()) {
    const count = input.posts.filter((post) => post.key === row.id).length
    // A network that shows a post later than it promised can be read back in vain; only its own key helps there.
    if (count > 1 && breaksWord && recovery === 'read-back') twiceByBrokenWord += 1
    else if (count > 1) wrongs.push(`posted ${count} times`)
    wrongs.push(...wrongsOf(row, { count, breaksWord }))
  }
  return { wrongs, twiceByBrokenWord }
}

export function isAtRest(row: ReplyRow): boolean {
  return row.dueAt === null && row.leaseUntil === null
}

function wrongsOf(row: ReplyRow, { count, breaksWord }: { count: number; breaksWord: boolean }): string[] {
  const { state, problem } = row
  const wrongs: string[] = []
  const isForPeople = state === 'needs_person' || state === 'assisted' || state === 'awaits_approval'
  if (!isAtRest(row) || (isUnsettled(state) && !isForPeople)) wrongs.push(`lost: still ${state} at the end`)
  if (isForPeople && !problem && state !== 'awaits_approval') wrongs.push('a person is asked without being told why')
  if (state === 'sent' && count === 0) wrongs.push('shown as sent, but it does not stand')
  if (breaksWord || count === 0) return wrongs
  if (state === 'undone' || state === 'refused' || state === 'awaits_approval')
    wrongs.push(`shown as ${state}, but it stands`)
  const isSaidToBeAbsent = state === 'needs_person' && surelyNotPosted.has(problem?.kind ?? '')
  if (isSaidToBeAbsent) wrongs.push(`shown as surely not posted (${problem?.kind}), but it stands`)
  return wrongs
}
