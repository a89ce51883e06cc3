import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, hour } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { notices } from '#db/tables/notify.ts'
import { audit } from '#db/tables/team.ts'
import { memberOf } from '#team/context.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { claimConversation } from './claim-conversation.ts'
import { waitConversation } from './finish-conversation.ts'
import { makePledge, settlePledge } from './make-pledge.ts'
import { pledgesIn, pledgesTo } from './read-pledges.ts'
import { tellPledges } from './tell-pledges.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', tess: 'member', olga: 'observer' })
  await here.hear({ text: 'Zilvermeeuw, waar is mijn koffer?', nativeId: 'one' })
  const conversationId = present((await here.rows())[0]?.row, 'it is there').id
  const inside = <T>(work: Parameters<typeof app.db.inWorkspace<T>>[1]) =>
    app.db.inWorkspace(here.ctx.workspaceId, work)
  const row = async () => (await here.rows())[0]?.row
  const told = () =>
    inside((tx) =>
      tx.select({ to: notices.memberId }).from(notices).where(eq(notices.kind, 'pledge_due')).orderBy(desc(notices.at)),
    )
  const pledge = (text: string, inMs: number) =>
    makePledge(here.as('tess'), { conversationId, text, dueAt: new Date(app.clock.now().getTime() + inMs) })
  return { ...here, conversationId, inside, row, told, pledge, tess: here.as('tess') }
}

test('a pledge brings its conversation back when it is time, and tells who has it, once', async () => {
  const { tess, ctx, conversationId, pledge, row, told } = await house()
  await claimConversation(ctx, { id: conversationId, takeOver: false })
  await pledge('Bellen over de koffer', 2 * hour)
  await closeAnyhow(ctx, { id: conversationId })
  assert.equal(await tellPledges(app), 0)
  assert.equal((await row())?.state, 'done')
  app.clock.advance(2 * hour)
  assert.equal(await tellPledges(app), 1)
  assert.equal((await row())?.state, 'open')
  assert.deepEqual(await told(), [{ to: memberOf(ctx).id }])
  await closeAnyhow(tess, { id: conversationId })
  assert.equal(await tellPledges(app), 0)
  assert.equal((await row())?.state, 'done')
})

test('what nobody has is told to who pledged it; what is kept or dropped in time is not told', async () => {
  const { tess, conversationId, pledge, told, inside } = await house()
  const first = await pledge('Terugbellen', hour)
  const second = await pledge('Bon sturen', hour)
  const third = await pledge('Brief', hour)
  await settlePledge(tess, { id: second.id, outcome: 'kept' })
  await settlePledge(tess, { id: third.id, outcome: 'dropped' })
  await waitConversation(tess, { id: conversationId, until: new Date(app.clock.now().getTime() + day) })
  await inside((tx) => tx.update(conversations).set({ ownerId: null }).where(eq(conversations.id, conversationId)))
  app.clock.advance(hour)
  assert.equal(await tellPledges(app), 1)
  assert.deepEqual(await told(), [{ to: memberOf(tess).id }])
  const there = await inside((tx) => pledgesIn(tx, conversationId))
  assert.deepEqual(
    there.map(({ id, outcome }) => [id, outcome]),
    [
      [first.id, null],
      [third.id, 'dropped'],
      [second.id, 'kept'],
    ],
  )
})

test('kept is taken back, what was told is not told twice, and the person shows what they were pledged', async () => {
  const { tess, pledge, inside, rows } = await house()
  const { id } = await pledge('Terugbellen', hour)
  app.clock.advance(hour)
  await tellPledges(app)
  await settlePledge(tess, { id, outcome: 'kept' })
  const open = await settlePledge(tess, { id, outcome: null })
  assert.deepEqual([open.outcome, open.settledAt, open.settledBy], [null, null, null])
  assert.equal(await tellPledges(app), 0)
  const authorId = present((await rows())[0]?.author, 'who wrote').id
  assert.deepEqual(
    (await inside((tx) => pledgesTo(tx, [authorId]))).map(({ text }) => text),
    ['Terugbellen'],
  )
})

test('a moment that is past or too far is refused, an observer pledges nothing, and the words stay out of the audit', async () => {
  const { as, conversationId, pledge } = await house()
  await assert.rejects(pledge('Gisteren', -hour), { code: 'bad_input' })
  await assert.rejects(pledge('Ooit', 3 * 365 * day), { code: 'bad_input' })
  const dueAt = new Date(app.clock.now().getTime() + hour)
  await assert.rejects(makePledge(as('olga'), { conversationId, text: 'Nee', dueAt }), { code: 'not_allowed' })
  const { id } = await pledge('Wobbelwoord', hour)
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.subjectId, id)))
  assert.equal(lines.length, 1)
  assert.ok(!JSON.stringify(lines).includes('Wobbelwoord'))
})

test('of two who settle at once both are heard, and a restart between neither loses nor repeats the telling', async () => {
  const { tess, ctx, pledge, told, inside, conversationId } = await house()
  const { id } = await pledge('Terugbellen', hour)
  app.clock.advance(hour)
  await Promise.all([tellPledges(app), tellPledges(app), tellPledges(app)])
  assert.equal((await told()).length, 1)
  await Promise.all([settlePledge(tess, { id, outcome: 'kept' }), settlePledge(ctx, { id, outcome: 'kept' })])
  assert.deepEqual(
    (await inside((tx) => pledgesIn(tx, conversationId))).map(({ outcome }) => outcome),
    ['kept'],
  )
})
