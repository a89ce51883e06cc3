import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/ids.ts'
import { isAtLeast, type Role, roles } from '#domain/role.ts'
import { answeringWalls } from '#testing/answering-walls.ts'
import { apiHouse, type Person, type Question } from '#testing/api-house.ts'
import { routingRule, workdays } from '#testing/asked-examples.ts'
import { crisisWalls } from '#testing/crisis-walls.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { modelWalls } from '#testing/model-walls.ts'
import { notifyWalls } from '#testing/notify-walls.ts'
import { peopleWalls, silenceWalls } from '#testing/people-walls.ts'
import { policyWalls } from '#testing/policy-walls.ts'
import { type Things, thingsOf, versionOfNew } from '#testing/workspace-things.ts'
import { contract, type RouteName } from './contract/contract.ts'

/** Where an id stands in a question, and what it names. */
type Place = keyof Things | 'mention'
type Ids = Readonly<Record<string, string>>
type Wall = {
  /** The lowest role that may; `user` is anybody who signed in, `anyone` the whole world. */
  least: Role | 'user' | 'anyone'
  places?: Readonly<Record<string, Place>>
  ask?: (id: Ids) => Question
  /** What an id answers that is not of this workspace, or nowhere: by default 404. */
  stranger?: number
  /** What it answers when all is well: by default 200. Not everybody may do what a role may to what others made. */
  own?: number | ((role: string) => number)
}

const id = (place: Place, wall: Wall): Wall => ({
  ...wall,
  places: { id: place, ...wall.places },
  ask: (ids) => ({ params: { id: ids.id ?? '' }, ...wall.ask?.(ids) }),
})
const body = (given: unknown) => (): Question => ({ body: given })
const soon = () => new Date(app.clock.now().getTime() + 3_600_000).toISOString()
const post = { least: 'member', ask: body({}) } as const

const app = await deliveryApp()
const house = apiHouse(app)

/** Every route of the contract, each id in its question included. A new route that is not here is a compile error. */
const walls: Record<RouteName, Wall> = {
  'GET /api/health': { least: 'anyone' },
  'GET /api/session': { least: 'anyone' },
  'POST /api/first-run': {
    least: 'anyone',
    ask: body({ name: 'Eva', email: 'eva@example.org', password: 'long enough', workspaceName: 'Mine', lang: 'nl' }),
    own: 409,
  },
  'POST /api/sign-in': { least: 'anyone', ask: body({ email: 'nobody@example.org', password: 'x' }), own: 400 },
  'POST /api/sign-out': { least: 'user', ask: body({}) },
  'PATCH /api/me': { least: 'user', ask: body({ theme: 'dark' }) },
  'POST /api/me/workspace': {
    least: 'user',
    places: { workspaceId: 'workspace' },
    ask: ({ workspaceId }) => ({ body: { workspaceId } }),
  },
  // The token is the key itself: whoever has it may come in, so a foreign one is nobody's secret.
  'GET /api/invitations/{token}': { least: 'anyone', ask: () => ({ params: { token: 'nowhere' } }), own: 410 },
  'POST /api/invitations/{token}': {
    least: 'anyone',
    ask: () => ({ params: { token: 'nowhere' }, body: { name: 'Eva', password: 'long enough', lang: 'nl' } }),
    own: 410,
  },
  'PATCH /api/workspace': {
    least: 'admin',
    places: { memberId: 'member' },
    ask: ({ memberId }) => ({ body: { undoSeconds: 5, coordinatorId: memberId } }),
  },
  'GET /api/retention': { least: 'observer' },
  'POST /api/retention/try': { least: 'admin', ask: body({ unansweredDays: 90, answeredDays: null }) },
  'PUT /api/retention': { least: 'admin', ask: body({ unansweredDays: 90, answeredDays: 365 }) },
  'PUT /api/conversations/{id}/hold': id('conversation', { least: 'member', ask: body({ reason: 'een claim' }) }),
  'DELETE /api/conversations/{id}/hold': id('conversation', { least: 'member' }),
  'GET /api/holidays': { least: 'observer', ask: () => ({ query: { country: 'NL' } }) },
  'POST /api/opening-hours/example': { least: 'observer', ask: body({ openingHours: workdays, minutes: 30 }) },
  ...notifyWalls,
  'GET /api/promises/recount': { least: 'observer' },
  'GET /api/members': { least: 'observer' },
  'PATCH /api/members/{id}': id('newMember', {
    least: 'admin',
    places: { departmentId: 'department' },
    ask: ({ departmentId }) => ({ body: { role: 'member', departmentIds: [departmentId] } }),
  }),
  'PUT /api/me/away': { least: 'observer', ask: body({ isAway: false }) },
  'DELETE /api/members/{id}': id('newMember', { least: 'admin' }),
  'POST /api/invitations': {
    least: 'admin',
    places: { departmentId: 'department' },
    ask: ({ departmentId }) => ({ body: { email: 'x@example.org', role: 'observer', departmentIds: [departmentId] } }),
  },
  // What is withdrawn already is withdrawn: the same for one that never was.
  'DELETE /api/invitations/{id}': id('invitation', { least: 'admin', stranger: 200 }),
  'GET /api/departments': { least: 'observer' },
  'POST /api/departments': {
    least: 'admin',
    places: { memberId: 'member' },
    ask: ({ memberId }) => ({ body: { name: `new ${newId()}`, memberIds: [memberId] } }),
  },
  'PATCH /api/departments/{id}': id('department', {
    least: 'admin',
    places: { memberId: 'member' },
    ask: ({ memberId }) => ({ body: { memberIds: [memberId] } }),
  }),
  'DELETE /api/departments/{id}': id('department', { least: 'admin' }),
  'GET /api/connectors': { least: 'observer' },
  'GET /api/sources': { least: 'observer' },
  'POST /api/sources/try': {
    least: 'lead',
    places: { accountId: 'account' },
    ask: ({ accountId }) => ({ body: { connector: 'key', settings: {}, accountId } }),
  },
  'POST /api/sources': {
    least: 'lead',
    places: { accountId: 'account' },
    ask: ({ accountId }) => ({ body: { connector: 'key', settings: {}, accountId } }),
  },
  'PATCH /api/sources/{id}': id('source', { least: 'lead', ask: body({ askNow: true }) }),
  'DELETE /api/sources/{id}': id('source', { least: 'lead' }),
  'GET /api/topics': { least: 'observer' },
  'GET /api/topics/dearest': { least: 'admin' },
  'POST /api/topics/check': { least: 'observer', ask: body({ query: 'overzee OR binnen' }) },
  'POST /api/topics/sample': { least: 'lead', ask: body({ query: 'overzee OR binnen' }) },
  'POST /api/topics': {
    least: 'lead',
    places: { departmentId: 'department' },
    ask: ({ departmentId }) => ({ body: { name: `new ${newId()}`, query: 'trein', departmentId } }),
  },
  'PATCH /api/topics/{id}': id('topic', {
    least: 'lead',
    places: { departmentId: 'department' },
    ask: ({ departmentId }) => ({ body: { departmentId } }),
  }),
  'DELETE /api/topics/{id}': id('topic', { least: 'lead' }),
  'POST /api/topics/{id}/look-back': id('topic', { least: 'lead' }),
  'DELETE /api/topics/{id}/look-back': id('topic', { least: 'lead' }),
  'GET /api/sets': { least: 'observer' },
  'POST /api/sets': { least: 'lead', ask: () => ({ body: { name: `new-${newId()}`, entries: ['trein'] } }) },
  'PATCH /api/sets/{id}': id('set', { least: 'lead', ask: body({ entries: ['trein'] }) }),
  'DELETE /api/sets/{id}': id('set', { least: 'lead' }),
  'POST /api/welcome': { least: 'admin', ask: body({ names: ['binnen'] }) },
  ...modelWalls,
  'GET /api/views': { least: 'observer' },
  'GET /api/conversations': {
    least: 'observer',
    places: { topicId: 'topic', departmentId: 'department' },
    ask: ({ topicId = '', departmentId = '' }) => ({ query: { q: 'overzee', topicId, departmentId } }),
    // A filter that fits nothing is an empty list.
    stranger: 200,
  },
  'GET /api/saved-views': { least: 'observer' },
  'GET /api/saved-views/counts': { least: 'observer' },
  'POST /api/saved-views': { least: 'member', ask: body({ name: 'Mijn blik', ask: { view: 'all' } }) },
  'PATCH /api/saved-views/{id}': id('savedView', { least: 'member', ask: body({ name: 'Andere blik' }) }),
  'DELETE /api/saved-views/{id}': id('savedView', { least: 'member' }),
  'GET /api/conversations/{id}': id('conversation', { least: 'observer' }),
  'POST /api/conversations/{id}/claim': id('conversation', { ...post, ask: body({ takeOver: true }) }),
  'POST /api/conversations/{id}/release': id('conversation', post),
  'POST /api/conversations/{id}/reopen': id('conversation', post),
  'POST /api/conversations/{id}/wait': id('conversation', {
    least: 'member',
    ask: () => ({ body: { until: soon() } }),
  }),
  'POST /api/conversations/{id}/hand-over': id('conversation', {
    least: 'member',
    places: { memberId: 'member', departmentId: 'department' },
    ask: ({ memberId, departmentId }) => ({ body: { memberId, departmentId } }),
  }),
  'POST /api/conversations/{id}/parties': id('conversation', {
    least: 'member',
    places: { memberId: 'member' },
    ask: ({ memberId }) => ({ body: { kind: 'consulted', memberId } }),
  }),
  'POST /api/conversations/{id}/merge': id('conversation', {
    least: 'member',
    places: { withId: 'otherConversation' },
    ask: ({ withId }) => ({ body: { withId } }),
  }),
  'POST /api/conversations/{id}/take-apart': id('merged', { least: 'member', ask: body({}) }),
  'POST /api/mentions/{id}/split': id('answer', { least: 'member', ask: body({}) }),
  'DELETE /api/parties/{id}': id('party', { least: 'member' }),
  'PATCH /api/conversations/{id}': id('conversation', { least: 'member', ask: body({ title: 'Anders' }) }),
  // Nothing is read of a conversation that is not here, and nobody is told which.
  'PUT /api/conversations/{id}/read': id('conversation', {
    least: 'observer',
    ask: body({ isRead: true }),
    stranger: 200,
  }),
  'GET /api/presence': { least: 'observer' },
  'PUT /api/conversations/{id}/presence': id('conversation', { least: 'observer', ask: body({ sign: 'typing' }) }),
  'POST /api/conversations/{id}/notes': id('conversation', { least: 'member', ask: body({ text: 'een notitie' }) }),
  'PUT /api/mentions/{id}/correction': id('mention', { least: 'member', ask: body({ sentiment: 'positive' }) }),
  'POST /api/mentions/{id}/like': id('mention', {
    least: 'member',
    places: { accountId: 'account' },
    ask: ({ accountId }) => ({ body: { accountId } }),
  }),

  'POST /api/conversations/{id}/noise': id('conversation', { least: 'member', ask: body({ said: 'noise' }) }),
  'GET /api/noise': { least: 'observer' },
  'POST /api/noise/words': {
    least: 'lead',
    places: { topicId: 'topic' },
    ask: ({ topicId }) => ({ body: { topicId, words: 'strand, vogel' } }),
  },
  'DELETE /api/noise/{id}': id('noiseLesson', { least: 'member' }),
  'GET /api/routing': { least: 'observer' },
  'POST /api/routing/rules': {
    least: 'lead',
    places: { departmentId: 'department', memberId: 'member', topicId: 'topic', sourceId: 'source' },
    ask: (ids) => ({ body: routingRule(ids) }),
  },
  'PUT /api/routing/rules/{id}': id('routingRule', {
    least: 'lead',
    places: { departmentId: 'department', memberId: 'member', topicId: 'topic', sourceId: 'source' },
    ask: (ids) => ({ body: routingRule(ids) }),
  }),
  'PATCH /api/routing/rules/{id}': id('routingRule', { least: 'lead', ask: body({ isOn: true }) }),
  'DELETE /api/routing/rules/{id}': id('routingRule', { least: 'lead' }),
  // An order that is not of all rules that are here is refused, whatever stands in it.
  'PUT /api/routing/order': {
    least: 'lead',
    places: { ruleId: 'routingRule' },
    ask: ({ ruleId }) => ({ body: { ids: [ruleId] } }),
    stranger: 409,
    own: 409,
  },
  'POST /api/routing/trials': {
    least: 'lead',
    places: { departmentId: 'department', memberId: 'member', topicId: 'topic', sourceId: 'source' },
    ask: (ids) => ({ body: { rule: routingRule(ids) } }),
  },
  'POST /api/routing/applications': { least: 'lead', ask: body({}) },
  'DELETE /api/routing/runs/{id}': id('routingRun', { least: 'lead' }),
  'POST /api/routing/runs/{id}/undo': id('routingRun', { least: 'lead' }),
  ...policyWalls,
  ...answeringWalls(soon),
  ...crisisWalls,
  'GET /api/conversations/{id}/story': id('inStory', { least: 'observer' }),
  'POST /api/conversations/{id}/story': id('conversation', {
    least: 'member',
    places: { withId: 'inStory' },
    ask: ({ withId }) => ({ body: { withId } }),
  }),
  'DELETE /api/conversations/{id}/story': id('inStory', { least: 'member' }),

  'GET /api/accounts': { least: 'observer' },
  'POST /api/accounts': {
    least: 'admin',
    ask: body({ connector: 'key', credentials: { token: 'token-of-new' } }),
  },
  'DELETE /api/accounts/{id}': id('newAccount', { least: 'admin' }),
  'PUT /api/conversations/{id}/draft': id('conversation', {
    least: 'member',
    ask: body({ kind: 'reply', text: 'een begin' }),
  }),
  'POST /api/conversations/{id}/replies': id('conversation', {
    least: 'member',
    places: { mentionId: 'mention', accountId: 'account' },
    ask: ({ mentionId, accountId }) => ({
      body: { mentionId, accountId, text: 'een antwoord', version: versionOfNew },
    }),
  }),
  'GET /api/conversations/{id}/pile': id('inStory', { least: 'observer' }),
  'GET /api/conversations/{id}/pile/gate': id('inStory', { least: 'observer' }),
  'POST /api/piles/{id}/undo': id('pile', post),
  'POST /api/piles': {
    least: 'member',
    places: { conversationId: 'conversation', mentionId: 'mention', accountId: 'account' },
    ask: ({ conversationId, mentionId, accountId }) => ({
      body: {
        lines: [{ conversationId, mentionId, accountId, text: 'een antwoord', version: versionOfNew }],
        ...{ spreadMinutes: 5, thenDo: 'stay' },
      },
    }),
  },
  'POST /api/replies/{id}/undo': id('held', post),
  'POST /api/replies/{id}/settle': id('assisted', { least: 'member', ask: body({ what: 'let_go' }) }),
  'GET /api/people/{id}': id('person', { least: 'observer' }),
  'PUT /api/people/{id}/mark': id('person', { least: 'member', ask: body({ mark: 'press' }) }),
  'GET /api/people/{id}/conversations': id('person', { least: 'observer' }),
  'POST /api/people/{id}/notes': id('person', { least: 'member', ask: body({ text: 'Belt liever.' }) }),
  'PUT /api/person-notes/{id}': id('personNote', { least: 'member', ask: body({ text: 'Mailt liever.' }) }),
  'DELETE /api/person-notes/{id}': id('personNote', { least: 'member' }),
  'POST /api/people/{id}/export': id('person', { least: 'lead', ask: body({}) }),
  ...peopleWalls,
  ...silenceWalls,
  'GET /api/corrections': { least: 'observer' },
  'GET /api/learned': { least: 'observer' },
  'POST /api/learned/{id}/roll-back': id('learned', { least: 'lead', ask: body({}) }),
  'GET /api/demo': { least: 'user' },
  'POST /api/demo': { least: 'user', ask: body({}), own: 400 }, // Its networks are not in this house.
  // None in this house: who may is tested where it stands.
  'DELETE /api/demo': { least: 'user' },
  'POST /api/replies/{id}/remove': id('sent', { least: 'lead', ask: body({}) }),
}

const network = 'key'
const ours = await house.start('Binnen', 'Binnenste')
const theirs = await house.start('overzee', 'overzeese')
const here = thingsOf(house, ours, { mark: 'binnen', network })
const there = thingsOf(house, theirs, { mark: 'overzee', network })
const people = new Map<Role, Person>()
for (const role of roles) people.set(role, await house.join(ours, { name: `binnen-${role}`, role }))

async function idsFrom(things: Things, places: readonly Place[]): Promise<Record<Place, string>> {
  const ids: Record<string, string> = {}
  if (places.includes('conversation') || places.includes('mention')) {
    const made = await things.conversation()
    Object.assign(ids, { conversation: made.conversationId, mention: made.mentionId })
  }
  for (const place of places) {
    if (place !== 'conversation' && place !== 'mention') ids[place] = await things[place]()
  }
  return ids as Record<Place, string>
}

const everyPlace = [...new Set(Object.values(walls).flatMap((wall) => Object.values(wall.places ?? {})))]
const foreign = await idsFrom(there, everyPlace)
const theirIds = await uuidsOf(theirs.ctx.workspaceId)
const before = await rowsOf(theirs.ctx.workspaceId)

let asked = 0
for (const name of Object.keys(contract) as RouteName[]) {
  test(name, async () => {
    const wall = walls[name]
    if (contract[name].who !== 'anyone') assert.equal((await question(name, await own(wall), undefined)).status, 401)
    for (const [role, person] of people) await holds(name, role, person)
  })
}

test('every route was asked, and nothing of the other workspace has changed', async () => {
  assert.deepEqual(Object.keys(walls).toSorted(), Object.keys(contract).toSorted())
  assert.ok(asked > Object.keys(walls).length * roles.length)
  assert.deepEqual(await rowsOf(theirs.ctx.workspaceId), before)
})

async function holds(name: RouteName, role: Role, person: Person): Promise<void> {
  const wall = walls[name]
  const may = wall.least === 'user' || wall.least === 'anyone' || isAtLeast(role, wall.least)
  const ids = await own(wall)
  for (const [key, place] of Object.entries(wall.places ?? {})) {
    const other = await question(name, { ...ids, [key]: foreign[place] }, person)
    const absent = await question(name, { ...ids, [key]: newId() }, person)
    assert.equal(other.status, may ? (wall.stranger ?? 404) : 403, `${role}, ${key} of another: ${other.text}`)
    assert.deepEqual(other, absent, `${role}: a foreign ${key} answers otherwise than an absent one`)
  }
  // Last, since it may use its ids up.
  const allowed = await question(name, ids, person)
  const well = typeof wall.own === 'number' ? wall.own : (wall.own?.(role) ?? 200)
  assert.equal(allowed.status, may ? well : 403, `${role}, own: ${allowed.text}`)
}

/** Ids of our own for every place. */
async function own(wall: Wall): Promise<Ids> {
  const places = wall.places ?? {}
  const ids = await idsFrom(here, Object.values(places))
  return Object.fromEntries(Object.entries(places).map(([key, place]) => [key, ids[place]]))
}

async function question(name: RouteName, ids: Ids, person: Person | undefined) {
  asked += 1
  // Signing out ends a session: that one is made for it.
  const isLast = name === 'POST /api/sign-out'
  const cookie = person && (isLast ? await house.signIn(person.email) : person.cookie)
  const response = await house.ask(name, { ...walls[name].ask?.(ids), cookie })
  const text = await response.text()
  const leaks = [...theirIds].filter((one) => text.includes(one))
  assert.deepEqual(leaks, [], `${name} told an id of another workspace`)
  assert.ok(
    !text.includes('overzee') || name === 'POST /api/topics/check',
    `${name} told something of another workspace`,
  )
  return { status: response.status, text }
}

async function tablesWithWorkspace(): Promise<string[]> {
  const { rows } = await app.db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'sessions' order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function rowsOf(workspaceId: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const name of await tablesWithWorkspace()) {
    const sql = `select t::text as row from ${name} t where workspace_id = $1 order by 1`
    found[name] = (await app.db.pool.query<{ row: string }>(sql, [workspaceId])).rows.map(({ row }) => row)
  }
  return found
}

async function uuidsOf(workspaceId: string): Promise<Set<string>> {
  const text = JSON.stringify(await rowsOf(workspaceId))
  return new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu))
}
