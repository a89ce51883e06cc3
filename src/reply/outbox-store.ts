import type { mentions } from '#db/tables/mentions.ts'
import type { accounts, replies } from '#db/tables/reply.ts'
import type { Words } from '#domain/connector.ts'
import type { MissingApproval } from './approval/missing-approval.ts'

export type ReplyRow = typeof replies.$inferSelect
export type AccountRow = typeof accounts.$inferSelect
/** The post that is answered, as it is now. */
export type ParentRow = Pick<
  typeof mentions.$inferSelect,
  'network' | 'nativeId' | 'rootId' | 'parentId' | 'url' | 'ref' | 'deletedAt'
>

/** All that a decision about a reply may depend on, read under lock in the transaction that writes the decision. */
export type Situation = {
  reply: ReplyRow
  account: AccountRow | undefined
  parent: ParentRow | undefined
  /** The writer is still a member of the workspace whose role may answer. */
  mayWriterReply: boolean
  /** The stops of its account and its workspace: the newest there ever was, and whether one is on. */
  stop: { number: number; isOn: boolean }
  /** It needs approval and has none that holds now. */
  missing: MissingApproval | undefined
  /** What stops it now and did not when it was written, in words for its writer. */
  stopped?: Words | undefined
  /** Another reply of the same account is being sent or looked for right now. */
  isLaneBusy: boolean
}

/** What is written. The audit and the screens are told in the same transaction. */
export type ReplyChange = {
  reply: Partial<ReplyRow>
  account?: Partial<Pick<AccountRow, 'state' | 'problem' | 'closedUntil' | 'paceFullAt'>>
  /** It will not go out by itself: the conversation comes back to where it was. */
  isGivenBack?: boolean
  /** The text becomes the writer's draft again, unless they wrote another since. */
  isDraftKept?: boolean
  /** What was approved does not hold any more: it is asked about anew. */
  asksAgain?: MissingApproval
}

export type Due = { replyId: string; workspaceId: string; lane: string }

/** The right to decide about one reply for a while. The token is new for every lease: an old holder cannot write. */
export type Lease = { replyId: string; workspaceId: string; token: string; until: Date }

/**
 * Where replies are kept. PostgreSQL in the product, memory in the simulation; one conformance suite holds both to
 * this. Every method is one transaction: it happened as a whole, or not at all.
 */
export type OutboxStore = {
  /**
   * The oldest due reply of every account that may be called now, and the next moment at which there is another.
   * An account is left out while a reply of it is under lease, in a closed window, or above its pace; a reply in
   * `sending` whose lease ran out is due in any case, since settling that needs no call.
   */
  due(now: Date): Promise<{ due: readonly Due[]; nextAt: Date | undefined }>
  /** Locks the reply and its account and writes what `decide` says. Undefined: it is locked, gone, or not due. */
  take<T extends { change?: ReplyChange }>(
    ask: { replyId: string; workspaceId: string; now: Date },
    decide: (situation: Situation) => T,
  ): Promise<T | undefined>
  /** What stands now, read afresh; undefined when the lease is not ours any more. */
  look(lease: Lease): Promise<Situation | undefined>
  /** Writes what `decide` says and ends the lease. False: the lease was not ours any more, nothing is written. */
  finish(lease: Lease, decide: (situation: Situation) => ReplyChange): Promise<boolean>
  /** Whether this post on the network is already known as another reply of ours. */
  isKnownPost(ask: { workspaceId: string; nativeId: string; exceptReplyId: string }): Promise<boolean>
}
