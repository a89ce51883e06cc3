import { handle } from '#api/handler.ts'
import { refusalsInDutch } from '#api/refusals-in-dutch.ts'
import type { AppError } from '#base/errors.ts'
import type { Words } from '#domain/connector.ts'
import { readKnowledge } from '#inbox/knowledge/read-knowledge.ts'
import { addKnowledge, changeKnowledge, removeKnowledge } from '#inbox/knowledge/save-knowledge.ts'
import { exportSnippets, importSnippets } from '#inbox/snippets/import-snippets.ts'
import { readSnippets, readSnippetVersions } from '#inbox/snippets/read-snippets.ts'
import { changeSnippet, createSnippet, putSnippetBack, removeSnippet } from '#inbox/snippets/save-snippet.ts'
import { saveSnippetSettings } from '#inbox/snippets/snippet-rights.ts'
import { suggestSnippets } from '#inbox/snippets/suggest-snippets.ts'

const moment = (text: string | null) => (text === null ? null : new Date(text))

export const snippetHandlers = handle({
  'GET /api/snippets': ({ ctx }) => readSnippets(ctx),

  'POST /api/snippets': async ({ ctx }, { body }) => ({
    id: await createSnippet(ctx, { ...body, expiresAt: moment(body.expiresAt) }),
  }),

  'PUT /api/snippets/{id}': async ({ ctx }, { params, body }) => {
    await changeSnippet(ctx, { ...body, id: params.id, expiresAt: moment(body.expiresAt) })
    return {}
  },

  'DELETE /api/snippets/{id}': async ({ ctx }, { params }) => {
    await removeSnippet(ctx, params.id)
    return {}
  },

  'GET /api/snippets/{id}/versions': ({ ctx }, { params }) => readSnippetVersions(ctx, params.id),

  'POST /api/snippets/{id}/versions/{number}/restore': async ({ ctx }, { params }) => {
    await putSnippetBack(ctx, params)
    return {}
  },

  'PATCH /api/snippet-settings': async ({ ctx }, { body }) => {
    await saveSnippetSettings(ctx, body)
    return {}
  },

  'GET /api/snippet-file': async ({ ctx }, { query }) => ({
    name: `snippets.${query.format}`,
    text: await exportSnippets(ctx, query.format),
  }),

  'POST /api/snippet-file': async ({ ctx }, { body }) => {
    const { refused, ...counts } = await importSnippets(ctx, body)
    return { ...counts, refused: refused.map(({ name, error }) => ({ name, why: bothWords(error) })) }
  },

  'GET /api/conversations/{id}/snippets': ({ ctx }, { params }) => suggestSnippets(ctx, params.id),

  'GET /api/knowledge': ({ ctx }) => readKnowledge(ctx),

  'POST /api/knowledge': async ({ ctx }, { body }) => ({
    id: await addKnowledge(ctx, { ...body, since: moment(body.since), validUntil: moment(body.validUntil) }),
  }),

  'PUT /api/knowledge/{id}': async ({ ctx }, { params, body }) => {
    const moments = { since: moment(body.since), validUntil: moment(body.validUntil) }
    await changeKnowledge(ctx, { ...body, ...moments, id: params.id })
    return {}
  },

  'DELETE /api/knowledge/{id}': async ({ ctx }, { params }) => {
    await removeKnowledge(ctx, params.id)
    return {}
  },
})

/** A refusal that is a line of an answer, in both languages. */
function bothWords({ message, details }: AppError): Words {
  const words = details.words as Words | undefined
  return words ?? { en: message, nl: refusalsInDutch[message] ?? message }
}
