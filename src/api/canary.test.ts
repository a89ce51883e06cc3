import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { z } from 'zod'
import { messageOf } from '#base/errors.ts'
import { sources } from '#db/tables/listen.ts'
import { accounts } from '#db/tables/reply.ts'
import type { Connector } from '#domain/connector.ts'
import { pollSource } from '#listen/poll-source.ts'
import { readCredentials } from '#listen/read-credentials.ts'
import { apiHouse } from '#testing/api-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import type { RouteName } from './contract/contract.ts'

/** Twenty secrets that occur nowhere else, however they might be written down. */
const canaries = Array.from({ length: 20 }, () => `canary-${randomBytes(12).toString('hex')}`)
const spellings = canaries.flatMap((one) => [
  one,
  ...(['hex', 'base64', 'base64url'] as const).map((way) => spelled(one, way)),
])
const given = Object.fromEntries(canaries.map((canary, index) => [`secret${index}`, canary]))

/** The last characters of a base64 text depend on what follows. */
function spelled(text: string, way: 'hex' | 'base64' | 'base64url'): string {
  return Buffer.from(text).toString(way).slice(0, -3)
}

const logged: string[] = []
let mood: 'good' | 'refuses' | 'throws' = 'good'
const app = await testApp({ connectors: [vault()] })
app.log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
const house = apiHouse(app)
const owner = await house.start('Zilvermeeuw', 'Noor')
const answers: string[] = []

async function ask(route: RouteName, body?: unknown, params?: Record<string, string>): Promise<number> {
  const answer = await house.ask(route, {
    cookie: owner.cookie,
    ...(body === undefined ? {} : { body }),
    ...(params && { params }),
  })
  answers.push(await answer.text())
  return answer.status
}

/** A network with twenty secrets, which is sometimes in a bad mood. */
function vault(): Connector {
  const answer = <T>(good: T) => {
    if (mood === 'throws') throw new Error('the line broke')
    const why = { en: 'It said 401.', nl: 'Het zei 401.' }
    return mood === 'refuses' ? { kind: 'reconnect' as const, why } : good
  }
  return {
    ...scriptedNetwork('vault').connector,
    credentials: z.object(
      Object.fromEntries(Object.keys(given).map((key) => [key, z.string().min(8).meta({ secret: true })])),
    ),
    connect: async (_context, credentials) => {
      // Two sets of credentials are two accounts.
      const nativeId = JSON.stringify(credentials).includes('another') ? 'other' : 'own'
      return answer({ kind: 'connected' as const, account: { nativeId, handle: nativeId, name: nativeId } })
    },
    notifications: async () => answer({ kind: 'heard' as const, items: [], cursor: 1, more: false }),
  }
}

async function dump(): Promise<string> {
  const { rows } = await app.db.pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const texts = await Promise.all(
    rows.map(async ({ name }) => JSON.stringify((await app.db.pool.query(`select t::text from ${name} t`)).rows)),
  )
  return texts.join('\n')
}

function hits(text: string): string[] {
  return spellings.filter((spelling) => text.includes(spelling))
}

test('twenty secrets of an account are in no table, no answer and no line of the log', async () => {
  assert.equal(await ask('POST /api/accounts', { connector: 'vault', credentials: given }), 200)
  // Everything that may go wrong with them, and be written down.
  assert.equal(await ask('POST /api/accounts', { connector: 'vault', credentials: { ...given, secret3: 7 } }), 400)
  assert.equal(await ask('POST /api/accounts', { connector: 'vault', credentials: JSON.stringify(given) }), 400)
  assert.equal(await ask('POST /api/accounts', { connector: 'nowhere', credentials: given }), 400)
  // What the network will not have is the asker's mistake; that it breaks is not.
  for (const [bad, status] of [
    ['refuses', 400],
    ['throws', 502],
  ] as const) {
    mood = bad
    assert.equal(await ask('POST /api/accounts', { connector: 'vault', credentials: given }), status)
    await hearNotifications()
  }
  mood = 'good'
  await hearNotifications()
  await ask('PATCH /api/me', { name: 5 })
  const looks: RouteName[] = [
    'GET /api/session',
    'GET /api/connectors',
    'GET /api/sources',
    'GET /api/accounts',
    'GET /api/members',
  ]
  for (const route of looks) assert.equal(await ask(route), 200)
  app.log.warn({ err: new Error('so that there is a log') }, 'something')
  assert.ok(logged.length > 0 && answers.length > looks.length)
  assert.deepEqual(hits(await dump()), [], 'in the database')
  assert.deepEqual(hits(answers.join('\n')), [], 'in an answer')
  assert.deepEqual(hits(logged.join('\n')), [], 'in the log')
})

async function hearNotifications(): Promise<void> {
  const [source] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.connector, 'vault')))
  const connector = app.connectors.get('vault')
  assert.ok(source && connector)
  const ear = { app, receive: async () => ({ kept: 0 }), lastSavedAt: new Map() }
  await pollSource(ear, { source, connector, terms: [], signal: new AbortController().signal })
}

test('a sealed secret that is moved to another account does not open, and nothing of it is said', async () => {
  const { workspaceId } = owner.ctx
  await ask('POST /api/accounts', { connector: 'vault', credentials: { ...given, secret0: 'another one' } })
  const rows = await app.db.asSystem((tx) => tx.select().from(accounts).where(eq(accounts.workspaceId, workspaceId)))
  const [one, two] = rows
  assert.ok(one && two)
  assert.ok(await readCredentials(app, { workspaceId, accountId: two.id }))
  await app.db.asSystem((tx) =>
    tx.update(accounts).set({ credentials: one.credentials }).where(eq(accounts.id, two.id)),
  )
  const problem = await readCredentials(app, { workspaceId, accountId: two.id }).catch(messageOf)
  assert.match(String(problem), /does not open/u)
  assert.deepEqual(hits(String(problem)), [])
  // Nor under the key of another purpose.
  assert.throws(
    () => app.secrets.open(one.credentials, 'listen', `${workspaceId}/${one.id}/credentials`),
    /does not open/u,
  )
})
