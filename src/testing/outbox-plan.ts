import { minute, second } from '#base/clock.ts'
import type { AccountRow, ParentRow, ReplyRow } from '#reply/outbox-store.ts'
import type { Random } from './seeded-random.ts'
import type { NetworkManners } from './simulated-network.ts'

export const simulatedWorkspaceId = 'workspace'

export type PlannedReply = { id: string; accountId: string; parentId: string; text: string; atMs: number }
export type WorldPlan = {
  accountIds: readonly string[]
  parentIds: readonly string[]
  replies: readonly PlannedReply[]
  processes: 1 | 2
  undoMs: number
  /** How far the clocks of two machines are apart at most. */
  skewMost: number
  storeFaultShare: number
  manners: NetworkManners
}

/** What kind of world the seed makes: who answers what as whom, and how well everything behaves. */
export function planWorld(random: Random): WorldPlan {
  const accountIds = random.chance(0.7) ? ['account-1'] : ['account-1', 'account-2']
  const parentIds = random.chance(0.5) ? ['parent-1'] : ['parent-1', 'parent-2']
  const replies: PlannedReply[] = []
  const count = random.pick([1, 1, 2, 3])
  for (let index = 1; index <= count; index += 1) {
    const accountId = random.pick(accountIds)
    const parentId = random.pick(parentIds)
    replies.push({
      id: `reply-${index}`,
      accountId,
      parentId,
      text: `answer ${index}`,
      atMs: random.below(20 * second),
    })
  }
  const processes = random.chance(0.6) ? 1 : 2
  return {
    accountIds,
    parentIds,
    replies,
    processes,
    undoMs: random.pick([0, 10 * second, 10 * second, 30 * second]),
    skewMost: processes === 2 && random.chance(0.5) ? 4 * second : 0,
    storeFaultShare: random.chance(0.2) ? 0.1 : 0,
    manners: {
      recovery: random.pick(['key', 'read-back', 'read-back', 'blind'] as const),
      visibleWithinMs: random.pick([second, 15 * second, minute]),
      faultShare: random.pick([0, 0.15, 0.4, 0.8]),
      breaksWord: random.chance(0.1),
    },
  }
}

export function simulatedReply({ id, accountId, parentId, text }: PlannedReply, now: Date): ReplyRow {
  return {
    id,
    workspaceId: simulatedWorkspaceId,
    conversationId: `conversation of ${parentId}`,
    mentionId: parentId,
    accountId,
    text,
    lang: null,
    writtenBy: 'writer',
    state: 'ready',
    thenDo: 'done',
    before: {},
    intentHash: '',
    stopEpoch: 0,
    stopNumber: 0,
    heldAt: null,
    scheduledFor: null,
    visibility: 'public',
    dueAt: null,
    leaseUntil: null,
    leasedBy: null,
    attempts: 0,
    firstAttemptAt: null,
    lastAttemptAt: null,
    nativeId: null,
    url: null,
    ref: null,
    problem: null,
    override: null,
    pileId: null,
    heardBackAt: null,
    settledAt: null,
    createdAt: now,
  }
}

export function simulatedAccount(id: string, now: Date): AccountRow {
  const nativeId = `native ${id}`
  return {
    id,
    workspaceId: simulatedWorkspaceId,
    network: 'simulated',
    nativeId,
    handle: id,
    name: id,
    avatarUrl: null,
    url: null,
    limits: null,
    credentials: secretOf(nativeId),
    state: 'connected',
    problem: null,
    stopEpoch: 0,
    closedUntil: null,
    paceFullAt: null,
    connectedBy: null,
    createdAt: now,
  }
}

export function secretOf(accountNativeId: string): string {
  return `secret of ${accountNativeId}`
}

export function simulatedParent(nativeId: string): ParentRow {
  return { network: 'simulated', nativeId, rootId: null, parentId: null, url: null, ref: null, deletedAt: null }
}
