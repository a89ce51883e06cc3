import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { Approvers } from '#domain/approval.ts'
import type { Role } from '#domain/role.ts'
import { countPage, type PageAsk, readPage } from '#inbox/read-page.ts'
import { readViewCounts } from '#inbox/read-view-counts.ts'
import { createDepartment } from '#team/change-department.ts'
import { type Context, memberOf } from '#team/context.ts'
import { approvalHouse, rule } from '#testing/approval-house.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { decideApproval } from './decide-approval.ts'
import { readReplyApprovals } from './read-approval.ts'
import { tellLate } from './tell-late.ts'

const app = await deliveryApp()
const nobody: Approvers = { roleLeast: null, memberIds: [], departmentId: null }
const names = ['noor', 'lot', 'sem', 'tess'] as const
type House = Awaited<ReturnType<typeof approvalHouse>>

/** As the next question of theirs would have it: each reads who asks anew. */
function asNow(ctx: Context, role: Role | undefined): Context {
  const member = memberOf(ctx)
  return { ...ctx, actor: { kind: 'member', member: { ...member, role: role ?? member.role } } }
}

/** The view, its count and its card say what the rule says of the same answer, for everybody here. */
async function check(
  house: House,
  { replyId, conversationId, roles = {} }: { replyId: string; conversationId: string; roles?: Roles },
): Promise<string[]> {
  const may: string[] = []
  for (const name of names) {
    const ctx = asNow(house.as(name), roles[name])
    const ruled = (await readReplyApprovals(ctx, [replyId])).get(replyId)?.mayDecide ?? false
    const { rows } = await readPage(ctx, { view: 'approve', limit: 10 })
    assert.deepEqual(
      rows.map(({ id }) => id),
      ruled ? [conversationId] : [],
      name,
    )
    assert.equal((await readViewCounts(ctx)).approve, rows.length, name)
    const card = (await readPage(ctx, { view: 'all', limit: 10 })).rows.find(({ id }) => id === conversationId)
    assert.deepEqual([card?.approval?.mayDecide, card?.approval?.by?.name], [ruled, 'sem'], name)
    if (ruled) may.push(name)
  }
  return may
}

type Roles = Partial<Record<(typeof names)[number], Role>>

type Case = {
  name: string
  approvers: (house: House, departmentId: string) => Approvers
  next?: Approvers
  isLate?: boolean
  roles?: Roles
  may: string[]
}
const cases: Case[] = [
  { name: 'from a role on', approvers: () => ({ ...nobody, roleLeast: 'lead' }), may: ['noor', 'lot'] },
  { name: 'never who wrote it', approvers: () => ({ ...nobody, roleLeast: 'member' }), may: ['noor', 'lot', 'tess'] },
  { name: 'by name', approvers: (house) => ({ ...nobody, memberIds: [house.member('tess').id] }), may: ['tess'] },
  {
    name: 'by name, and now only looking on',
    approvers: (house) => ({ ...nobody, memberIds: [house.member('tess').id] }),
    roles: { tess: 'observer' },
    may: [],
  },
  {
    name: 'who leads in a department',
    approvers: (_house, departmentId) => ({ ...nobody, departmentId }),
    may: ['lot'],
  },
  {
    name: 'in that department, and lead no more',
    approvers: (_house, departmentId) => ({ ...nobody, departmentId }),
    roles: { lot: 'member' },
    may: [],
  },
  {
    name: 'late: the next in line too',
    approvers: () => ({ ...nobody, roleLeast: 'owner' }),
    isLate: true,
    may: ['noor', 'lot'],
    next: { ...nobody, roleLeast: 'lead' },
  },
  {
    name: 'not late: the next not yet',
    approvers: () => ({ ...nobody, roleLeast: 'owner' }),
    may: ['noor'],
    next: { ...nobody, roleLeast: 'lead' },
  },
]

for (const { name, approvers, next, isLate, roles, may } of cases)
  test(`to approve: ${name}`, async () => {
    const house = await approvalHouse(app)
    const people = [house.member('lot').id, house.member('tess').id]
    const department = await createDepartment(house.as('noor'), { name: 'Pers', memberIds: people })
    const nextApprovers = next ?? { ...nobody, roleLeast: 'owner' as const, memberIds: [] }
    const given = approvers(house, department)
    // Somebody must be there to be asked in time, else it is late at once.
    await house.set({ rules: [rule({ approvers: given })], nextApprovers, lateMinutes: 30 })
    const { reply, conversationId } = await house.write()
    if (isLate) {
      app.clock.advance(30 * minute)
      assert.ok((await tellLate(app)) > 0)
    }
    for (const who of names) {
      const role = roles?.[who]
      if (role) await house.setMember(who, { role })
    }
    assert.deepEqual(await check(house, { replyId: reply.id, conversationId, roles }), may)
  })

test('what was set aside or closed meanwhile still waits to be approved; what was decided does not', async () => {
  const house = await approvalHouse(app)
  const first = await house.write()
  const second = await house.write()
  const lot = house.as('lot')
  const ids = async (ask: Partial<PageAsk> = {}) =>
    (await readPage(lot, { view: 'approve', limit: 10, ...ask })).rows.map(({ id }) => id)
  const be = (state: 'waiting' | 'done' | 'noise') =>
    house.within((tx) => tx.update(conversations).set({ state }).where(eq(conversations.id, first.conversationId)))
  for (const state of ['waiting', 'done', 'noise'] as const) {
    await be(state)
    assert.deepEqual((await ids()).toSorted(), [first.conversationId, second.conversationId].toSorted(), state)
    assert.equal(await countPage(lot, { view: 'approve' }, 10), 2)
  }
  const page = await readPage(lot, { view: 'approve', limit: 1 })
  assert.equal((await ids({ after: page.next ?? '', limit: 1 })).length, 1)
  assert.deepEqual(await ids({ topicId: first.conversationId }), [])
  const askId = await house.askOf(second.reply.id)
  await decideApproval(lot, { what: 'approve', replyId: second.reply.id, askId })
  assert.deepEqual(await ids(), [first.conversationId])
  const [card] = (await readPage(house.as('sem'), { view: 'all', limit: 10 })).rows
  assert.equal(card?.approval ?? null, null)
})

test('another workspace has nothing of it', async () => {
  const house = await approvalHouse(app)
  await house.write()
  const elsewhere = await approvalHouse(app)
  assert.equal((await readViewCounts(elsewhere.as('lot'))).approve, 0)
  assert.equal((await readViewCounts(house.as('lot'))).approve, 1)
})
