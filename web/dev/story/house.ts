import type { Row } from '#api/contract/shapes.ts'
import type { Role } from '#domain/role.ts'
import { type Answers, type Asked, refuses, says } from '#web/dev/canned-server.ts'
import { adviser } from './adviser.ts'
import { alertKnown, alertSettings, alertsCalm, expectedPeaks } from './alerts.ts'
import { approvals, approvalVersions } from './approvals.ts'
import { assist } from './assist.ts'
import { account, conversation, conversationOf } from './conversation.ts'
import { example, holidays } from './hours.ts'
import { incident, incidentList, laneLines, playbooksOf, timeline } from './incident.ts'
import { learned } from './learned.ts'
import { connectors, dearTopics, sets, sources, topics } from './listening.ts'
import { inMinutes } from './moments.ts'
import { noiseTaught, storyOf } from './noise.ts'
import { devices, hooks, mailWays, noticeSettings } from './notify.ts'
import { ownWords } from './own-words.ts'
import { departments, type Look, members, sessionOf } from './people.ts'
import { contacts, profile } from './person.ts'
import { pileGateOf, pileOf } from './pile.ts'
import { pledges } from './pledges.ts'
import { advised, policyNow } from './policy.ts'
import { openGate, promoted, promotion, shares } from './promotion.ts'
import { retention } from './retention.ts'
import { routing } from './routing.ts'
import { done, noise, rows, waiting } from './rows.ts'
import { rumourKnown, rumoursKnown, rumourTried } from './rumours.ts'
import { factsKnown, snippetsKnown, snippetsSuggested, snippetVersions } from './snippets.ts'

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
  asked: 1,
  approve: 2,
  unowned: 5,
  waiting: waiting.length,
  all: rows.length,
  noise: noise.length,
  departments: { care: 4, press: 1, baggage: 3 },
  needsPerson: 0,
  scheduled: 0,
}
const savedViews = [
  {
    id: 'complaints',
    name: 'Klachten op Bluesky',
    isShared: false,
    isMine: true,
    ask: { view: 'all' as const, network: 'bluesky', sentiment: 'negative' },
  },
  { id: 'press', name: 'Pers en politiek', isShared: true, isMine: false, ask: { view: 'all' as const, q: 'krant' } },
]
export const emptyCounts = {
  ...viewCounts,
  mine: 0,
  asked: 0,
  approve: 0,
  unowned: 0,
  waiting: 0,
  all: 0,
  noise: 0,
  departments: {},
}

/** A house in which all goes well; a state says what differs. */
export function houseOf(look: Look, role: Role = 'owner'): Answers {
  const known = [...rows, ...waiting, ...done, ...noise]
  return {
    'GET /api/session': says(sessionOf(look, role)),
    'PATCH /api/me': says(sessionOf(look, role)),
    'GET /api/views': says({ ...viewCounts, needsPerson: 1 }),
    'GET /api/conversations': says((asked: Asked) => {
      const view = asked.query.get('view')
      const other = { waiting, done, noise }[view ?? '']
      const all = other ?? (asked.query.get('sort') === 'urgent' ? rows.toSorted(byUrgency) : rows)
      const words = asked.query.get('q')?.toLowerCase() ?? ''
      return listOf(all.filter(({ title }) => title.toLowerCase().includes(words))).with(asked)
    }),
    'GET /api/conversations/{id}': says(({ params }: Asked) => {
      const row = known.find(({ key, id }) => key === params.id || id === params.id)
      return !row || row.id === conversation.id ? conversation : conversationOf(row)
    }),
    'GET /api/saved-views': says(savedViews),
    'GET /api/saved-views/counts': says({ complaints: 4, press: 1_000 }),
    'PUT /api/conversations/{id}/read': says({}),
    'GET /api/conversations/{id}/story': says(storyOf(rows)),
    'GET /api/conversations/{id}/pile': says(pileOf(rows)),
    'GET /api/conversations/{id}/pile/gate': says(pileGateOf(rows, openGate)),
    'GET /api/noise': says(noiseTaught),
    'GET /api/routing': says(routing),
    'GET /api/policy': says(policyNow),
    'GET /api/rumours': says(rumoursKnown),
    'GET /api/rumours/{id}': says(rumourKnown),
    'POST /api/rumour-trial': says(rumourTried),
    'GET /api/conversations/{id}/rumours': says([]),
    'GET /api/snippets': says(snippetsKnown),
    'GET /api/snippets/{id}/versions': says(snippetVersions),
    'GET /api/conversations/{id}/snippets': says(snippetsSuggested),
    'GET /api/knowledge': says(factsKnown),
    'GET /api/conversations/{id}/advice': says(advised),
    'GET /api/conversations/{id}/approval': says({ need: null }),
    'GET /api/approvals': says(approvals),
    'GET /api/approvals/versions': says(approvalVersions),
    'GET /api/conversations/{id}/incidents': says([]),
    'GET /api/incidents': says(incidentList),
    'GET /api/annotations': says([]),
    'GET /api/alerts': says(alertsCalm),
    'GET /api/alerts/{id}': says(alertKnown),
    'GET /api/alert-settings': says(alertSettings),
    'GET /api/expected-peaks': says(expectedPeaks),
    'GET /api/incidents/{id}': says(incident),
    'GET /api/incidents/{id}/messages': says({ lines: laneLines, isMore: false }),
    'GET /api/incidents/{id}/timeline': says(timeline),
    'GET /api/incidents/{id}/export': says({
      incident,
      messages: { lines: laneLines, isMore: false },
      timeline: timeline.toReversed(),
    }),
    'GET /api/playbooks': says(playbooksOf(look)),
    'PUT /api/conversations/{id}/advice/answers': says({}),
    'GET /api/holidays': says(holidays),
    'POST /api/opening-hours/example': says(example),
    'POST /api/spelling': says({ isTold: true, unknown: [] }),
    'GET /api/own-words': says({ items: ownWords }),
    'GET /api/stops': says([]),
    'GET /api/presence': says([]),
    'GET /api/notices': says({ unread: 0, notices: [], standSince: null }),
    'PUT /api/conversations/{id}/mute': says({}),
    'DELETE /api/conversations/{id}/mute': says({}),
    'GET /api/devices': says(devices),
    'POST /api/devices/{id}/try': says({ isSent: true, why: null }),
    'GET /api/mail': says(mailWays),
    'GET /api/hooks': says(hooks),
    'GET /api/notices/settings': says(noticeSettings),
    'PATCH /api/notices/settings': says(noticeSettings),
    'GET /api/promises/recount': says({ left: 0 }),
    'PUT /api/conversations/{id}/presence': says({}),
    'GET /api/people/{id}': says(profile),
    'GET /api/people/{id}/pledges': says([...pledges]),
    'GET /api/people/{id}/conversations': says({ items: contacts, next: null }),
    'PUT /api/conversations/{id}/draft': says({}),
    'GET /api/departments': says(departments),
    'GET /api/demo': says({ state: 'absent' as const, told: 0, of: 0, mayRemove: false }),
    'GET /api/adviser': says({ adviser }),
    'GET /api/assist': says({ assist }),
    'GET /api/retention': says(retention),
    'GET /api/promotion': says(promotion),
    'GET /api/promotion/shares': says(shares),
    'GET /api/promotion/answers': says(promoted),
    'GET /api/conversations/{id}/gate': says(openGate),
    'GET /api/members': says({
      members,
      invitations: [
        { id: 'i1', email: 'femke@zilvermeeuw.example', role: 'observer' as const, expiresAt: inMinutes(6_000) },
      ],
    }),
    'GET /api/sources': says(sources),
    'GET /api/topics': says(topics),
    'GET /api/topics/dearest': says(role === 'owner' || role === 'admin' ? dearTopics : []),
    'GET /api/sets': says(sets),
    'GET /api/learned': says(learned),
    'GET /api/connectors': says(connectors),
    'GET /api/opening-hours/next': says({ opensAt: null }),
    'GET /api/scheduled': says([]),
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

function byUrgency(one: Row, other: Row): number {
  return other.risk.level - one.risk.level
}
