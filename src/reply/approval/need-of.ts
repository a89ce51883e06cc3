import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { replies } from '#db/tables/reply.ts'
import { departmentMembers, members, workspaces } from '#db/tables/team.ts'
import type { ApprovalNeed, ApproverFacts, Approvers } from '#domain/approval.ts'
import { askPolicy } from '#domain/ask-policy.ts'
import { needsApproval } from '#domain/needs-approval.ts'
import { noFacts } from '#domain/policy.ts'
import { currentPolicy } from '#inbox/policy/read-policy.ts'
import { readSituations } from '#inbox/policy/read-situations.ts'
import { holdsAnswers } from '#reply/incidents-over.ts'
import { currentApprovals } from './approval-settings.ts'

export type NeedAsk = { workspaceId: string; conversationId: string; accountId: string | null; writerId: string }
/** Whether it is needed, whom one turns to next, and after how long. */
export type Needed = { need: ApprovalNeed | undefined; next: Approvers; lateMinutes: number | null }

/** Read afresh in the transaction that writes, approves or sends: a rule that was set meanwhile holds. */
export async function needOf(tx: Tx, ask: NeedAsk): Promise<Needed> {
  const { workspaceId, conversationId, accountId, writerId } = ask
  const current = await currentApprovals(tx, workspaceId)
  const { settings } = current
  const after = { next: settings.nextApprovers, lateMinutes: settings.lateMinutes }
  const policy = settings.heedsPolicy ? await currentPolicy(tx, workspaceId) : undefined
  const hasRules = settings.rules.some(({ isOn }) => isOn)
  const isHeld = await holdsAnswers(tx, workspaceId)
  if (!policy && !hasRules && !isHeld && settings.all === 'never') return { need: undefined, ...after }
  const [situation] =
    policy || hasRules ? await readSituations(tx, { workspaceId, which: sql`c.id = ${conversationId}`, limit: 1 }) : []
  const need = needsApproval(current, {
    facts: situation?.facts ?? noFacts,
    advice: policy && situation ? askPolicy(policy.policy, situation) : null,
    ...{ accountId, writer: await writerOf(tx, writerId) },
    ...{ ...(await placeOf(tx, { workspaceId, conversationId })), isHeld },
  })
  return { need, ...after }
}

async function writerOf(tx: Tx, id: string) {
  const [row] = await tx.select({ role: members.role }).from(members).where(eq(members.id, id))
  const sent = await tx.$count(replies, and(eq(replies.writtenBy, id), eq(replies.state, 'sent')))
  return { id, role: row?.role ?? ('observer' as const), sent }
}

async function placeOf(tx: Tx, { workspaceId, conversationId }: { workspaceId: string; conversationId: string }) {
  const [row] = await tx
    .select({ departmentId: conversations.departmentId, house: workspaces.houseStyle })
    .from(conversations)
    .innerJoin(workspaces, eq(workspaces.id, conversations.workspaceId))
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)))
  return { departmentId: row?.departmentId ?? null, isIncident: row?.house?.isIncident ?? false }
}

/** As they are now: a role or a department that was taken away meanwhile counts. */
export async function approverFacts(tx: Tx, id: string): Promise<ApproverFacts | undefined> {
  const [row] = await tx.select().from(members).where(eq(members.id, id))
  if (!row) return undefined
  const of = await tx
    .select({ id: departmentMembers.departmentId })
    .from(departmentMembers)
    .where(eq(departmentMembers.memberId, id))
  return { id, role: row.role, hasLeft: row.leftAt !== null, departmentIds: of.map((one) => one.id) }
}
