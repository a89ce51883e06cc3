import { handle, type MemberVisit } from '#api/handler.ts'
import { presentWorkspace } from '#api/present/present-session.ts'
import { present } from '#base/assert.ts'
import { releaseAllOf } from '#inbox/claim-conversation.ts'
import { changeDepartment, createDepartment, removeDepartment } from '#team/change-department.ts'
import { changeMember, removeMember, sayAway } from '#team/change-member.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { inviteMember, withdrawInvitation } from '#team/invite-member.ts'
import { readDepartments, readInvitations, readMembers, readWorkspace } from '#team/read-team.ts'
import { readSilenceReasons } from '#team/silence-reasons.ts'
import { assertHolidays } from './hours.ts'

async function departmentOf({ ctx }: MemberVisit, id: string) {
  return present(
    (await readDepartments(ctx)).find((one) => one.id === id),
    'the department just written is read',
  )
}

export const teamHandlers = handle({
  'PATCH /api/workspace': async ({ ctx, house }, { body }) => {
    assertHolidays(body.openingHours)
    await changeWorkspace(ctx, body)
    house.engine.forget(ctx.workspaceId)
    return presentWorkspace(await readWorkspace(ctx), await readSilenceReasons(ctx))
  },

  'GET /api/members': async ({ ctx }) => ({
    members: await readMembers(ctx),
    invitations: (await readInvitations(ctx)).map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt })),
  }),

  'PATCH /api/members/{id}': async ({ ctx }, { params, body }) => {
    await changeMember(ctx, { id: params.id, ...body })
    return present(
      (await readMembers(ctx)).find((one) => one.id === params.id),
      'the member just changed is read',
    )
  },

  'PUT /api/me/away': async ({ ctx }, { body }) => {
    await sayAway(ctx, body)
    return {}
  },

  'DELETE /api/members/{id}': async ({ ctx }, { params }) => {
    await removeMember(ctx, params.id)
    await releaseAllOf(ctx, params.id)
    return {}
  },

  'POST /api/invitations': async ({ ctx, house }, { body }) => {
    const { invitation, token } = await inviteMember(ctx, body)
    const { id, email, role, expiresAt } = invitation
    return { id, email, role, expiresAt, link: `${house.app.publicUrl}/invitation/${token}` }
  },

  'DELETE /api/invitations/{id}': async ({ ctx }, { params }) => {
    await withdrawInvitation(ctx, params.id)
    return {}
  },

  'GET /api/departments': async ({ ctx }) => readDepartments(ctx),

  'POST /api/departments': async (visit, { body }) => departmentOf(visit, await createDepartment(visit.ctx, body)),

  'PATCH /api/departments/{id}': async (visit, { params, body }) => {
    await changeDepartment(visit.ctx, { id: params.id, ...body })
    return departmentOf(visit, params.id)
  },

  'DELETE /api/departments/{id}': async ({ ctx }, { params }) => {
    await removeDepartment(ctx, params.id)
    return {}
  },
})
