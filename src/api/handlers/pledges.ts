import { handle } from '#api/handler.ts'
import { presentPledge } from '#api/present/present-promise.ts'
import { makePledge, settlePledge } from '#inbox/make-pledge.ts'
import { readPerson } from '#inbox/read-person.ts'
import { pledgesTo, readPledge } from '#inbox/read-pledges.ts'

export const pledgeHandlers = handle({
  'POST /api/conversations/{id}/pledges': async ({ ctx }, { params, body }) => {
    const { id } = await makePledge(ctx, {
      conversationId: params.id,
      text: body.text,
      dueAt: new Date(body.dueAt),
    })
    return presentPledge(await readPledge(ctx, id))
  },

  'PUT /api/pledges/{id}/outcome': async ({ ctx }, { params, body }) => {
    const { id } = await settlePledge(ctx, { id: params.id, outcome: body.outcome })
    return presentPledge(await readPledge(ctx, id))
  },

  'GET /api/people/{id}/pledges': async ({ ctx, house }, { params }) => {
    // Whoever is not here was pledged nothing either: an empty list would say that they exist.
    const { identities } = await readPerson(ctx, params.id)
    const authorIds = identities.map(({ author }) => author.id)
    const found = await house.app.db.inWorkspace(ctx.workspaceId, (tx) => pledgesTo(tx, authorIds))
    return found.map(presentPledge)
  },
})
