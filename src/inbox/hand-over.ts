import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { stays } from '#db/tables/inbox.ts'
import { members, workspaces } from '#db/tables/team.ts'
import { returnsWith } from '#domain/stay.ts'
import { assertDepartmentsHere, assertMembersHere } from '#team/assert-here.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type ConversationRow, changeConversation } from './change-conversation.ts'
import { recordStays } from './record-stay.ts'
import { backByHand } from './say-noise.ts'
import { tellHandedOver } from './tell-handed-over.ts'

type Receiver = { memberId: string | null; departmentId: string | null }
type Coordinator = { id: string; name: string }
/** `coordinator`: it went to them instead, because it had come back once already. */
export type HandedOver = { row: ConversationRow; coordinator: Coordinator | null }

/** Coming back once happens. The second time two departments hand each other what nobody takes. */
const returnsMost = 1

/**
 * To a colleague, a department, or both. The clock of the customer is not touched: they wait for us, not for a department.
 * Handing over to a department only takes the owner off, so that it is in that department's "no owner yet". What would come back to a
 * department for the second time goes to the coordinator, whose own hand-over is the last word.
 */
export async function handOver(
  ctx: Context,
  input: { id: string; memberId: string | null; departmentId: string | null; reason: string; version?: number },
): Promise<HandedOver> {
  if (!input.memberId && !input.departmentId) {
    throw new AppError('bad_input', 'Choose a colleague or a department to hand it over to.')
  }
  let coordinator: Coordinator | null = null
  const details: Record<string, unknown> = {
    memberId: input.memberId,
    departmentId: input.departmentId,
    reason: input.reason,
  }
  const row = await changeConversation(ctx, {
    id: input.id,
    version: input.version,
    action: 'conversation.hand_over',
    details,
    rule: async (now, tx) => {
      await assertReceiverExists(tx, ctx, input)
      coordinator = await coordinatorFor(tx, ctx, { now, to: input.departmentId })
      if (coordinator) details.coordinatorId = coordinator.id
      const ownerId = coordinator ? coordinator.id : input.memberId
      await tellHandedOver(tx, ctx, { id: now.id, ownerId, departmentId: input.departmentId })
      const departmentId = coordinator ? now.departmentId : (input.departmentId ?? now.departmentId)
      const at = ctx.app.clock.now()
      await recordStays(tx, {
        ...{ workspaceId: ctx.workspaceId, conversationIds: [now.id], departmentId, at },
        by: memberOf(ctx).id,
      })
      return {
        ownerId,
        departmentId,
        ...(now.state === 'done' ? { state: 'open' as const, doneAt: null } : {}),
        ...(now.state === 'noise' ? { state: 'open' as const, noise: backByHand(now.noise) } : {}),
      }
    },
  })
  return { row, coordinator }
}

/** Who decides instead. Nobody where there is none, or where the coordinator hands it over. */
async function coordinatorFor(
  tx: Tx,
  ctx: Context,
  { now, to }: { now: ConversationRow; to: string | null },
): Promise<Coordinator | null> {
  if (!to || to === now.departmentId) return null
  const been = await tx
    .select({ departmentId: stays.departmentId, fromAt: stays.fromAt })
    .from(stays)
    .where(eq(stays.conversationId, now.id))
  const returns = returnsWith(
    been.map(({ departmentId, fromAt }) => ({ departmentId, from: fromAt.getTime() })),
    to,
  )
  if (returns <= returnsMost) return null
  const [found] = await tx
    .select({ id: members.id, name: members.name, leftAt: members.leftAt })
    .from(workspaces)
    .innerJoin(members, eq(members.id, workspaces.coordinatorId))
    .where(and(eq(workspaces.id, ctx.workspaceId)))
  if (!found || found.leftAt || found.id === memberOf(ctx).id) return null
  return { id: found.id, name: found.name }
}

async function assertReceiverExists(tx: Tx, ctx: Context, { memberId, departmentId }: Receiver): Promise<void> {
  if (memberId) await assertMembersHere(tx, ctx, [memberId])
  if (departmentId) await assertDepartmentsHere(tx, ctx, [departmentId])
}
