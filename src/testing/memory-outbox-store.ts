import { laneOpensAt } from '#reply/account-pace.ts'
import type { MissingApproval } from '#reply/approval/missing-approval.ts'
import type {
  AccountRow,
  Due,
  Lease,
  OutboxStore,
  ParentRow,
  ReplyChange,
  ReplyRow,
  Situation,
} from '#reply/outbox-store.ts'

/** The tables of the outbox, in memory. Rows are replaced, never changed in place: a snapshot stays one. */
export type MemoryTables = {
  replies: Map<string, ReplyRow>
  accounts: Map<string, AccountRow>
  parents: Map<string, ParentRow>
  writers: Set<string>
  /** Of one workspace; by account, or null for all of it. */
  stops: { accountId: string | null; isOn: boolean }[]
  /** What an answer needs and has not. */
  missing: Map<string, MissingApproval>
  drafts: Map<string, string>
  givenBack: string[]
}

export function memoryTables(): MemoryTables {
  return {
    replies: new Map(),
    accounts: new Map(),
    parents: new Map(),
    writers: new Set(),
    stops: [],
    missing: new Map(),
    drafts: new Map(),
    givenBack: [],
  }
}

/** The outbox's store for the simulation: every method happens at once, as a transaction does for everybody else. */
export function memoryOutboxStore(tables: MemoryTables): OutboxStore {
  return {
    due: async (now) => due(tables, now),
    take: async ({ replyId, workspaceId, now }, decide) => {
      const situation = situationOf(tables, { replyId, workspaceId, now })
      if (!situation?.reply.dueAt || situation.reply.dueAt > now) return undefined
      const decided = decide(situation)
      if (decided.change) write(tables, situation.reply, decided.change)
      return decided
    },
    look: async (lease) => held(tables, lease),
    finish: async (lease, decide) => {
      const situation = held(tables, lease)
      if (!situation) return false
      write(tables, situation.reply, decide(situation))
      return true
    },
    isKnownPost: async ({ workspaceId, nativeId, exceptReplyId }) =>
      tables.replies
        .values()
        .some((row) => row.nativeId === nativeId && row.workspaceId === workspaceId && row.id !== exceptReplyId),
  }
}

function due({ replies, accounts }: MemoryTables, now: Date): { due: Due[]; nextAt: Date | undefined } {
  const oldest = new Map<string, ReplyRow>()
  let nextMs = Number.POSITIVE_INFINITY
  for (const row of replies.values()) {
    if (!row.dueAt || !row.accountId) continue
    const opensMs = opensAt(row, { replies, accounts })
    if (opensMs > now.getTime()) {
      nextMs = Math.min(nextMs, opensMs)
      continue
    }
    const known = oldest.get(row.accountId)
    if (!known?.dueAt || row.dueAt < known.dueAt) oldest.set(row.accountId, row)
  }
  const list = [...oldest].map(([lane, row]) => ({ replyId: row.id, workspaceId: row.workspaceId, lane }))
  return { due: list, nextAt: Number.isFinite(nextMs) ? new Date(nextMs) : undefined }
}

function opensAt(row: ReplyRow, { replies, accounts }: Pick<MemoryTables, 'replies' | 'accounts'>): number {
  let opensMs = Math.max(row.dueAt?.getTime() ?? 0, row.leaseUntil?.getTime() ?? 0)
  const account = accounts.get(row.accountId ?? '')
  if (row.state === 'sending' || account?.state === 'removed') return opensMs
  opensMs = Math.max(opensMs, laneOpensAt(account))
  for (const other of replies.values()) {
    if (other.accountId === row.accountId && other.leaseUntil) opensMs = Math.max(opensMs, other.leaseUntil.getTime())
  }
  return opensMs
}

function situationOf(
  { replies, accounts, parents, writers, stops, missing }: MemoryTables,
  { replyId, workspaceId, now }: { replyId: string; workspaceId: string; now: Date },
): Situation | undefined {
  const reply = replies.get(replyId)
  if (reply?.workspaceId !== workspaceId) return undefined
  return {
    reply,
    account: accounts.get(reply.accountId ?? ''),
    parent: parents.get(reply.mentionId),
    stop: stopOver(stops, reply.accountId),
    missing: missing.get(replyId),
    mayWriterReply: writers.has(reply.writtenBy),
    isLaneBusy: replies
      .values()
      .some(
        (row) =>
          row.accountId === reply.accountId && row.id !== reply.id && row.leaseUntil !== null && row.leaseUntil > now,
      ),
  }
}

/** A stop's number is its place in the list. */
export function stopOver(stops: MemoryTables['stops'], accountId: string | null): Situation['stop'] {
  const covers = stops.map((stop) => stop.accountId === null || stop.accountId === accountId)
  return { number: covers.lastIndexOf(true) + 1, isOn: stops.some((stop, at) => stop.isOn && covers[at]) }
}

function held(tables: MemoryTables, { replyId, workspaceId, token }: Lease): Situation | undefined {
  const situation = situationOf(tables, { replyId, workspaceId, now: new Date(0) })
  return situation?.reply.leasedBy === token ? situation : undefined
}

/** What a `ReplyChange` says, written: shared with the people of the simulation. */
export function write(tables: MemoryTables, row: ReplyRow, change: ReplyChange): void {
  const { replies, accounts, drafts, givenBack } = tables
  replies.set(row.id, { ...row, ...change.reply })
  const account = accounts.get(row.accountId ?? '')
  if (account && change.account) accounts.set(account.id, { ...account, ...change.account })
  if (change.isGivenBack) givenBack.push(row.id)
  const draftKey = `${row.conversationId} ${row.writtenBy}`
  if (change.isDraftKept && !drafts.has(draftKey)) drafts.set(draftKey, row.text)
}
