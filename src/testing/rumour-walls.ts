import type { Question } from './api-house.ts'
import type { Things } from './workspace-things.ts'

type Ids = Readonly<Record<string, string>>
type Wall = {
  least: 'observer' | 'member' | 'lead' | 'admin' | 'owner'
  places?: Readonly<Record<string, keyof Things>>
  ask?: (id: Ids) => Question
  own?: number
}

export const rumourAsked = {
  title: 'Er zit salmonella in de salades en dat wordt verzwegen',
  truth: 'untrue' as const,
  state: 'watched' as const,
  wordings: [{ lang: 'nl', text: 'Zilvermeeuw verzwijgt salmonella in de salades' }],
  marks: { all: [['zilvermeeuw'], ['salmonella', 'besmet*'], ['verzwijg*', 'stil', 'doofpot']], none: [] },
  sources: [{ text: 'Inspectie van de NVWA', url: 'https://nvwa.example/rapport' }],
  topicIds: [] as string[],
  ownerId: null as string | null,
}
const answer = { statements: [{ lang: 'nl', text: 'Er is niets gevonden: zie het rapport.' }] }
const of = ({ id }: Ids) => ({ params: { id: id ?? '' } })
const rumour = { places: { id: 'rumour' }, least: 'member' } as const

/** Everybody sees them; who answers writes them; who leads approves what is said, and takes one away. */
export const rumourWalls = {
  'GET /api/rumours': { least: 'observer' },
  'GET /api/rumours/{id}': { ...rumour, least: 'observer', ask: of },
  'POST /api/rumours': {
    least: 'member',
    places: { ownerId: 'member', topicId: 'topic' },
    ask: ({ ownerId, topicId }) => ({ body: { ...rumourAsked, ownerId, topicIds: [topicId] } }),
  },
  'PUT /api/rumours/{id}': { ...rumour, ask: (ids) => ({ ...of(ids), body: { ...rumourAsked, revision: 1 } }) },
  'DELETE /api/rumours/{id}': { ...rumour, least: 'lead', ask: of },
  'POST /api/rumours/{id}/answers': { ...rumour, ask: (ids) => ({ ...of(ids), body: answer }) },
  'POST /api/rumours/{id}/answers/{number}/approval': {
    ...rumour,
    least: 'lead',
    // There is no answer of it yet.
    own: 404,
    ask: ({ id }) => ({ params: { id: id ?? '', number: '1' }, body: {} }),
  },
  'PUT /api/rumours/{id}/mentions/{mentionId}': {
    least: 'member',
    places: { id: 'rumour', mentionId: 'message' },
    ask: ({ id, mentionId }) => ({
      params: { id: id ?? '', mentionId: mentionId ?? '' },
      body: { verdict: 'refused' },
    }),
  },
  'POST /api/rumour-marks': { least: 'observer', ask: () => ({ body: { wordings: rumourAsked.wordings } }) },
  'POST /api/rumour-trial': {
    least: 'observer',
    ask: () => ({ body: { marks: rumourAsked.marks, wordings: rumourAsked.wordings } }),
  },
  'GET /api/conversations/{id}/rumours': { least: 'observer', places: { id: 'conversation' }, ask: of },
} as const satisfies Record<string, Wall>
