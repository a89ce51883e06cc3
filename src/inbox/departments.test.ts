import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { createDepartment } from '#team/change-department.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { type Context, memberOf } from '#team/context.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { askParty, unaskParty } from './ask-party.ts'
import { handOver } from './hand-over.ts'
import { readConversation } from './read-conversation.ts'
import { readPage } from './read-page.ts'
import { readViewCounts } from './read-view-counts.ts'
import { writeNote } from './write-note.ts'

const app = await testApp()
const { workspaceId, as } = await testWorkspace(app, { noor: 'owner', sanne: 'member', bram: 'member' })
const noor = as('noor')
const department = (name: string, ...people: Context[]) =>
  createDepartment(noor, { name, memberIds: people.map((one) => memberOf(one).id) })
const marketing = await department('Marketing')
const service = await department('Service', as('sanne'))
const communications = await department('Communications')
const idOf = (name: string): string => memberOf(as(name)).id
const dueAt = new Date(app.clock.now().getTime() + 120 * minute)
let numbers = 0

async function conversation(): Promise<string> {
  numbers += 1
  const now = app.clock.now()
  const id = newId()
  await app.db.asSystem((tx) =>
    tx.insert(conversations).values({
      ...{ id, workspaceId, number: numbers, network: 'forum', threadId: `t${numbers}`, title: 'koffer', dueAt },
      ...{ latestAt: now, latestHeardAt: now, createdAt: now, promisedMinutes: 120 },
    }),
  )
  return id
}

const rowOf = async (id: string) =>
  (await app.db.asSystem((tx) => tx.select().from(conversations).where(eq(conversations.id, id))))[0]
const to = (id: string, departmentId: string, by: Context = noor) =>
  handOver(by, { id, memberId: null, departmentId, reason: '' })
const pass = (minutes: number): void => app.clock.advance(minutes * minute)

test('Marketing, Service, Communications, Service: one clock, and each has its share of the wait', async () => {
  const id = await conversation()
  for (const [departmentId, minutes] of [
    [marketing, 20],
    [service, 10],
    [communications, 5],
    [service, 30],
  ] as const) {
    await to(id, departmentId)
    pass(minutes)
    const row = await rowOf(id)
    assert.deepEqual([row?.dueAt, row?.departmentId], [dueAt, departmentId])
  }
  const { shares } = await readConversation(noor, id)
  assert.deepEqual(
    shares.map(({ department, ms }) => [department?.name, ms / minute]),
    [
      ['Service', 40],
      ['Marketing', 20],
      ['Communications', 5],
    ],
  )
})

test('what comes back for the second time goes to the coordinator, whose word is the last', async () => {
  const id = await conversation()
  await changeWorkspace(noor, { coordinatorId: idOf('bram') })
  await to(id, marketing)
  pass(5)
  await to(id, service)
  pass(5)
  assert.equal((await to(id, marketing)).coordinator, null, 'once happens')
  pass(5)
  const { row, coordinator } = await to(id, service)
  assert.deepEqual(coordinator?.id, idOf('bram'))
  assert.deepEqual([row.ownerId, row.departmentId], [idOf('bram'), marketing])
  const last = (await readConversation(noor, id)).happenings.at(-1)
  assert.equal(last?.details.coordinatorId, idOf('bram'))
  pass(5)
  const settled = await to(id, service, as('bram'))
  assert.deepEqual([settled.coordinator, settled.row.departmentId], [null, service])
  await changeWorkspace(noor, { coordinatorId: null })
})

test('without a coordinator it goes where it was sent', async () => {
  const id = await conversation()
  for (const departmentId of [marketing, service, marketing, service]) {
    await to(id, departmentId)
    pass(5)
  }
  assert.equal((await rowOf(id))?.departmentId, service)
})

test('a hand-over that is taken back at once was never one', async () => {
  const id = await conversation()
  await to(id, marketing)
  pass(10)
  await to(id, service)
  pass(1)
  await to(id, marketing)
  pass(9)
  const { shares } = await readConversation(noor, id)
  assert.deepEqual(
    shares.map(({ department, ms }) => [department?.name, ms / minute]),
    [['Marketing', 20]],
  )
})

test('who is asked finds it under "asked of me", alone or as one of a department, until they answer', async () => {
  const id = await conversation()
  const counted = async (name: string) => (await readViewCounts(as(name))).asked
  const listed = async (name: string) =>
    (await readPage(as(name), { view: 'asked', limit: 10 })).rows.map((one) => one.id)
  const asked = {
    conversationId: id,
    memberId: null,
    departmentId: service,
    kind: 'consulted',
    reason: 'Mag dit?',
  } as const
  await askParty(noor, asked)
  assert.deepEqual([await counted('sanne'), await listed('sanne'), await counted('bram')], [1, [id], 0])
  const [party] = (await readConversation(noor, id)).parties
  assert.deepEqual([party?.department?.name, party?.askedBy?.name, party?.answeredAt], ['Service', 'noor', null])
  await writeNote(as('bram'), { conversationId: id, text: 'Ik weet het ook niet.' })
  assert.equal(await counted('sanne'), 1, 'a note of somebody else is no answer')
  await writeNote(as('sanne'), { conversationId: id, text: 'Ja, dat mag.' })
  assert.deepEqual([await counted('sanne'), await listed('sanne')], [0, []])
  assert.deepEqual((await readConversation(noor, id)).parties[0]?.answeredAt, app.clock.now())
  await askParty(noor, asked)
  assert.equal(await counted('sanne'), 1, 'asked again, it waits again')
  assert.equal((await readConversation(noor, id)).parties.length, 1)
  await unaskParty(noor, party?.id ?? '')
  assert.equal(await counted('sanne'), 0)
  await assert.rejects(
    unaskParty(noor, party?.id ?? ''),
    (error) => error instanceof AppError && error.code === 'not_found',
  )
})

test('who is kept informed has nothing to do', async () => {
  const id = await conversation()
  await askParty(noor, { conversationId: id, memberId: idOf('bram'), departmentId: null, kind: 'informed', reason: '' })
  assert.equal((await readViewCounts(as('bram'))).asked, 0)
})

test('a name in a note asks whoever is called so, and the owner stays the owner', async () => {
  const id = await conversation()
  await handOver(noor, { id, memberId: idOf('noor'), departmentId: null, reason: '' })
  await writeNote(noor, { conversationId: id, text: 'Kunnen @Bram en @Communications kijken? En @noor zelf.' })
  const { parties, owner } = await readConversation(noor, id)
  assert.deepEqual(parties.map((one) => (one.member ?? one.department)?.name).toSorted(), ['Communications', 'bram'])
  assert.equal(owner?.id, idOf('noor'))
  assert.equal((await readViewCounts(as('bram'))).asked, 1)
})

test('one colleague or one department is asked, and one that is here', async () => {
  const id = await conversation()
  const ask = (memberId: string | null, departmentId: string | null) =>
    askParty(noor, { conversationId: id, memberId, departmentId, kind: 'consulted', reason: '' })
  const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code
  await assert.rejects(ask(null, null), refused('bad_input'))
  await assert.rejects(ask(idOf('bram'), service), refused('bad_input'))
  await assert.rejects(ask(newId(), null), refused('not_found'))
})
