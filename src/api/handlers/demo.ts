import { handle } from '#api/handler.ts'
import { presentSession } from '#api/present/present-session.ts'
import { present } from '#base/assert.ts'
import { enterWorkspace } from '#team/change-me.ts'

export const demoHandlers = handle({
  'GET /api/demo': async ({ house, session }) => house.demo.read(session.userId),

  'POST /api/demo': async ({ house, session }) => {
    const { user } = await presentSession(house, session)
    const { id: userId, name, lang } = present(user, 'the user of the session')
    const workspaceId = await house.demo.enter({ userId, name, lang })
    await enterWorkspace(house.app, { sessionId: session.sessionId, workspaceId })
    return presentSession(house, { ...session, workspaceId })
  },

  'DELETE /api/demo': async ({ house, session }) => {
    await house.demo.remove(session.userId)
    return presentSession(house, { ...session, workspaceId: null })
  },
})
