import { randomBytes } from 'node:crypto'
import type { App } from '#app.ts'
import { contextWith } from '#app.ts'
import type { Clock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { silentLog } from '#base/log.ts'
import { secretsWith } from '#base/secrets.ts'
import { databaseOn } from '#db/database.ts'
import { members, users, workspaces } from '#db/tables/team.ts'
import type { Connector } from '#domain/connector.ts'
import type { Member, Role } from '#domain/member.ts'
import type { Context } from '#team/context.ts'
import { type FakeClock, openFakeClock } from './fake-clock.ts'
import { testDatabase } from './test-database.ts'

export type TestApp = App & { databaseUrl: string; clock: FakeClock }

const nothingThere = {
  fetch: () => Promise.reject(new Error('this test has no network')),
  openSocket: () => {
    throw new Error('this test has no network')
  },
}

/** An App on a fresh, migrated database, with time that stands still and the connectors that are given. */
export async function testApp(options?: {
  connectors?: readonly Connector[]
  clock?: FakeClock
  network?: Parameters<typeof contextWith>[0]['network']
}): Promise<TestApp> {
  const { pool, url } = await testDatabase()
  const clock = options?.clock ?? openFakeClock('2026-11-23T09:00:00.000Z')
  return {
    version: 'test',
    db: databaseOn(pool),
    databaseUrl: url,
    clock,
    log: silentLog,
    secrets: secretsWith(randomBytes(32)),
    connectors: new Map((options?.connectors ?? []).map((connector) => [connector.id, connector])),
    connectorContext: (signal, workspaceId) =>
      contextWith({ network: options?.network ?? nothingThere, clock: clock as Clock, signal, workspaceId }),
    resolveHost: async (host) => host,
    publicUrl: 'http://localhost:4180',
    isPublic: false,
    processId: newId(),
  }
}

/** A workspace with one member of each name, in the given role. */
export async function testWorkspace(
  app: App,
  people: Readonly<Record<string, Role>> = { noor: 'owner' },
): Promise<{ workspaceId: string; as: (name: string) => Context; member: (name: string) => Member }> {
  const workspaceId = newId()
  const everybody = new Map<string, Member>()
  await app.db.asSystem(async (tx) => {
    await tx
      .insert(workspaces)
      .values({ id: workspaceId, slug: workspaceId, name: 'Zilvermeeuw', brands: ['zilvermeeuw'] })
    for (const [name, role] of Object.entries(people)) {
      const userId = newId()
      await tx.insert(users).values({ id: userId, name, email: `${name}-${userId}@example.org` })
      const member = { id: newId(), workspaceId, userId, name, role }
      await tx.insert(members).values(member)
      everybody.set(name, { ...member, isAway: false, departmentIds: [] })
    }
  })
  const member = (name: string) => {
    const found = everybody.get(name)
    if (!found) throw new Error(`there is no ${name} in this test`)
    return found
  }
  return { workspaceId, member, as: (name) => ({ app, workspaceId, actor: { kind: 'member', member: member(name) } }) }
}
