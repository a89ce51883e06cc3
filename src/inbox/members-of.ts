import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/tables/team.ts'
import type { Audience } from '#domain/promise-action.ts'
import type { ConversationRow } from './change-conversation.ts'
import { membersOfDepartment } from './tell-handed-over.ts'

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
  const inDepartment = departmentId === null ? [] : await membersOfDepartment(tx, departmentId)
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
