import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { departments, members } from '#db/tables/team.ts'
import type { Context } from '#team/context.ts'
import { type ConversationRow, changeConversation } from './change-conversation.ts'

/**
 * To a colleague, a department, or both. The clock of the customer is not touched: they wait for us, not for a department.
 * Handing over to a department only takes the owner off, so that it is in that department's "no owner yet".
 */
export async function handOver(
  ctx: Context,
  input: { id: string; memberId: string | null; departmentId: string | null; reason: string; version?: number },
): Promise<ConversationRow> {
  if (!input.memberId && !input.departmentId) {
    throw new AppError('bad_input', 'Choose a colleague or a department to hand it over to.')
  }
  return changeConversation(ctx, {
    id: input.id,
    version: input.version,
    action: 'conversation.hand_over',
    details: { memberId: input.memberId, departmentId: input.departmentId, reason: input.reason },
    rule: async (now, tx) => {
      await assertReceiverExists(tx, ctx, input)
      return {
        ownerId: input.memberId,
        departmentId: input.departmentId ?? now.departmentId,
        ...(now.state === 'done' ? { state: 'open' as const, doneAt: null } : {}),
      }
    },
  })
}

async function assertReceiverExists(
  tx: Tx,
  ctx: Context,
  { memberId, departmentId }: { memberId: string | null; departmentId: string | null },
): Promise<void> {
  if (memberId) {
    const found = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId), isNull(members.leftAt)))
    if (found.length === 0) throw new AppError('not_found', 'This colleague is not here any more. Choose another.')
  }
  if (departmentId) {
    const found = await tx
      .select({ id: departments.id })
      .from(departments)
      .where(and(eq(departments.workspaceId, ctx.workspaceId), eq(departments.id, departmentId)))
    if (found.length === 0) throw new AppError('not_found', 'This department does not exist any more. Choose another.')
  }
}
