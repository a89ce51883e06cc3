import { handle } from '#api/handler.ts'
import { presentContact, presentPerson } from '#api/present/present-person.ts'
import { followMark } from '#inbox/follow-mark.ts'
import { readContacts, readPerson } from '#inbox/read-person.ts'
import { markAuthor } from '#mentions/mark-author.ts'

export const peopleHandlers = handle({
  'GET /api/people/{id}': async ({ ctx, house }, { params }) =>
    presentPerson(house.app, await readPerson(ctx, params.id)),

  'PUT /api/people/{id}/mark': async ({ ctx }, { params, body }) => {
    await markAuthor(ctx, { id: params.id, mark: body.mark, after: followMark(ctx) })
    return {}
  },

  'GET /api/people/{id}/conversations': async ({ ctx }, { params, query }) => {
    // Whoever is not here has no contact either: an empty list would say that they exist.
    await readPerson(ctx, params.id)
    const { rows, next } = await readContacts(ctx, { authorId: params.id, ...query })
    return { items: rows.map(presentContact), next }
  },
})
