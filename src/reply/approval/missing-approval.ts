import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { approvals } from '#db/tables/approvals.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { replies } from '#db/tables/reply.ts'
import { type ApprovalLack, type ApprovalNeed, type GivenApproval, lackOf } from '#domain/approval.ts'
import { approverFacts, needOf } from './need-of.ts'

type ReplyRow = typeof replies.$inferSelect
/** What it needs and has not, so that it must not be sent. */
export type MissingApproval = { need: ApprovalNeed; lack: ApprovalLack }

/** Asked in the transaction that sends it, and once more before the call. */
export async function missingApproval(tx: Tx, reply: ReplyRow): Promise<MissingApproval | undefined> {
  const { workspaceId, conversationId, accountId, writtenBy } = reply
  const { need, next } = await needOf(tx, { workspaceId, conversationId, accountId, writerId: writtenBy })
  if (!need) return undefined
  const lack = lackOf({ need, given: await givenOf(tx, reply), next, reply })
  return lack && { need, lack }
}

async function givenOf(tx: Tx, { id, conversationId }: ReplyRow): Promise<GivenApproval | undefined> {
  const [row] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.replyId, id), eq(approvals.outcome, 'approved')))
  const by = row?.settledBy ? await approverFacts(tx, row.settledBy) : undefined
  if (!row?.settledAt || !by) return undefined
  const isLater = or(gt(mentions.heardAt, row.settledAt), gt(mentions.editedAt, row.settledAt))
  const isTheirs = and(
    eq(mentions.conversationId, conversationId),
    eq(mentions.isOwn, false),
    isNull(mentions.deletedAt),
  )
  const isOvertaken = (await tx.$count(mentions, and(isTheirs, isLater))) > 0
  return { intentHash: row.intentHash, isOvertaken, by, isLate: row.isLate }
}
