import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { notices } from '#db/tables/promises.ts'
import { departmentMembers, members } from '#db/tables/team.ts'
import type { NoticeKind } from '#domain/notice.ts'
import type { Audience } from '#domain/promise-action.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import type { ConversationRow } from './change-conversation.ts'

export type NewNotice = {
  memberIds: readonly string[]
  conversationId: string
  kind: NoticeKind
  details: Record<string, unknown>
}

/** The one door to a notice. Whatever else carries them further reads the rows, after the event `notice.given`. */
export async function giveNotices(tx: Tx, { app, workspaceId }: Context, input: NewNotice): Promise<void> {
  const { memberIds, ...rest } = input
  if (memberIds.length === 0) return
  const at = app.clock.now()
  const rows = [...new Set(memberIds)].map((memberId) => ({ id: newId(), workspaceId, memberId, ...rest, at }))
  await tx.insert(notices).values(rows)
  await tellEvents(tx, workspaceId, [
    { kind: 'notice.given', subjectId: input.conversationId, conversationId: input.conversationId },
  ])
}

type Here = { id: string; role: string }

/** Who belongs to it now. A promise in danger is never told to nobody: without them it is told to those who lead. */
export async function membersOf(
  tx: Tx,
  to: Audience,
  { workspaceId, ownerId, departmentId }: Pick<ConversationRow, 'workspaceId' | 'ownerId' | 'departmentId'>,
): Promise<string[]> {
  const here = await tx
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.leftAt)))
  const inDepartment = departmentId === null ? [] : await membersIn(tx, departmentId)
  const leads = here.filter(isLead).map(({ id }) => id)
  const found = {
    owner: here.filter(({ id }) => id === ownerId).map(({ id }) => id),
    department: here.filter(({ id }) => inDepartment.includes(id)).map(({ id }) => id),
    leads,
    everybody: here.filter(({ role }) => role !== 'observer').map(({ id }) => id),
  }[to]
  return found.length > 0 ? found : leads
}

function isLead({ role }: Here): boolean {
  return role === 'lead' || role === 'admin' || role === 'owner'
}

async function membersIn(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: departmentMembers.memberId })
    .from(departmentMembers)
    .where(eq(departmentMembers.departmentId, departmentId))
  return rows.map(({ id }) => id)
}
