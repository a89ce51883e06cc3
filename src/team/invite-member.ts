import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { departmentMembers, departments, invitations, members, users, workspaces } from '#db/tables/team.ts'
import { isAtLeast, type Role } from '#domain/member.ts'
import { assertDepartmentsHere } from './assert-here.ts'
import { change } from './change.ts'
import { type Context, memberOf } from './context.ts'

const validDays = 14

export type Invitation = typeof invitations.$inferSelect

/** Invites a colleague. The token is returned once and kept only as its SHA-256. */
export async function inviteMember(
  ctx: Context,
  input: { email: string; role: Role; departmentIds: readonly string[] },
): Promise<{ invitation: Invitation; token: string }> {
  const by = memberOf(ctx)
  if (!isAtLeast(by.role, input.role)) {
    throw new AppError('not_allowed', 'You cannot give somebody more rights than you have yourself.')
  }
  const token = randomBytes(32).toString('base64url')
  const invitation = await change(ctx, 'member.invite', async (tx) => {
    await assertDepartmentsHere(tx, ctx, input.departmentIds)
    const [row] = await tx
      .insert(invitations)
      .values({
        id: newId(),
        workspaceId: ctx.workspaceId,
        email: input.email.toLowerCase(),
        role: input.role,
        departmentIds: [...input.departmentIds],
        tokenHash: hashOf(token),
        invitedBy: by.id,
        expiresAt: new Date(ctx.app.clock.now().getTime() + validDays * day),
      })
      .returning()
    if (!row) throw new AppError('unavailable', 'The invitation was not kept. Try it again.')
    return { result: row, subject: { kind: 'invitation', id: row.id }, details: { role: input.role } }
  })
  return { invitation, token }
}

export async function withdrawInvitation(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'member.invite', async (tx) => {
    const gone = await tx
      .delete(invitations)
      .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.id, id)))
      .returning({ id: invitations.id })
    return { result: undefined, subject: { kind: 'invitation', id }, isSilent: gone.length === 0 }
  })
}

/** What a link offers. @throws AppError `gone` when it was used, withdrawn or is too old. */
export async function findInvitation(
  app: App,
  token: string,
): Promise<{ invitation: Invitation; workspaceName: string; isKnown: boolean }> {
  const [found] = await app.db.asSystem((tx) =>
    tx
      .select({ invitation: invitations, workspaceName: workspaces.name, userId: users.id })
      .from(invitations)
      .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
      .leftJoin(users, eq(users.email, invitations.email))
      .where(
        and(
          eq(invitations.tokenHash, hashOf(token)),
          isNull(invitations.acceptedAt),
          gt(invitations.expiresAt, app.clock.now()),
        ),
      ),
  )
  if (!found) {
    throw new AppError('gone', 'This invitation was used, withdrawn or is too old. Ask your colleague for a new one.')
  }
  return { invitation: found.invitation, workspaceName: found.workspaceName, isKnown: found.userId !== null }
}

/** Makes the user a member. The condition sits in the update: a link works once. */
export async function acceptInvitation(
  app: App,
  { invitation, userId, name }: { invitation: Invitation; userId: string; name: string },
): Promise<void> {
  const ctx: Context = { app, workspaceId: invitation.workspaceId, actor: { kind: 'system', part: 'first-run' } }
  await change(ctx, 'member.join', async (tx) => {
    const taken = await tx
      .update(invitations)
      .set({ acceptedAt: app.clock.now() })
      .where(and(eq(invitations.id, invitation.id), isNull(invitations.acceptedAt)))
      .returning({ id: invitations.id })
    if (taken.length === 0) throw new AppError('gone', 'This invitation was just used.')
    const [member] = await tx
      .insert(members)
      .values({ id: newId(), workspaceId: ctx.workspaceId, userId, name, role: invitation.role })
      .onConflictDoUpdate({
        target: [members.workspaceId, members.userId],
        set: { leftAt: null, role: invitation.role },
      })
      .returning()
    if (!member) throw new AppError('unavailable', 'The membership was not kept. Try it again.')
    await joinDepartments(tx, { invitation, memberId: member.id })
    return { result: undefined, subject: { kind: 'member', id: member.id }, events: [{ kind: 'team.changed' }] }
  })
}

/** Those that still exist: a department may have gone while the link lay in somebody's mail. */
async function joinDepartments(
  tx: Tx,
  { invitation, memberId }: { invitation: Invitation; memberId: string },
): Promise<void> {
  const { workspaceId, departmentIds } = invitation
  if (departmentIds.length === 0) return
  const still = await tx
    .select({ departmentId: departments.id })
    .from(departments)
    .where(and(eq(departments.workspaceId, workspaceId), inArray(departments.id, departmentIds)))
  if (still.length === 0) return
  await tx
    .insert(departmentMembers)
    .values(still.map(({ departmentId }) => ({ workspaceId, departmentId, memberId })))
    .onConflictDoNothing()
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
