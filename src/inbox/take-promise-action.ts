import { eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { PromiseAction } from '#domain/promise-action.ts'
import { raisesMax } from '#domain/risk.ts'
import { isFlagged } from '#domain/risk-flag.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { assertDepartmentsHere, assertMembersHere } from '#team/assert-here.ts'
import type { Context } from '#team/context.ts'
import { type ConversationRow, writeConversation } from './change-conversation.ts'
import { membersOf } from './members-of.ts'
import { saidOfClock } from './record-broken.ts'
import { tellHandedOver } from './tell-handed-over.ts'
import { weighConversations } from './weigh-conversations.ts'
import type { ClockRow } from './write-clocks.ts'

type Taking = { clock: ClockRow; conversation: ConversationRow; action: PromiseAction }

/**
 * Does what a rule wants done, and answers what that was, for the record. Undefined: there was nothing to do, since it was so already.
 * The conversation is locked by the caller.
 */
export async function takePromiseAction(
  tx: Tx,
  ctx: Context,
  { clock, conversation, action }: Taking,
): Promise<Record<string, unknown> | undefined> {
  const { id, ownerId, departmentId } = conversation
  const { does } = action
  switch (does.kind) {
    case 'raise':
      return raise(tx, ctx, conversation)
    case 'release':
      if (ownerId === null) return undefined
      await writeConversation(tx, id, { ownerId: null })
      return { does: does.kind }
    case 'to_department':
      if (ownerId === null && departmentId === does.departmentId) return undefined
      if (!(await isHere(assertDepartmentsHere(tx, ctx, [does.departmentId])))) return goneTo(does)
      await writeConversation(tx, id, { ownerId: null, departmentId: does.departmentId })
      await tellHandedOver(tx, ctx, { id, ownerId: null, departmentId: does.departmentId })
      return { does: does.kind, departmentId: does.departmentId }
    case 'to_member':
      if (ownerId === does.memberId) return undefined
      if (!(await isHere(assertMembersHere(tx, ctx, [does.memberId])))) return goneTo(does)
      await writeConversation(tx, id, { ownerId: does.memberId })
      await tellHandedOver(tx, ctx, { id, ownerId: does.memberId, departmentId })
      return { does: does.kind, memberId: does.memberId }
    case 'notify':
      return notify(tx, ctx, { clock, conversation, action, to: await membersOf(tx, does.to, conversation) })
    case 'notify_member': {
      const isThere = await isHere(assertMembersHere(tx, ctx, [does.memberId]))
      return notify(tx, ctx, {
        clock,
        conversation,
        action,
        to: isThere ? [does.memberId] : await membersOf(tx, 'leads', conversation),
      })
    }
  }
}

/** The receiver left since the rule was made: that is said, and the rest of the rule still holds. */
function goneTo(does: PromiseAction['does']): Record<string, unknown> {
  return { does: does.kind, isGone: true }
}

async function isHere(looking: Promise<void>): Promise<boolean> {
  return looking.then(
    () => true,
    (error) => {
      if (error instanceof AppError) return false
      throw error
    },
  )
}

async function raise(tx: Tx, { app, workspaceId }: Context, { id, raised }: ConversationRow) {
  if (raised >= raisesMax) return undefined
  await tx
    .update(conversations)
    .set({ raised: sql`${conversations.raised} + 1` })
    .where(eq(conversations.id, id))
  await weighConversations(tx, { workspaceId, ids: [id], now: app.clock.now() })
  return { does: 'raise' }
}

async function notify(tx: Tx, ctx: Context, input: Taking & { to: readonly string[] }) {
  const { clock, conversation, action, to } = input
  const broken = isFlagged(conversation) ? 'promise_flagged' : 'promise_broken'
  const kind = action.when.kind === 'broken' ? broken : 'promise_near'
  await giveNotices(tx, ctx, { memberIds: to, conversationId: clock.conversationId, kind, details: saidOfClock(clock) })
  return { does: 'notify', told: to }
}
