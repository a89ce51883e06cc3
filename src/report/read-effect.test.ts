// What the database says of messages, answers and what came next is what the comparison is given; another workspace gives nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, minute } from '#base/clock.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readEffect } from './read-effect.ts'
import { readWaiting } from './read-waiting.ts'
import { reportPeriod } from './report-period.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const week = { from: '2026-11-17', to: '2026-11-23' }
const us = { nativeId: 'we', handle: 'zilvermeeuw', name: 'Zilvermeeuw' }

type House = Awaited<ReturnType<typeof promiseHouse>>
type Told = { after: number; text?: string; isOurs?: true; who?: string }

/** One thread, three days ago, in minutes from its beginning. */
async function thread(house: House, name: string, told: readonly Told[]) {
  for (const [i, { after, text = 'Zilvermeeuw is traag', isOurs, who = name }] of told.entries())
    await house.hear({
      ...{ text, nativeId: `${house.workspaceId}-${name}-${i}`, rootId: `${house.workspaceId}-${name}-0` },
      ...(i > 0 && { parentId: `${house.workspaceId}-${name}-0` }),
      publishedAt: new Date(app.clock.now().getTime() - 3 * day + after * minute),
      author: isOurs ? us : { nativeId: `${house.workspaceId}-${who}`, handle: who, name: who },
    })
}

/** The tone is what people say it is: this test is not of triage. */
async function tone(house: House, like: string, sentiment: string) {
  await app.db.pool.query(
    `update assessments s set correction = jsonb_build_object('sentiment', $3::text) from mentions m
      where m.id = s.mention_id and m.workspace_id = $1 and m.text like $2`,
    [house.workspaceId, like, sentiment],
  )
  await app.db.pool.query(`update conversations set state = 'open' where workspace_id = $1`, [house.workspaceId])
}

function waitingIn(house: House) {
  const period = reportPeriod({ ...week, against: 'before' })
  return app.db.inWorkspace(house.workspaceId, async (tx) => {
    const ask = { workspaceId: house.workspaceId, period, zone: 'UTC', now: app.clock.now(), most: 100 }
    const rows = await readWaiting(tx, ask)
    return rows.toSorted((a, b) => b.seenFor - a.seenFor)
  })
}

for (const [what, told, wanted] of [
  ['nobody answered and nothing came', [{ after: 0 }], [[null, null, null]]],
  ['it was answered', [{ after: 0 }, { after: 60, isOurs: true }], [[60, null, null]]],
  [
    'it was answered and thanked',
    [{ after: 0 }, { after: 60, isOurs: true }, { after: 90, text: 'Geweldig' }],
    [
      [60, 90, 'milder'],
      [null, null, null],
    ],
  ],
  [
    'an answer after writing again is one to the newer message',
    [{ after: 0 }, { after: 30 }, { after: 60, isOurs: true }],
    [
      [null, 30, 'same'],
      [30, null, null],
    ],
  ],
  ['a receipt that is sent at once is no answer', [{ after: 0 }, { after: 0.1, isOurs: true }], [[null, null, null]]],
] as const)
  test(what, async () => {
    const house = await promiseHouse(app)
    await thread(house, 'eva', told)
    await tone(house, '%traag%', 'negative')
    await tone(house, '%Geweldig%', 'positive')
    const seen = (await waitingIn(house)).map(({ answeredAfter, nextAfter, next }) => [
      ...[answeredAfter, nextAfter].map((one) => (one === null ? null : Math.round(one))),
      next,
    ])
    assert.deepEqual(seen, wanted)
  })

test('of few it is said that they are too few, and another workspace sees nothing', async () => {
  const house = await promiseHouse(app)
  for (let i = 0; i < 4; i += 1)
    await thread(house, `p${i}`, i < 2 ? [{ after: 0 }, { after: 60, isOurs: true }] : [{ after: 0 }])
  await tone(house, '%traag%', 'negative')
  const report = await readEffect(house.ctx, week)
  assert.deepEqual(
    [report.messages, report.answers, report.outcomes.tone.isTooFew, report.outcomes.tone.value, report.hidden],
    [4, 2, true, null, null],
  )
  assert.equal(report.balance[0]?.trait, 'anger')
  const other = await promiseHouse(app)
  assert.equal((await readEffect(other.ctx, week)).messages, 0)
})
