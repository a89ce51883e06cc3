import { adviserAsked } from './asked-examples.ts'
import { assistAsked } from './assist-house.ts'

type Ids = Readonly<Record<string, string>>
const server = { address: 'http://127.0.0.1:9/v1' }
const conversation = (body: object) => ({
  places: { id: 'conversation' as const },
  ask: ({ id = '' }: Ids) => ({ params: { id }, body }),
})

/** Who may choose a model, ask it, and see what it cost. Nobody is there to answer, and that is said. */
export const modelWalls = {
  'GET /api/adviser': { least: 'observer' },
  'PUT /api/adviser': { least: 'admin', ask: () => ({ body: adviserAsked }) },
  'POST /api/adviser/try': { least: 'admin', ask: () => ({ body: adviserAsked }), own: 502 },
  'DELETE /api/adviser': { least: 'admin' },
  'GET /api/assist': { least: 'observer' },
  'PUT /api/assist': {
    least: 'admin',
    places: { departmentId: 'department', memberId: 'member' },
    ask: ({ departmentId, memberId }: Ids) => ({
      body: { ...assistAsked, departmentIds: [departmentId], memberIds: [memberId] },
    }),
  },
  'DELETE /api/assist': { least: 'admin' },
  'POST /api/assist/models': { least: 'admin', ask: () => ({ body: server }), own: 502 },
  'POST /api/assist/try': { least: 'admin', ask: () => ({ body: { ...server, model: 'small' } }), own: 502 },
  'PUT /api/me/assist': { least: 'member', ask: () => ({ body: { shows: 'first' } }) },
  // It is off in this house: whoever might ask is told so, and of a conversation that is not theirs nothing.
  'POST /api/conversations/{id}/assist-preview': {
    least: 'member',
    ...conversation({ task: 'draft', lang: 'nl' }),
    own: 403,
  },
  // None of these is a suggestion of whoever asks; what is somebody else's is tested where it is made.
  'POST /api/assist-uses/{id}/accept': { least: 'member', ...conversation({}), own: 404 },
} as const
