import type { Role } from '#domain/role.ts'
import type { Question } from './api-house.ts'
import { hookAsked, mailServer, subscription } from './asked-examples.ts'
import type { Things } from './workspace-things.ts'

type Ids = Readonly<Record<string, string>>
type Wall = {
  least: Role
  places?: Readonly<Record<string, keyof Things>>
  ask?: (ids: Ids) => Question
  own?: number
}

const params = ({ id = '' }: Ids) => ({ params: { id } })
const hookBody = ({ departmentId }: Ids) => ({ body: { ...hookAsked, departmentId } })
const ofHook = { id: 'hook', departmentId: 'department' } as const
// A device is one person's own: no other member of any role reaches it.
const nowhere = { id: '00000000-0000-7000-8000-000000000000' }

/** Who may ask how one is told, and on which ways it leaves the house. */
export const notifyWalls = {
  'GET /api/notices': { least: 'observer' },
  'POST /api/notices/read': { least: 'observer', ask: () => ({ body: {} }) },
  'GET /api/notices/settings': { least: 'observer' },
  'PATCH /api/notices/settings': { least: 'observer', ask: () => ({ body: { levels: { mentioned: 'page' } } }) },
  'GET /api/devices': { least: 'observer' },
  'POST /api/devices': { least: 'observer', ask: () => ({ body: { name: 'Firefox', subscription } }) },
  'DELETE /api/devices/{id}': { least: 'observer', ask: () => ({ params: nowhere }), own: 404 },
  'POST /api/devices/{id}/try': { least: 'observer', ask: () => ({ params: nowhere, body: {} }), own: 404 },
  'GET /api/mail': { least: 'observer' },
  'PUT /api/mail': { least: 'admin', ask: () => ({ body: mailServer }) },
  // Nobody is there, and that is said.
  'POST /api/mail/try': { least: 'admin', ask: () => ({ body: {} }) },
  'PUT /api/mail/digest': {
    least: 'admin',
    ask: () => ({ body: { hour: '16:30', timeZone: 'Europe/Amsterdam' } }),
  },
  'DELETE /api/mail': { least: 'admin' },
  'GET /api/hooks': { least: 'observer' },
  'POST /api/hooks': { least: 'admin', places: { departmentId: 'department' }, ask: hookBody },
  'PUT /api/hooks/{id}': {
    least: 'admin',
    places: ofHook,
    ask: (ids) => ({ ...params(ids), ...hookBody(ids) }),
  },
  'DELETE /api/hooks/{id}': { least: 'admin', places: { id: 'hook' }, ask: params },
  'POST /api/hooks/{id}/try': { least: 'admin', places: { id: 'hook' }, ask: (ids) => ({ ...params(ids), body: {} }) },
  'PUT /api/conversations/{id}/mute': {
    least: 'observer',
    places: { id: 'conversation' },
    ask: (ids) => ({ ...params(ids), body: {} }),
  },
  'DELETE /api/conversations/{id}/mute': { least: 'observer', places: { id: 'conversation' }, ask: params },
} as const satisfies Record<string, Wall>
