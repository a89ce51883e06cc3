import { handle } from '#api/handler.ts'
import { presentContact, presentFound, presentPerson } from '#api/present/present-person.ts'
import { forgetInAlerts } from '#crisis/alerts/forget-in-alerts.ts'
import { forgetInIncidents } from '#crisis/incident/forget-in-incidents.ts'
import { type NameLeft, namesLeft } from '#crisis/names-left.ts'
import { followMark } from '#inbox/follow-mark.ts'
import { readContacts, readPerson } from '#inbox/read-person.ts'
import { changePersonNote, removePersonNote, writePersonNote } from '#inbox/write-person-note.ts'
import { linkAuthors } from '#mentions/link-authors.ts'
import { markAuthor } from '#mentions/mark-author.ts'
import { findAuthors } from '#mentions/read-linked.ts'
import { sayNotSame } from '#mentions/say-not-same.ts'
import { unlinkAuthor } from '#mentions/unlink-author.ts'
import { type AlsoForget, eraseAuthor } from '#reply/erase-author.ts'
import { exportAuthor } from '#reply/export-author.ts'

export const peopleHandlers = handle({
  'GET /api/people/{id}': async ({ ctx, house }, { params }) =>
    presentPerson(house.app, await readPerson(ctx, params.id)),

  'GET /api/people': async ({ ctx, house }, { query }) => {
    const found = await findAuthors(ctx, { words: query.q, exceptId: query.exceptId })
    return { items: found.map((one) => presentFound(house.app, one)) }
  },

  'POST /api/people/{id}/link': ({ ctx }, { params, body }) =>
    linkAuthors(ctx, { id: params.id, otherId: body.otherId, after: followMark(ctx) }),

  'POST /api/people/{id}/unlink': ({ ctx }, { params, body }) =>
    unlinkAuthor(ctx, { id: params.id, ids: body.ids, after: followMark(ctx) }),

  'PUT /api/people/{id}/not-same': async ({ ctx }, { params, body }) => {
    await sayNotSame(ctx, { id: params.id, ...body })
    return {}
  },

  'PUT /api/people/{id}/mark': async ({ ctx }, { params, body }) => {
    await markAuthor(ctx, { id: params.id, mark: body.mark, after: followMark(ctx) })
    return {}
  },

  'POST /api/people/{id}/notes': async ({ ctx }, { params, body }) => ({
    id: await writePersonNote(ctx, { authorId: params.id, text: body.text }),
  }),

  'PUT /api/person-notes/{id}': async ({ ctx }, { params, body }) => {
    await changePersonNote(ctx, { id: params.id, text: body.text })
    return {}
  },

  'DELETE /api/person-notes/{id}': async ({ ctx }, { params }) => {
    await removePersonNote(ctx, params.id)
    return {}
  },

  'POST /api/people/{id}/export': async ({ ctx }, { params }) => {
    const { exportedAt, ...taken } = await exportAuthor(ctx, params.id)
    return { ...taken, exportedAt: new Date(exportedAt) }
  },

  'POST /api/people/{id}/erase': async ({ ctx, house }, { params, body }) => {
    const left = new Map<string, NameLeft>()
    const alsoForget: AlsoForget = async (tx, erasing) => {
      await forgetInCrisis(tx, erasing)
      for (const one of await namesLeft(tx, erasing)) left.set(`${one.kind} ${one.id}`, one)
    }
    const erased = await eraseAuthor(ctx, { id: params.id, ...body, alsoForget })
    house.followed.forget(ctx.workspaceId)
    return { ...erased, left: [...left.values()] }
  },

  'GET /api/people/{id}/conversations': async ({ ctx }, { params, query }) => {
    // Whoever is not here has no contact either: an empty list would say that they exist.
    await readPerson(ctx, params.id)
    const { rows, next } = await readContacts(ctx, { authorId: params.id, ...query })
    return { items: rows.map(presentContact), next }
  },
})

const forgetInCrisis: AlsoForget = async (tx, erasing) => {
  await forgetInIncidents(tx, erasing)
  await forgetInAlerts(tx, erasing)
}
