import type { Question } from './api-house.ts'
import type { Things } from './workspace-things.ts'

type Ids = Readonly<Record<string, string>>
type Wall = {
  least: 'observer' | 'member' | 'lead' | 'admin' | 'owner'
  places: Readonly<Record<string, keyof Things>>
  ask: (id: Ids) => Question
  stranger?: number
  own?: number
}

const of = ({ id }: Ids) => ({ params: { id: id ?? '' } })

/** Who may say who is whom, and who may have a person forgotten under all names. */
export const peopleWalls = {
  'GET /api/people': {
    least: 'observer',
    places: { exceptId: 'person' },
    ask: ({ exceptId }) => ({ query: { q: 'binnen', exceptId: exceptId ?? '' } }),
    stranger: 200, // Who is not here leaves nobody out.
  },
  'POST /api/people/{id}/link': {
    least: 'member',
    places: { id: 'person', otherId: 'otherPerson' },
    ask: (ids) => ({ ...of(ids), body: { otherId: ids.otherId } }),
  },
  'POST /api/people/{id}/unlink': {
    least: 'member',
    places: { id: 'person', otherId: 'linkedPerson' },
    ask: (ids) => ({ ...of(ids), body: { ids: [ids.otherId] } }),
  },
  'PUT /api/people/{id}/not-same': {
    least: 'member',
    places: { id: 'person', otherId: 'otherPerson' },
    ask: (ids) => ({ ...of(ids), body: { otherId: ids.otherId, isSaid: true } }),
  },
  'POST /api/people/{id}/erase': {
    least: 'admin',
    places: { id: 'person', alsoId: 'linkedPerson' },
    ask: (ids) => ({ ...of(ids), body: { keepsOut: false, alsoIds: [ids.alsoId] } }),
    own: 400, // An answer to them is held.
  },
} as const satisfies Record<string, Wall>

/** Who may say what we would do for somebody. */
export const pledgeWalls = {
  'POST /api/spelling': { least: 'observer', places: {}, ask: () => ({ body: { lang: 'nl', words: ['koffer'] } }) },
  'GET /api/own-words': { least: 'observer', places: {}, ask: () => ({}) },
  'POST /api/own-words': { least: 'member', places: {}, ask: () => ({ body: { word: 'vrijtas' } }) },
  'DELETE /api/own-words/{id}': { least: 'member', places: { id: 'ownWord' }, ask: of },
  'GET /api/measures/effects': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' } }),
  },
  'GET /api/reports/reputation': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }),
  },
  'GET /api/reports/effect': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }),
  },
  'GET /api/reports/messages': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }),
  },
  'GET /api/reports/waits': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }),
  },
  'GET /api/reports/answers': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28', which: 'sent' } }),
  },
  'GET /api/reports/topics/{id}': {
    least: 'observer',
    places: { id: 'topic' },
    ask: (ids) => ({ ...of(ids), query: { from: '2026-11-01', to: '2026-11-28' } }),
  },
  'GET /api/people/{id}/pledges': { least: 'observer', places: { id: 'person' }, ask: of },
  'POST /api/conversations/{id}/pledges': {
    least: 'member',
    places: { id: 'conversation' },
    ask: (ids) => ({ ...of(ids), body: { text: 'Bellen', dueAt: '2027-03-01T12:00:00.000Z' } }),
  },
  'PUT /api/pledges/{id}/outcome': {
    least: 'member',
    places: { id: 'pledge' },
    ask: (ids) => ({ ...of(ids), body: { outcome: 'kept' } }),
  },
} as const satisfies Record<string, Wall>

/** Closing, and with it deciding that nobody answers, whose that is, and what came of it. */
export const silenceWalls = {
  'POST /api/conversations/{id}/finish': {
    least: 'member',
    places: { id: 'conversation', ownerId: 'member' },
    ask: (ids) => ({
      ...of(ids),
      body: { decision: { kind: 'silence', reasonId: 'let-stand', ownerId: ids.ownerId } },
    }),
  },
  'GET /api/silences/report': {
    least: 'observer',
    places: {},
    ask: () => ({ query: { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' } }),
  },
} as const satisfies Record<string, Wall>
