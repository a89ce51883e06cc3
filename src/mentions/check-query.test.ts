import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour } from '#base/clock.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { checkQuery } from './check-query.ts'
import { createTopic } from './save-topic.ts'

const app = await testApp()
const spam = { sentiment: { class: 'neutral' }, intent: { top: 'spam' } }
const question = { sentiment: { class: 'negative' }, intent: { top: 'question' } }

type Heard = {
  text: string
  agoMs?: number
  said?: object
  correction?: object
  isOwn?: boolean
  isDeleted?: boolean
}

/** A workspace that has listened for ten days, unless said otherwise, and what it heard. */
async function heardBy(heard: readonly Heard[], { listensForMs = 10 * day } = {}) {
  const { workspaceId, as } = await testWorkspace(app)
  const ctx = as('noor')
  const now = app.clock.now().getTime()
  const since = new Date(now - listensForMs)
  const input = { name: 'Alles', query: 'zilvermeeuw', departmentId: null } as const
  const { id } = await createTopic(ctx, { ...input, purpose: 'customer_care', legalBasis: 'legitimate_interest' })
  const { pool } = app.db
  await pool.query('update topics set created_at = $2 where id = $1', [id, since])
  const rows = heard.map(({ agoMs = hour, ...one }, n) => ({ n, at: new Date(now - agoMs).toISOString(), ...one }))
  await pool.query(
    `with said as (select * from jsonb_to_recordset($2::jsonb)
       as s(n int, text text, at timestamptz, said jsonb, correction jsonb, "isOwn" bool, "isDeleted" bool)),
     author as (insert into authors (id, workspace_id, network, native_id, handle, name)
       values (gen_random_uuid(), $1, 'forum', 'a', 'anna', 'Anna') returning id),
     thread as (insert into conversations (id, workspace_id, number, network, thread_id, title, latest_at)
       values (gen_random_uuid(), $1, 1, 'forum', 't', 't', now()) returning id),
     kept as (insert into mentions (id, workspace_id, network, native_id, author_id, conversation_id, kind, text,
         published_at, heard_at, is_own, deleted_at)
       select gen_random_uuid(), $1, 'forum', n::text, author.id, thread.id, 'post', text, at, at, coalesce("isOwn", false),
         case when "isDeleted" then at end
       from said, author, thread returning id, native_id)
     insert into assessments (mention_id, workspace_id, said, correction)
       select kept.id, $1, s.said, s.correction from kept join said s on s.n::text = kept.native_id where s.said is not null`,
    [workspaceId, JSON.stringify(rows)],
  )
  return ctx
}

const many = (count: number, overMs: number, text = 'zilvermeeuw te laat'): Heard[] =>
  Array.from({ length: count }, (_, n) => ({ text: `${text} ${n}`, agoMs: hour + (n * overMs) / count }))

test('the words that match come back with their places, and what the sentence is made of', async () => {
  const ctx = await heardBy([{ text: 'Waar is mijn koffer, Zilvermeeuw?' }, { text: 'Een vogel: zilvermeeuw.' }])
  const { sample, matched, of, says, parts } = await checkQuery(ctx, 'zilvermeeuw NOT vogel')
  assert.deepEqual([matched, of], [1, 2])
  assert.deepEqual(sample[0]?.spans, [[21, 32]])
  assert.deepEqual(parts, { groups: [['zilvermeeuw']], excluded: ['vogel'], languages: [], networks: [] })
  assert.equal(says?.nl, 'berichten met *zilvermeeuw* maar niet *vogel*')
})

test('every message of the sample tells which clause let it in, and what the query is without it', async () => {
  const ctx = await heardBy([{ text: 'Waar is mijn koffer?' }])
  const { sample } = await checkQuery(ctx, 'zilvermeeuw OR koffer OR vlucht')
  assert.deepEqual(sample[0]?.clauses, [[15, 21]])
  assert.deepEqual(sample[0]?.without, { query: 'zilvermeeuw OR vlucht', cuts: [[15, 21]] })
})

test('our own words, what was deleted and what is older than a week are not tried', async () => {
  const ctx = await heardBy([
    { text: 'zilvermeeuw nu' },
    { text: 'zilvermeeuw, dat zijn wij', isOwn: true },
    { text: 'zilvermeeuw weg', isDeleted: true },
    { text: 'zilvermeeuw toen', agoMs: 8 * day },
  ])
  const { sample, of } = await checkQuery(ctx, 'zilvermeeuw')
  assert.deepEqual([sample.map(({ text }) => text), of], [['zilvermeeuw nu'], 1])
})

test('twenty are shown, evenly over the week and newest first', async () => {
  const ctx = await heardBy(many(200, 6 * day))
  const { sample, matched } = await checkQuery(ctx, 'zilvermeeuw')
  const days = sample.map(({ publishedAt }) => (app.clock.now().getTime() - publishedAt.getTime()) / day)
  assert.deepEqual([sample.length, matched], [20, 200])
  assert.ok(
    days.every((at, n) => Math.abs(at - (n * 6) / 20) < 0.1),
    days.join(),
  )
})

test('however much there is, two thousand are tried, and the days they cover are counted', async () => {
  const ctx = await heardBy(many(4_000, 4 * day))
  const { of, matched, perDay, since } = await checkQuery(ctx, 'zilvermeeuw')
  assert.deepEqual([of, matched], [2_000, 2_000])
  assert.ok(Math.abs((perDay?.expected ?? 0) - 1_000) < 40, `${perDay?.expected}`)
  assert.ok(Math.abs(app.clock.now().getTime() - (since?.getTime() ?? 0) - 2 * day) < 2 * hour)
})

test('spam is what triage says, unless a colleague said otherwise', async () => {
  const ctx = await heardBy([
    { text: 'zilvermeeuw korting', agoMs: 1 * hour, said: spam },
    {
      text: 'zilvermeeuw toch niet',
      agoMs: 2 * hour,
      said: spam,
      correction: { intent: 'question', sentiment: 'mixed' },
    },
    { text: 'zilvermeeuw wel', agoMs: 3 * hour, said: question, correction: { intent: 'spam' } },
    { text: 'zilvermeeuw gewoon', agoMs: 4 * hour },
  ])
  const { sample } = await checkQuery(ctx, 'zilvermeeuw')
  assert.deepEqual(
    sample.map(({ isSpam, sentiment }) => [isSpam, sentiment]),
    [
      [true, 'neutral'],
      [false, 'mixed'],
      [true, 'negative'],
      [false, null],
    ],
  )
})

test('seven in a week is one a day, give or take', async () => {
  const { perDay } = await checkQuery(await heardBy(many(7, 6 * day)), 'zilvermeeuw')
  assert.equal(perDay?.expected, 1)
  assert.ok(perDay.low > 0.3 && perDay.low < 0.5 && perDay.high > 1.9 && perDay.high < 2.2, JSON.stringify(perDay))
})

test('who listens since yesterday divides by a day, and who began an hour ago is told no number', async () => {
  const yesterday = await heardBy(many(3, 0), { listensForMs: day })
  assert.equal((await checkQuery(yesterday, 'zilvermeeuw')).perDay?.expected, 3)
  const now = await heardBy(many(3, 0), { listensForMs: hour })
  assert.equal((await checkQuery(now, 'zilvermeeuw')).perDay, null)
})

test('a week in which nothing matched is no promise that nothing will come', async () => {
  const { perDay, matched } = await checkQuery(await heardBy(many(5, day)), 'korenwolf')
  assert.deepEqual([matched, perDay?.expected, perDay?.low], [0, 0, 0])
  assert.ok((perDay?.high ?? 0) > 0.4)
})

test('a stored message is tried with everything that was known of it when it was heard', async () => {
  const ctx = await heardBy([{ text: 'zilvermeeuw' }, { text: 'zilvermeeuw kaal', agoMs: 2 * hour }])
  await app.db.pool.query(
    `update mentions set kind = 'review', rating = 2, is_cut = true, parent_id = 'x', edited_at = now(), title = 'Klacht',
       media = '[{"kind":"image","url":"https://a.test/b.png","alt":""}]', tags = '{bagage}', addressed = '{klm}', lang = 'nl'
     where workspace_id = $1 and text = 'zilvermeeuw'`,
    [ctx.workspaceId],
  )
  await app.db.pool.query('update authors set followers = 5000 where workspace_id = $1', [ctx.workspaceId])
  for (const part of [
    'has:image',
    'is:reply',
    'is:edited',
    'is:cut',
    'kind:review',
    'rating:<3',
    '#bagage',
    '@klm',
    'title:klacht',
    'lang:nl',
  ])
    assert.equal((await checkQuery(ctx, `zilvermeeuw ${part}`)).matched, 1, part)
  assert.equal((await checkQuery(ctx, 'zilvermeeuw followers:>=5000')).matched, 2)
})

test('each day of the week is counted, and where it was heard', async () => {
  const ctx = await heardBy([
    ...many(3, 0),
    ...many(2, 0).map((one) => ({ ...one, agoMs: 30 * hour })),
    { text: 'iets anders' },
    { text: 'zilvermeeuw', agoMs: 6 * day + 20 * hour },
  ])
  const { days, bySource } = await checkQuery(ctx, 'zilvermeeuw')
  assert.deepEqual(days, [1, 0, 0, 0, 0, 2, 3])
  assert.deepEqual(bySource, [{ name: 'forum', matched: 6, of: 7 }])
  const young = await heardBy(many(3, 0), { listensForMs: 2 * day })
  assert.deepEqual((await checkQuery(young, 'zilvermeeuw')).days, [0, 3])
})

test('what it nearly finds is told with the part that keeps it out, the nearest first', async () => {
  const ctx = await heardBy([
    { text: 'zilvermeeuw op het dak', agoMs: 1 * hour },
    { text: 'zilvermeeuw koffer vogel', agoMs: 2 * hour },
    { text: 'zilvermeeuw met koffers', agoMs: 3 * hour },
    { text: 'zilvermeeuw met koffer', agoMs: 4 * hour },
    { text: 'mooi weer', agoMs: 5 * hour },
  ])
  const query = 'zilvermeeuw AND koffer NOT vogel'
  const { nearly, matched } = await checkQuery(ctx, query)
  assert.equal(matched, 1)
  assert.deepEqual(
    nearly.map(({ text, nearly: { kind, at } }) => [kind, query.slice(...at), text]),
    [
      ['otherwise', 'koffer', 'zilvermeeuw met koffers'],
      ['excluded', 'vogel', 'zilvermeeuw koffer vogel'],
      ['missing', 'koffer', 'zilvermeeuw op het dak'],
    ],
  )
})

test('nothing of another workspace is tried, counted or shown', async () => {
  await heardBy([{ text: 'zilvermeeuw geheim' }])
  const { sample, matched, of, since } = await checkQuery(await heardBy([]), 'zilvermeeuw OR geheim')
  assert.deepEqual([sample, matched, of, since], [[], 0, 0, null])
})

test('a query that does not read is not tried', async () => {
  const { errors, sample, parts, perDay } = await checkQuery(await heardBy([{ text: 'zilvermeeuw' }]), 'zilvermeeuw (')
  assert.ok(errors.length > 0)
  assert.deepEqual([sample, parts, perDay], [[], null, null])
})
