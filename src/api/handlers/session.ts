import { handle, type Visit, workspaceNameIn } from '#api/handler.ts'
import { presentSession, workspaceAsked } from '#api/present/present-session.ts'
import { signInLimit } from '#api/sign-in-limit.ts'
import { AppError } from '#base/errors.ts'
import { promisesStandSince } from '#inbox/promise-health.ts'
import { changeMe, enterWorkspace, offerPractice } from '#team/change-me.ts'
import { findMember } from '#team/find-member.ts'
import { acceptInvitation, findInvitation } from '#team/invite-member.ts'
import { asFirstVisitor, startWorkspace } from '#team/start-workspace.ts'

/** Signs in and answers as the session that begins: the cookie is on its way, so it is not in the request yet. */
async function begin(visit: Visit, input: { email: string; password: string }, named?: string) {
  const { auth } = visit.house
  const key = `${visit.address} ${input.email.toLowerCase()}`
  signInLimit.assertOpen(key, visit.house.app.clock.now())
  const signedIn = await auth.signIn({ ...input, headers: visit.headers })
  if (!signedIn) {
    signInLimit.countFailure(key, visit.house.app.clock.now())
    throw new AppError('bad_input', 'E-mail address and password do not fit together. Check both and try again.', {
      details: { field: 'password' },
    })
  }
  visit.addCookies(signedIn.cookies)
  return presentSession(visit.house, { sessionId: '', userId: signedIn.userId, workspaceId: null }, named)
}

export const sessionHandlers = handle({
  'GET /api/health': async ({ house }) => {
    await house.app.db.pool.query('select 1')
    const { app } = house
    return { status: 'ok' as const, version: app.version, promisesStandSince: await promisesStandSince(app) }
  },

  'GET /api/session': async ({ house, headers }) =>
    presentSession(house, await house.auth.session(headers), workspaceNameIn(headers)),

  'POST /api/first-run': async (visit, { body }) => {
    const { app, auth } = visit.house
    await asFirstVisitor(app, async () => {
      const userId = await auth.createUser(body)
      await startWorkspace(app, { name: body.workspaceName, ownerName: body.name, userId })
    })
    return begin(visit, body)
  },

  'POST /api/sign-in': async (visit, { body }) => begin(visit, body, workspaceNameIn(visit.headers)),

  'POST /api/sign-out': async ({ house, headers, addCookies }) => {
    addCookies(await house.auth.signOut(headers))
    return {}
  },

  'PATCH /api/me': async ({ house, headers, session }, { body }) => {
    const { password, columns: kept, ...rest } = body
    if (password) {
      if (!(await house.auth.checkPassword(session.userId, password.current))) {
        throw new AppError('bad_input', 'That is not your present password.', {
          details: { field: 'password.current' },
        })
      }
      await house.auth.setPassword(session.userId, password.next)
    }
    const named = workspaceNameIn(headers)
    const workspaceId = kept && (await workspaceAsked(house.app, session, named))
    const columns = workspaceId ? { workspaceId, kept } : undefined
    await changeMe(house.app, { userId: session.userId, columns, ...rest })
    return presentSession(house, session, named)
  },

  'POST /api/me/workspace': async ({ house, session }, { body }) => {
    const member = await findMember(house.app, { userId: session.userId, workspaceId: body.workspaceId })
    if (!member) throw new AppError('not_found', 'You are not a member of that workspace.')
    await enterWorkspace(house.app, { sessionId: session.sessionId, workspaceId: body.workspaceId })
    return presentSession(house, { ...session, workspaceId: body.workspaceId })
  },

  'GET /api/invitations/{token}': async ({ house }, { params }) => {
    const { invitation, workspaceName, isKnown } = await findInvitation(house.app, params.token)
    return { workspaceName, email: invitation.email, isKnown }
  },

  'POST /api/invitations/{token}': async (visit, { params, body }) => {
    const { app, auth } = visit.house
    const { invitation, isKnown } = await findInvitation(app, params.token)
    const credentials = { email: invitation.email, password: body.password }
    const known = isKnown ? await auth.signIn({ ...credentials, headers: visit.headers }) : undefined
    if (known === null) {
      throw new AppError('bad_input', 'You have an account here already, with another password. Use that one.', {
        details: { field: 'password' },
      })
    }
    const userId = known?.userId ?? (await auth.createUser({ ...credentials, name: body.name, lang: body.lang }))
    await acceptInvitation(app, { invitation, userId, name: body.name })
    await offerPractice(app, userId)
    return begin(visit, credentials)
  },
})
