import type { Row } from '#api/contract/shapes.ts'
import type { Role } from '#domain/role.ts'
import { type Answers, type Asked, refuses, says } from '#web/dev/canned-server.ts'
import { account, conversation, conversationOf } from './conversation.ts'
import { connectors, sets, sources, topics } from './listening.ts'
import { inMinutes } from './moments.ts'
import { departments, type Look, members, sessionOf } from './people.ts'
import { contacts, profile } from './person.ts'
import { done, rows, waiting } from './rows.ts'

const rowsMax = 60

/** Pages as the server makes them: `after` is the place in the list. */
export function listOf(all: readonly Row[]) {
  return says((asked: Asked) => {
    const from = Number(asked.query.get('after') ?? 0)
    const to = from + Number(asked.query.get('limit') ?? rowsMax)
    return { items: all.slice(from, to), next: to < all.length ? String(to) : null }
  })
}

const viewCounts = {
  mine: 2,
  unowned: 5,
  waiting: waiting.length,
  all: rows.length,
  departments: { care: 4, press: 1, baggage: 3 },
  needsPerson: 0,
}
export const emptyCounts = { ...viewCounts, mine: 0, unowned: 0, waiting: 0, all: 0, departments: {} }

/** A house in which all goes well; a state says what differs. */
export function houseOf(look: Look, role: Role = 'owner'): Answers {
  const known = [...rows, ...waiting, ...done]
  return {
    'GET /api/session': says(sessionOf(look, role)),
    'PATCH /api/me': says(sessionOf(look, role)),
    'GET /api/views': says({ ...viewCounts, needsPerson: 1 }),
    'GET /api/conversations': says((asked: Asked) => {
      const view = asked.query.get('view')
      const all = view === 'waiting' ? waiting : view === 'done' ? done : rows
      const words = asked.query.get('q')?.toLowerCase() ?? ''
      return listOf(all.filter(({ title }) => title.toLowerCase().includes(words))).with(asked)
    }),
    'GET /api/conversations/{id}': says(({ params }: Asked) => {
      const row = known.find(({ key, id }) => key === params.id || id === params.id)
      return !row || row.id === conversation.id ? conversation : conversationOf(row)
    }),
    'PUT /api/conversations/{id}/read': says({}),
    'GET /api/presence': says([]),
    'PUT /api/conversations/{id}/presence': says({}),
    'GET /api/people/{id}': says(profile),
    'GET /api/people/{id}/conversations': says({ items: contacts, next: null }),
    'PUT /api/conversations/{id}/draft': says({}),
    'GET /api/departments': says(departments),
    'GET /api/demo': says({ state: 'absent' as const, told: 0, of: 0, mayRemove: false }),
    'GET /api/members': says({
      members,
      invitations: [
        { id: 'i1', email: 'femke@zilvermeeuw.example', role: 'observer' as const, expiresAt: inMinutes(6_000) },
      ],
    }),
    'GET /api/sources': says(sources),
    'GET /api/topics': says(topics),
    'GET /api/sets': says(sets),
    'GET /api/connectors': says(connectors),
    'GET /api/accounts': says([account]),
    'GET /api/invitations/{token}': says({
      workspaceName: 'Zilvermeeuw',
      email: 'femke@zilvermeeuw.example',
      isKnown: false,
    }),
  }
}

/** What a server says that is there and cannot: asked again it may. */
export const unavailable = refuses(503, 'unavailable')
export const notAllowed = refuses(403, 'not_allowed')
export const notFound = refuses(404, 'not_found')
export const gone = refuses(410, 'gone')
