import { newId } from '#base/ids.ts'
import { members } from '#db/tables/team.ts'
import type { Role } from '#domain/member.ts'
import { change } from './change.ts'
import type { Context } from './context.ts'

/** Makes a user a member; one who left comes back with the new role. */
export async function addMember(ctx: Context, input: { userId: string; name: string; role: Role }): Promise<void> {
  await change(ctx, 'member.join', async (tx) => {
    const id = newId()
    await tx
      .insert(members)
      .values({ id, workspaceId: ctx.workspaceId, ...input })
      .onConflictDoUpdate({ target: [members.workspaceId, members.userId], set: { leftAt: null, role: input.role } })
    return { result: undefined, subject: { kind: 'user', id: input.userId }, events: [{ kind: 'team.changed' }] }
  })
}
