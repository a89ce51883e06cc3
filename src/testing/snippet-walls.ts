import { newId } from '#base/ids.ts'
import type { Question } from './api-house.ts'
import type { Things } from './workspace-things.ts'

type Ids = Readonly<Record<string, string>>
type Wall = {
  least: 'observer' | 'member' | 'lead' | 'admin' | 'owner'
  places?: Readonly<Record<string, keyof Things>>
  ask?: (id: Ids) => Question
  own?: number
}

export const snippetAsked = {
  ...{ name: 'Koffer kwijt', tags: ['koffer'], state: 'live' as const, ownerId: null },
  wordings: [{ lang: 'nl', network: null, texts: ['Wat vervelend. We zoeken hem.'] }],
}
export const factAsked = {
  ...{ statements: [{ lang: 'nl', text: 'Een koffer mag 23 kilo wegen.' }], source: 'Vervoersvoorwaarden' },
  ...{ confirmedBy: 'Bagage', ownerId: null, tags: [], topicIds: [] },
}
const asked = { ...snippetAsked, expiresAt: null }
const known = { ...factAsked, since: null, validUntil: null }
const of = ({ id }: Ids) => ({ params: { id: id ?? '' } })
const snippet = { least: 'lead', places: { id: 'snippet' } } as const
const fact = { least: 'lead', places: { id: 'fact' } } as const

/** Everybody uses them; who leads writes them, until the workspace says otherwise. */
export const snippetWalls = {
  'GET /api/snippets': { least: 'observer' },
  'POST /api/snippets': {
    least: 'lead',
    places: { ownerId: 'member' },
    ask: ({ ownerId }) => ({ body: { ...asked, name: newId(), ownerId } }),
  },
  'PUT /api/snippets/{id}': {
    ...snippet,
    ask: (ids) => ({ ...of(ids), body: { ...asked, name: newId(), basedOn: 1 } }),
  },
  'DELETE /api/snippets/{id}': { ...snippet, ask: of },
  'GET /api/snippets/{id}/versions': { ...snippet, least: 'observer', ask: of },
  'POST /api/snippets/{id}/versions/{number}/restore': {
    ...snippet,
    ask: ({ id }) => ({ params: { id: id ?? '', number: '1' }, body: {} }),
  },
  'PATCH /api/snippet-settings': { least: 'admin', ask: () => ({ body: { inARowMax: 3, writers: 'lead' } }) },
  'GET /api/snippet-file': { least: 'observer' },
  'POST /api/snippet-file': {
    least: 'lead',
    ask: () => ({ body: { format: 'csv', text: 'name,text\nGroet,Dag' } }),
  },
  'GET /api/conversations/{id}/snippets': { least: 'observer', places: { id: 'conversation' }, ask: of },
  'GET /api/knowledge': { least: 'observer' },
  'POST /api/knowledge': {
    least: 'lead',
    places: { ownerId: 'member', topicId: 'topic' },
    ask: ({ ownerId, topicId }) => ({ body: { ...known, ownerId, topicIds: [topicId] } }),
  },
  'PUT /api/knowledge/{id}': { ...fact, ask: (ids) => ({ ...of(ids), body: { ...known, revision: 1 } }) },
  'DELETE /api/knowledge/{id}': { ...fact, ask: of },
} as const satisfies Record<string, Wall>
