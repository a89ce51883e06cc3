import type { RouteName } from '#api/contract/contract.ts'
import type { House } from '#api/handler.ts'
import { handlers } from '#api/handlers/handlers.ts'
import type { Live } from '#api/live.ts'
import { buildServer } from '#api/server.ts'
import { present } from '#base/assert.ts'
import { openDemo } from '#demo/open-demo.ts'
import type { Role } from '#domain/role.ts'
import { openFollowed } from '#inbox/followed.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { openAuth } from '#team/auth.ts'
import type { Context } from '#team/context.ts'
import { findMember } from '#team/find-member.ts'
import { acceptInvitation, findInvitation, inviteMember } from '#team/invite-member.ts'
import { startWorkspace } from '#team/start-workspace.ts'
import type { TestApp } from './test-app.ts'

export type Question = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  body?: unknown
  cookie?: string
  headers?: Readonly<Record<string, string>>
}
export type Person = { userId: string; email: string; cookie: string; ctx: Context; memberId: string }

const password = 'a password of a test'
const deafLive: Live = {
  subscribe: () => ({ begun: Promise.resolve(), end: () => undefined }),
  since: async () => [],
  newest: async () => 0,
  close: async () => undefined,
}

/** The whole server in this process, without a socket, and people who sign in to it. It is asked as our own screens ask. */
export function apiHouse(app: TestApp, parts: { live?: Live } = {}) {
  const auth = openAuth({
    pool: app.db.pool,
    secret: app.secrets.keyFor('session').toString('base64url'),
    publicUrl: app.publicUrl,
  })
  const house: House = {
    app,
    auth,
    engine: openTopicEngine(app),
    followed: openFollowed(app),
    demo: openDemo(app),
    isDemoWanted: false,
    nudge: () => undefined,
  }
  const files = { answer: async () => undefined, isBuilt: () => true }
  const server = buildServer({ house, handlers, live: parts.live ?? deafLive, files })

  const request = async (method: string, path: string, given: Question = {}): Promise<Response> =>
    server.request(path, {
      method,
      headers: {
        origin: app.publicUrl,
        ...(given.cookie ? { cookie: given.cookie } : {}),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...given.headers,
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })
  const ask = (route: RouteName, given: Question = {}): Promise<Response> => {
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern.replace(/\{(\w+)\}/gu, (_whole, name: string) => given.params?.[name] ?? '')
    return request(method, `${path}?${new URLSearchParams(given.query)}`, given)
  }

  const signIn = async (email: string): Promise<string> => {
    const answer = await ask('POST /api/sign-in', { body: { email, password } })
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
  const personIn = async (workspaceId: string, user: { userId: string; email: string }): Promise<Person> => {
    const member = present(await findMember(app, { userId: user.userId, workspaceId }), 'the member just made')
    const ctx: Context = { app, workspaceId, actor: { kind: 'member', member } }
    return { ...user, cookie: await signIn(user.email), ctx, memberId: member.id }
  }
  const newUser = async (name: string) => {
    const email = `${name.toLowerCase()}@example.org`
    return { email, userId: await auth.createUser({ name, email, password, lang: 'nl' }) }
  }
  /** A new workspace with its owner. */
  const start = async (name: string, ownerName: string): Promise<Person> => {
    const user = await newUser(ownerName)
    return personIn(await startWorkspace(app, { name, ownerName, userId: user.userId }), user)
  }
  const comeIn = async (owner: Person, { name, role }: { name: string; role: Role }) => {
    const user = await newUser(name)
    const { token } = await inviteMember(owner.ctx, { email: user.email, role, departmentIds: [] })
    const { invitation } = await findInvitation(app, token)
    await acceptInvitation(app, { invitation, userId: user.userId, name })
    return user
  }
  /** A colleague, through an invitation, as anybody comes in. */
  const join = async (owner: Person, given: { name: string; role: Role }): Promise<Person> =>
    personIn(owner.ctx.workspaceId, await comeIn(owner, given))
  /** One who never signs in: the member's id. */
  const addColleague = async (owner: Person, given: { name: string; role: Role }): Promise<string> => {
    const { userId } = await comeIn(owner, given)
    const { workspaceId } = owner.ctx
    return present(await findMember(app, { userId, workspaceId }), 'the member just made').id
  }
  return { app, house, server, request, ask, signIn, start, join, addColleague }
}
