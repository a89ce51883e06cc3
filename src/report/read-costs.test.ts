// What is said to cost something is divided by what was heard and answered; of what nobody said, nothing is guessed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { memberOf } from '#team/context.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readCosts } from './read-costs.ts'
import { saveCosts } from './save-costs.ts'
import { settleFigures } from './settle-figures.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const days = { from: '2026-11-17', to: '2026-11-23' }

/** One message, taken up and answered six minutes later. */
async function house() {
  const here = await promiseHouse(app)
  const { ctx, workspaceId } = here
  await here.says('Zilvermeeuw, waar is mijn koffer?', 30)
  const one = async (text: string) => (await app.db.pool.query<{ id: string }>(text, [workspaceId])).rows[0]?.id ?? ''
  const conversationId = await one('select id from conversations where workspace_id = $1')
  const mentionId = await one('select id from mentions where workspace_id = $1')
  await claimConversation(ctx, { id: conversationId, takeOver: false })
  const claimedAt = app.clock.now()
  await app.db.pool.query('alter table audit disable trigger user')
  await app.db.pool.query('update audit set at = $2 where workspace_id = $1', [workspaceId, claimedAt])
  await app.db.pool.query('update mentions set heard_at = published_at where workspace_id = $1', [workspaceId])
  await app.db.pool.query('alter table audit enable trigger user')
  const answeredAt = new Date(claimedAt.getTime() + 6 * minute)
  await app.db.pool.query(
    `insert into replies (id, workspace_id, conversation_id, mention_id, text, written_by, state, intent_hash, settled_at, created_at)
     values ($1, $2, $3, $4, 'Die komt eraan', $5, 'sent', 'x', $6, $6)`,
    [newId(), workspaceId, conversationId, mentionId, memberOf(ctx).id, answeredAt],
  )
  while ((await settleFigures(app)) > 0);
  return { ...here, sourceId: await one('select source_id as id from mentions where workspace_id = $1') }
}

test('an answer costs its minutes, and a source what it is said to cost', async () => {
  const { ctx, sourceId } = await house()
  const before = await readCosts(ctx, days)
  assert.deepEqual([before.answers, before.writing, before.perAnswer], [1, null, null])
  await saveCosts(ctx, { currency: 'EUR', hourCost: 50, sourceCosts: { [sourceId]: 30, [newId()]: 9 } })
  const { minutes, writing, settings, sources } = await readCosts(ctx, days)
  assert.deepEqual([minutes.value, minutes.isTooFew, writing], [6, true, 5])
  assert.deepEqual(settings.sourceCosts, { [sourceId]: 30 })
  const source = sources.find(({ id }) => id === sourceId)
  assert.deepEqual([source?.mentions, source?.answers], [1, 1])
  assert.equal(source?.perMention?.toFixed(2), ((30 * 7) / (365.25 / 12)).toFixed(2))
})

test('another workspace sees and keeps nothing of it', async () => {
  const { sourceId } = await house()
  const other = await promiseHouse(app)
  await saveCosts(other.ctx, { currency: 'USD', hourCost: 1, sourceCosts: { [sourceId]: 30 } })
  const { answers, settings } = await readCosts(other.ctx, days)
  assert.deepEqual([answers, settings.sourceCosts], [0, {}])
})
