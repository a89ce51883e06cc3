// A report counts what was said and how we answered in its days, holds it against the days before, and leads to the messages it counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour, minute } from '#base/clock.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readCountedMessages } from './read-counted-messages.ts'
import { readReputation } from './read-reputation.ts'
import { readTopicReport } from './read-topic-report.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import { reportPeriod } from './report-period.ts'
import { settleFigures } from './settle-figures.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const week = { from: '2026-11-17', to: '2026-11-23', against: 'before' } as const

/** Forty good and ten bad messages a week ago, ten good and forty bad this week, all about bags or crew. */
async function house() {
  const here = await promiseHouse(app)
  const { ctx, workspaceId } = here
  const topic = (name: string, purpose: 'market' | 'reputation' = 'reputation') =>
    createTopic(ctx, { name, query: name, departmentId: null, purpose, legalBasis: 'legitimate_interest' })
  const topics = { bags: await topic('koffer'), crew: await topic('crew'), others: await topic('oranjewind', 'market') }
  let said = 0
  const say = async (text: string, daysAgo: number) => {
    said += 1
    const at = new Date(app.clock.now().getTime() - daysAgo * day - hour)
    await here.hear({ text, nativeId: `${workspaceId}-${said}`, rootId: `r${workspaceId}-${said}`, publishedAt: at })
  }
  for (let i = 0; i < 25; i += 1) {
    await say(i < 20 ? 'Zilvermeeuw crew geweldig, dank' : 'Zilvermeeuw koffer kwijt, schandalig slecht', 8 + (i % 5))
    await say(i < 5 ? 'Zilvermeeuw crew geweldig, dank' : 'Zilvermeeuw koffer kwijt, schandalig slecht', 1 + (i % 5))
  }
  for (let i = 0; i < 10; i += 1) await say('Oranjewind is goedkoop', 2)
  // The tone is what people say it is: this test is of counting.
  await app.db.pool.query(
    `update assessments s set correction = jsonb_build_object('sentiment', case when m.text like '%dank%' then 'positive' else 'negative' end)
       from mentions m where m.id = s.mention_id and m.workspace_id = $1 and m.text like 'Zilvermeeuw%'`,
    [workspaceId],
  )
  // So many who say the same are taken for noise, which is not what is tested here either.
  await app.db.pool.query(`update conversations set state = 'open' where workspace_id = $1`, [workspaceId])
  const settle = async () => {
    while ((await settleFigures(app)) > 0);
  }
  await settle()
  return { ...here, topics, settle, say }
}

test('what is said more and worse brings the score down, and the topic that did it is named', async () => {
  const { ctx, topics, topic } = await house()
  const report = await readReputation(ctx, week)
  assert.deepEqual([report.scoreBefore.value, report.score.value], [80, 20])
  assert.equal(report.change, null, 'twenty-five are too few to call it a change')
  assert.deepEqual([report.messages.now.value, report.messages.before.value], [25, 25])
  const points = Object.fromEntries(report.topics.map((one) => [one.id, Math.round(one.points)]))
  const sum = report.topics.reduce((all, one) => all + one.points, 0)
  assert.ok(Math.abs(sum + 60) < 1e-9, `the points are the change, not ${sum}`)
  assert.ok((points[topics.bags.id] ?? 0) < 0 && (points[topics.crew.id] ?? 0) < 0)
  assert.equal(
    report.topics.some(({ id }) => id === topics.others.id),
    false,
  )
  assert.equal(report.topics.find(({ id }) => id === topic.id)?.messages, 25)
  assert.equal(
    report.days.reduce((all, one) => all + one.negative, 0),
    20,
  )
  assert.deepEqual([report.isCounting, report.days.length], [false, 7])
})

test('who else is spoken of is counted beside us, and is not of us', async () => {
  const { ctx, topics } = await house()
  const { voices } = await readReputation(ctx, week)
  const [us, others] = voices
  assert.deepEqual([us?.isOurs, us?.messages, others?.id, others?.messages], [true, 25, topics.others.id, 10])
  assert.equal(us?.share.value, 25 / 35)
})

test('what one is led to from a figure are the messages it counts, in whatever pages', async () => {
  const { ctx, topics } = await house()
  const report = await readReputation(ctx, week)
  const all = async (more: object) => {
    const rows = []
    let after: string | undefined
    do {
      const page = await readCountedMessages(ctx, { ...week, ...more, after })
      rows.push(...page.rows)
      after = page.next ?? undefined
    } while (after)
    return rows
  }
  assert.equal((await all({})).length, report.messages.now.value)
  const bags = report.topics.find(({ id }) => id === topics.bags.id)
  const found = await all({ topicId: topics.bags.id, tone: 'negative' })
  assert.equal(found.length, bags?.tones.negative)
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length)
  assert.equal((await all({ from: '2026-11-10' })).length, 50)
  await assert.rejects(readCountedMessages(ctx, { ...week, after: 'x' }), /does not follow/)
})

test('how long one waits is counted from publication and from hearing, and within the promise', async () => {
  const here = await promiseHouse(app)
  await here.says('Zilvermeeuw, waar is mijn koffer?', 10)
  app.clock.advance(20 * minute)
  await here.answersElsewhere('Die komt eraan')
  while ((await settleFigures(app)) > 0);
  const { waits, speed, lines } = await readReputation(here.ctx, week)
  assert.deepEqual([waits.median.value, waits.medianHeard.value, waits.median.isTooFew], [30, 20, true])
  assert.deepEqual([waits.answerRate.value, waits.within.sample], [1, 1])
  assert.equal(speed.length, 1)
  assert.ok(lines.some(({ cut }) => cut === 'band') && lines.some(({ cut }) => cut === 'network'))
})

test('a narrowed report counts what is of that network only', async () => {
  const { ctx } = await house()
  assert.equal((await readReputation(ctx, { ...week, network: 'forum' })).messages.now.value, 25)
  assert.equal((await readReputation(ctx, { ...week, network: 'bluesky' })).messages.now.value, 0)
})

test('another workspace sees nothing of it', async () => {
  const one = await house()
  const other = await promiseHouse(app)
  await rebuildFigures(app, { workspaceId: one.workspaceId })
  const report = await readReputation(other.ctx, week)
  assert.deepEqual([report.messages.now.value, report.score.value, report.topics.length], [0, null, 0])
})

for (const [asked, before] of [
  [
    { from: '2026-11-01', to: '2026-11-28', against: 'before' },
    { from: '2026-10-04', to: '2026-10-31' },
  ],
  [
    { from: '2026-11-23', to: '2026-11-23', against: 'before' },
    { from: '2026-11-22', to: '2026-11-22' },
  ],
  [
    { from: '2026-11-02', to: '2026-11-29', against: 'year' },
    { from: '2025-11-03', to: '2025-11-30' },
  ],
] as const)
  test(`${asked.from} to ${asked.to} stands against ${before.from} to ${before.to}`, () => {
    assert.deepEqual(reportPeriod(asked).before, before)
  })

test('a period that ends before it begins, or is longer than a year, is refused', () => {
  assert.throws(() => reportPeriod({ from: '2026-11-02', to: '2026-11-01', against: 'before' }), /end after/)
  assert.throws(() => reportPeriod({ from: '2024-11-02', to: '2026-11-01', against: 'before' }), /at most a year/)
})

test('from months that are summed a report says what it says from their days', async () => {
  const { ctx, workspaceId, topics, say, settle } = await house()
  for (const daysAgo of [30, 41, 55, 62, 75, 90]) {
    await say('Zilvermeeuw koffer kwijt, schandalig slecht', daysAgo)
    await say('Oranjewind is goedkoop', daysAgo)
  }
  await app.db.pool.query(`update conversations set state = 'open' where workspace_id = $1`, [workspaceId])
  await settle()
  const asked = { from: '2026-09-12', to: '2026-11-23', against: 'before' } as const
  const read = async () => ({
    whole: await readReputation(ctx, asked),
    toned: await readReputation(ctx, { ...asked, tone: 'negative' }),
    ofNetwork: await readReputation(ctx, { ...asked, network: 'forum' }),
    topic: await readTopicReport(ctx, { ...asked, id: topics.bags.id }),
  })
  const fromMonths = await read()
  const { now, before } = fromMonths.whole.messages
  assert.deepEqual([now.value, before.value], [54, 2])
  const { rowCount } = await app.db.pool.query('delete from figure_months where workspace_id = $1', [workspaceId])
  assert.ok((rowCount ?? 0) >= 3, `${rowCount}`)
  assert.deepEqual(await read(), fromMonths)
})
