import { starterPolicy } from '#domain/policy-starter.ts'

const conversation = (more: object = {}) => ({
  places: { id: 'conversation' as const },
  ask: ({ id = '' }: Readonly<Record<string, string>>) => ({ params: { id }, ...more }),
})
const nowhere = { params: { number: '9' } }

/** The walls of the response policy. Nothing was published, and nobody wrote: what says it knows better is refused. */
export const policyWalls = {
  'GET /api/policy': { least: 'observer' },
  'GET /api/policy/starters/{which}': { least: 'observer', ask: () => ({ params: { which: 'shop' } }) },
  'GET /api/policy/versions/{number}': { least: 'observer', ask: () => nowhere, own: 404 },
  'PUT /api/policy/draft': {
    least: 'lead',
    ask: () => ({ body: { text: 'policy', examples: [], revision: 9 } }),
    own: 409,
  },
  'DELETE /api/policy/draft': { least: 'lead' },
  'POST /api/policy/compare': {
    least: 'observer',
    ask: () => ({ body: { policy: starterPolicy('shop', 'nl').policy } }),
  },
  'POST /api/policy/versions': {
    least: 'lead',
    ask: () => ({ body: { ...starterPolicy('shop', 'nl'), basedOn: 9 } }),
    own: 409,
  },
  'POST /api/policy/versions/{number}/restore': { least: 'lead', ask: () => ({ ...nowhere, body: {} }), own: 404 },
  'GET /api/conversations/{id}/advice': { least: 'observer', ...conversation() },
  'PUT /api/conversations/{id}/advice/answers': {
    least: 'member',
    ...conversation({ body: { questionId: 'true', answer: null } }),
  },
} as const
