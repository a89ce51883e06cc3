import { handle } from '#api/handler.ts'
import { presentContact, presentPerson } from '#api/present/present-person.ts'
import { readContacts, readPerson } from '#inbox/read-person.ts'

export const peopleHandlers = handle({
  'GET /api/people/{id}': async ({ ctx, house }, { params }) =>
    presentPerson(house.app, await readPerson(ctx, params.id)),

  'GET /api/people/{id}/conversations': async ({ ctx }, { params, query }) => {
    // Whoever is not here has no contact either: an empty list would say that they exist.
    await readPerson(ctx, params.id)
    const { rows, next } = await readContacts(ctx, { authorId: params.id, ...query })
    return { items: rows.map(presentContact), next }
  },
})
