import assert from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#base/assert.ts'
import { memberOf } from '#team/context.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { claimConversation } from './claim-conversation.ts'
import { handOver } from './hand-over.ts'
import { readPage } from './read-page.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const winning = 'WINACTIE! Like en volg ons en maak kans op een weekend weg met Zilvermeeuw'

test('noise that a member takes up, or hands over, is work from then on', async () => {
  const house = await intakeHouse(app)
  await house.hear(
    { text: `${winning} in Faro` },
    { text: 'Giveaway time: retweet to win two tickets with Zilvermeeuw' },
  )
  const [faro, tickets] = (await house.rows()).map(({ row }) => row)
  assert.deepEqual([faro?.state, tickets?.state], ['noise', 'noise'])
  const mine = await claimConversation(house.ctx, { id: present(faro, 'heard').id, takeOver: false })
  assert.deepEqual([mine.state, mine.noise?.kind, mine.noise?.back], ['open', 'giveaway', { why: 'hand' }])
  const to = { memberId: memberOf(house.as('tess')).id, departmentId: null, reason: '' }
  const { row: hers } = await handOver(house.ctx, { id: present(tickets, 'heard').id, ...to })
  assert.deepEqual([hers.state, hers.noise?.back], ['open', { why: 'hand' }])
  for (const name of ['noor', 'tess'] as const)
    assert.equal((await readPage(house.as(name), { view: 'mine', limit: 10 })).rows.length, 1)
})
