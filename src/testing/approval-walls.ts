import { usualApprovals } from '#domain/approval.ts'
import { incidentWalls } from './incident-walls.ts'

type Ids = Readonly<Record<string, string>>
const nobody = '01938000-0000-7000-8000-000000000009'

/** The walls of approvals, and of the room that can ask for them. What is asked about here waits for nothing: what says it knows better is refused. */
export const approvalWalls = {
  'GET /api/approvals': { least: 'observer' },
  'GET /api/approvals/versions': { least: 'observer' },
  'PUT /api/approvals': {
    least: 'admin',
    ask: () => ({ body: { settings: usualApprovals, basedOn: 99 } }),
    own: 409,
  },
  'PUT /api/approvals/all': { least: 'lead', ask: () => ({ body: { all: 'never' } }) },
  'GET /api/conversations/{id}/approval': {
    least: 'observer',
    places: { id: 'conversation' },
    ask: ({ id = '' }: Ids) => ({ params: { id } }),
  },
  'POST /api/replies/{id}/approval': {
    least: 'member',
    places: { id: 'held' },
    ask: ({ id = '' }: Ids) => ({ params: { id }, body: { what: 'approve', askId: nobody } }),
    own: 409,
  },
  ...incidentWalls,
} as const
