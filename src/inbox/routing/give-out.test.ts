import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour } from '#base/clock.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { changeDepartment } from '#team/change-department.ts'
import { changeMember, sayAway } from '#team/change-member.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { readDepartments } from '#team/read-team.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { routingHouse } from '#testing/routing-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { askApply } from './ask-run.ts'
import { readRoutingLines } from './read-routing.ts'
import { giveOutWaiting } from './run-giving-out.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const people = ['noor', 'tess', 'ruud', 'pim'] as const

/** A department of three that works in turn, and a rule that places everything in it; Pim only looks. */
async function house(capacities: Partial<Record<(typeof people)[number], number>> = {}) {
  const here = await routingHouse(app, { noor: 'owner', tess: 'member', ruud: 'member', pim: 'observer' })
  const { ctx, service, member, rule } = here
  await changeDepartment(ctx, {
    id: service,
    memberIds: people.map((name) => member(name).id),
    distribution: 'in_turn',
    capacities: Object.fromEntries(Object.entries(capacities).map(([name, most]) => [member(name).id, most])),
  })
  await rule('Alles', {}, { departmentId: service })
  let count = 0
  const posts = (most: number) =>
    Array.from({ length: most }, () => {
      count += 1
      return { text: `Zilvermeeuw balie ${count}`, nativeId: `p${count}` }
    })
  /** How many each has that are open, and how many nobody has. */
  const loads = async () => {
    const open = (await here.rows()).map(({ row }) => row).filter((row) => row.state === 'open')
    const of = (id: string | null) => open.filter((row) => row.ownerId === id).length
    return [...people.map((name) => of(member(name).id)), of(null)]
  }
  return { ...here, posts, loads }
}

test('what a rule places in a department that works in turn goes round', async () => {
  const { hear, posts, loads } = await house()
  for (const post of posts(6)) await hear(post)
  assert.deepEqual(await loads(), [2, 2, 2, 0, 0])
  await hear(...posts(7))
  assert.deepEqual(
    (await loads()).slice(0, 3).toSorted((a, b) => a - b),
    [4, 4, 5],
  )
})

test('several processes that hear at the same time give out fairly, and nobody more than they have room for', async () => {
  const { ear, posts, loads } = await house({ tess: 7 })
  const ears = await Promise.all([ear(), ear(), ear(), ear()])
  await Promise.all(posts(60).map((post, at) => ears[at % ears.length]?.(post)))
  const [noor = 0, tess, ruud = 0, pim, nobody] = await loads()
  assert.deepEqual([tess, pim, nobody, noor + ruud], [7, 0, 0, 53])
  assert.ok(Math.abs(noor - ruud) <= 1)
})

test('where everybody has as much as they can it waits, and is given out when somebody has room', async () => {
  const { ctx, as, hear, posts, loads, rows, member } = await house({ noor: 2, tess: 1, ruud: 1 })
  await hear(...posts(7))
  assert.deepEqual(await loads(), [2, 1, 1, 0, 3])
  assert.equal(await giveOutWaiting(app), 0)
  const done = (await rows()).find(({ row }) => row.ownerId === member('tess').id)?.row
  assert.ok(done)
  await closeAnyhow(as('tess'), { id: done.id })
  assert.equal(await giveOutWaiting(app), 1)
  assert.deepEqual(await loads(), [2, 1, 1, 0, 2])
  // What people take themselves counts, and is not held back.
  const waiting = (await rows()).find(({ row }) => row.ownerId === null)?.row
  await claimConversation(ctx, { id: waiting?.id ?? '', takeOver: false })
  assert.deepEqual(await loads(), [3, 1, 1, 0, 1])
})

test('who is away, left the department or only looks is passed over; who is back takes part again', async () => {
  const { ctx, as, hear, posts, loads, service, member } = await house()
  await sayAway(as('tess'), { isAway: true })
  await changeMember(ctx, { id: member('ruud').id, departmentIds: [] })
  await hear(...posts(3))
  assert.deepEqual(await loads(), [3, 0, 0, 0, 0])
  await changeMember(ctx, { id: member('tess').id, isAway: false })
  await changeDepartment(ctx, { id: service, capacities: { [member('noor').id]: 3 } })
  await hear(...posts(2))
  assert.deepEqual(await loads(), [3, 2, 0, 0, 0])
})

test('a later message of the same conversation gives it to nobody else', async () => {
  const { hear, rows } = await house()
  await hear({ text: 'Zilvermeeuw balie', nativeId: 'root' })
  const before = (await rows()).map(({ row }) => row.ownerId)
  for (let at = 0; at < 3; at += 1) await hear({ text: `Zilvermeeuw nog eens ${at}`, parentId: 'root', rootId: 'root' })
  assert.deepEqual(
    (await rows()).map(({ row }) => row.ownerId),
    before,
  )
})

test('applying gives out what it moves, and the history says whose turn it was', async () => {
  const { ctx, hear, posts, loads, rows, finish, service } = await house()
  await changeDepartment(ctx, { id: service, distribution: 'free' })
  await hear(...posts(4))
  assert.deepEqual(await loads(), [0, 0, 0, 0, 4])
  await changeDepartment(ctx, { id: service, distribution: 'in_turn' })
  await finish((await askApply(ctx)).id)
  // They stood there already: that they are given out now is not of the rules.
  assert.deepEqual(await loads(), [0, 0, 0, 0, 4])
  assert.equal(await giveOutWaiting(app), 4)
  const [first] = await rows()
  const lines = await app.db.inWorkspace(ctx.workspaceId, (tx) => readRoutingLines(tx, first?.row.id ?? ''))
  assert.deepEqual(
    lines.map((line) => [line.how, line.isByTurn, line.department?.name, line.owner !== null]),
    [
      ['heard', false, 'Service', false],
      ['heard', true, 'Service', true],
    ],
  )
})

test('the members of a department can change without losing how much they have room for', async () => {
  const { ctx, service, member } = await house({ tess: 4, ruud: 5 })
  await changeDepartment(ctx, { id: service, memberIds: [member('tess').id] })
  await changeMember(ctx, { id: member('tess').id, departmentIds: [service] })
  const found = (await readDepartments(ctx)).find(({ id }) => id === service)
  assert.deepEqual(found?.capacities, { [member('tess').id]: 4 })
})

test('while it is closed nothing is given out; in the morning all of it is', async () => {
  const { ctx, hear, posts, loads } = await house()
  const day = [{ from: '09:00', to: '17:00' }]
  await changeWorkspace(ctx, {
    openingHours: {
      ...{ timeZone: 'UTC', week: Array.from({ length: 7 }, () => day), holidays: null, closedDays: [], openDays: [] },
      isUrgentNeverStopped: true,
    },
  })
  const evening = new Date(`${app.clock.now().toISOString().slice(0, 10)}T21:00:00Z`).getTime()
  app.clock.advance(evening - app.clock.now().getTime() + (evening < app.clock.now().getTime() ? 24 * hour : 0))
  await hear(...posts(6))
  assert.deepEqual(await loads(), [0, 0, 0, 0, 6])
  assert.equal(await giveOutWaiting(app), 0)
  app.clock.advance(12 * hour)
  assert.equal(await giveOutWaiting(app), 6)
  assert.deepEqual(await loads(), [2, 2, 2, 0, 0])
})
