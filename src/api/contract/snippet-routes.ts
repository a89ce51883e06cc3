import { z } from 'zod'
import { knowledgeInputSchema } from '#domain/knowledge-input.ts'
import { fileFormats, fileMax } from '#domain/snippet-file.ts'
import { snippetInputSchema, snippetSettingsSchema } from '#domain/snippet-input.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './snippet-shapes.ts'

const made = byId
const number = z.coerce.number().int().min(1).max(1_000_000)

/** Wordings to begin an answer with, and what we know to be so. */
export const snippetRoutes = {
  'GET /api/snippets': {
    who: 'member',
    says: 'All snippets, by name, with how often each was used.',
    answer: shape.snippetsShape,
  },
  'POST /api/snippets': {
    who: 'member',
    says: 'A new snippet. Refused (413) when a wording is too long for the network it is for.',
    body: snippetInputSchema,
    answer: made,
    isOnce: true,
  },
  'PUT /api/snippets/{id}': {
    who: 'member',
    says: 'Changes it; other words are a new version. Refused (409) when a colleague changed it since `basedOn`.',
    params: byId,
    body: snippetInputSchema.extend({ basedOn: z.int().min(1) }),
    answer: nothing,
  },
  'DELETE /api/snippets/{id}': {
    who: 'member',
    says: 'Removes one that no answer was written with. One that was used is retired instead.',
    params: byId,
    answer: nothing,
  },
  'GET /api/snippets/{id}/versions': {
    who: 'member',
    says: 'What it said, the newest first, with how many answers were written with each.',
    params: byId,
    answer: z.array(shape.snippetVersionShape),
  },
  'POST /api/snippets/{id}/versions/{number}/restore': {
    who: 'member',
    says: 'Makes an older version hold again, as a new version.',
    params: byId.extend({ number }),
    body: nothing,
    answer: nothing,
  },
  'PATCH /api/snippet-settings': {
    who: 'member',
    says: 'After how many answers in a row a wording gives way to the next, and who writes snippets and knowledge.',
    body: snippetSettingsSchema,
    answer: nothing,
  },
  'GET /api/snippet-file': {
    who: 'member',
    says: 'All snippets as a file, as they can be taken in again.',
    query: z.object({ format: z.enum(fileFormats).default('csv') }),
    answer: z.object({ name: z.string(), text: z.string() }),
  },
  'POST /api/snippet-file': {
    who: 'member',
    says: 'Takes in a file. A name that is here gets a new version where the words are others; what does not fit is named.',
    body: z.object({ format: z.enum(fileFormats), text: z.string().min(1).max(fileMax) }),
    answer: shape.importedShape,
  },
  'GET /api/conversations/{id}/snippets': {
    who: 'member',
    says: 'The snippets and facts that are likest to what was said here, with the words that say so, and which wordings the last answers used.',
    params: byId,
    answer: shape.suggestedShape,
  },
  'GET /api/knowledge': {
    who: 'member',
    says: 'What we know to be so, where from, and until when.',
    answer: shape.knowledgeShape,
  },
  'POST /api/knowledge': {
    who: 'member',
    says: 'A new fact, with its source.',
    body: knowledgeInputSchema,
    answer: made,
    isOnce: true,
  },
  'PUT /api/knowledge/{id}': {
    who: 'member',
    says: 'Changes a fact. Refused (409) when a colleague changed it since that revision.',
    params: byId,
    body: knowledgeInputSchema.extend({ revision: z.int().min(1) }),
    answer: nothing,
  },
  'DELETE /api/knowledge/{id}': { who: 'member', says: 'Forgets a fact.', params: byId, answer: nothing },
} as const satisfies Record<string, Route>
