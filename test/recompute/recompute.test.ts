// The figures on the screen are those of the exported files: counted again by a script that knows nothing of the program, they are the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, minute } from '#base/clock.ts'
import { type ExportTable, exportTables } from '#domain/report-export.ts'
import { settleFigures } from '#report/settle-figures.ts'
import { apiHouse, type Person } from '#testing/api-house.ts'
import { type Random, seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { datesBetween, type Files, recompute } from './recompute.ts'

const app = await testApp()
const { pool } = app.db
const house = apiHouse(app)
const from = '2026-11-10'
const to = '2026-11-23'
const before = { from: '2026-10-27', to: '2026-11-09' }
const networks = ['forum', 'bluesky', 'nieuws']
const tones = ['negative', 'neutral', 'mixed', 'positive', 'unsure']
const strategies = ['apologise', 'explain', 'answer']

/** A house in which anything may have been said, answered and decided, written straight into the rows. */
async function world(seed: number): Promise<Person> {
  const random = seededRandom(seed)
  const owner = await house.start(`W${seed}`, `Eva${seed}`)
  const { workspaceId } = owner.ctx
  const insert = async (text: string, values: unknown[]) =>
    (await pool.query<{ id: string }>(`${text} returning id`, [workspaceId, ...values])).rows[0]?.id ?? ''
  await pool.query(
    `update workspaces set opening_hours = jsonb_build_object('timeZone', $2::text, 'weekdays', '{}'::jsonb) where id = $1`,
    [workspaceId, random.pick(['Europe/Amsterdam', 'Asia/Kolkata', 'UTC'])],
  )
  const many = (count: number, make: (i: number) => Promise<string>) =>
    Promise.all(Array.from({ length: count }, (_, i) => make(i)))
  const departments = await many(2, (i) =>
    insert(`insert into departments (id, workspace_id, name) values (gen_random_uuid(), $1, $2)`, [`D${i}`]),
  )
  const sources = await many(2, (i) =>
    insert(
      `insert into sources (id, workspace_id, connector, name, settings) values (gen_random_uuid(), $1, 'forum', $2, '{}')`,
      [`S${i}`],
    ),
  )
  const topics = await many(5, (i) =>
    insert(
      `insert into topics (id, workspace_id, name, query, purpose, legal_basis, review_at) values (gen_random_uuid(), $1, $2, 'x', $3, 'legitimate_interest', now())`,
      [`T${i}, "${i}"`, i < 3 ? 'reputation' : 'market'],
    ),
  )
  for (let n = 1; n <= 260; n += 1) await conversation({ n, random, owner, departments, sources, topics, insert })
  while ((await settleFigures(app)) > 0);
  return owner
}

type World = {
  n: number
  random: Random
  owner: Person
  departments: string[]
  sources: string[]
  topics: string[]
  insert: (text: string, values: unknown[]) => Promise<string>
}

async function conversation({ n, random, owner, departments, sources, topics, insert }: World): Promise<void> {
  const { workspaceId } = owner.ctx
  const at = new Date(app.clock.now().getTime() - random.below(28 * 24) * hour - random.below(60) * minute)
  const network = random.pick(networks)
  const [departmentId, sourceId] = [random.pick([...departments, null]), random.pick([...sources, null])]
  const followers = random.pick([null, 4, 950, 996, 4_120, 23_000])
  const authorId = await insert(
    `insert into authors (id, workspace_id, network, native_id, handle, name, followers) values (gen_random_uuid(), $1, $2, $3, 'w', 'W', $4)`,
    [network, `a${n}`, followers],
  )
  const conversationId = await insert(
    `insert into conversations (id, workspace_id, number, network, thread_id, title, author_id, department_id, state, latest_at)
     values (gen_random_uuid(), $1, $2, $3, $4, 'x', $5, $6, $7, $8)`,
    [n, network, `t${n}`, authorId, departmentId, random.pick(['open', 'open', 'open', 'done', 'noise']), at],
  )
  let mentionId = ''
  let askedAbout: string[] = []
  for (let said = random.between(1, 3); said > 0; said -= 1) {
    mentionId = await insert(
      `insert into mentions (id, workspace_id, network, native_id, source_id, author_id, conversation_id, kind, text, is_own, published_at, heard_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'post', '=1+1, "ja"', $7, $8, $8)`,
      [network, `m${n}-${said}`, sourceId, authorId, conversationId, random.chance(0.1), at],
    )
    const its = topics.filter(() => random.chance(0.3))
    askedAbout = its
    for (const id of its)
      await pool.query('insert into mention_topics (workspace_id, mention_id, topic_id) values ($1, $2, $3)', [
        workspaceId,
        mentionId,
        id,
      ])
    if (random.chance(0.9))
      await pool.query('insert into assessments (mention_id, workspace_id, said, correction) values ($1, $2, $3, $4)', [
        ...[mentionId, workspaceId, { sentiment: { class: random.pick(tones), p: 0.8 }, reasons: [] }],
        random.chance(0.2) ? { sentiment: random.pick(['positive', 'negative']) } : null,
      ])
  }
  const after = (minutes: number) => new Date(at.getTime() + minutes * minute)
  const waited = random.pick([0, 3, 17, 59, 61, 244, 300, 1_000, 1_500, 11_000, 50_000])
  const outcome = random.pick(['answer', 'answer', 'answer', 'elsewhere', 'silence', 'anew', null])
  const due = random.pick([null, 60, 600])
  if (random.chance(0.8))
    await pool.query(
      `insert into promise_clocks (id, workspace_id, conversation_id, kind, asked, asked_at, minutes, counts_from, heard_at, due_at, broken_at, stopped_at, stopped_by, is_running, version)
       values (gen_random_uuid(), $1, $2, 'first', $3, $4, $5, $4, $6, $7, $8, $9, $10, $11, 1)`,
      [
        ...[
          workspaceId,
          conversationId,
          JSON.stringify([{ sourceId, heardAt: after(2).toISOString(), topicIds: askedAbout }]),
          at,
          due,
          after(2),
        ],
        ...[due === null ? null : after(due), due !== null && waited > due ? after(due) : null],
        ...[outcome === null ? null : after(waited), outcome, outcome === null],
      ],
    )
  if (outcome === 'silence')
    await pool.query(
      `insert into silences (id, workspace_id, conversation_id, kind, reason_id, reason_name, decided_at) values (gen_random_uuid(), $1, $2, 'silence', $3, $3, $4)`,
      [workspaceId, conversationId, random.pick(['troll', 'thanks']), after(waited)],
    )
  if (outcome === 'answer')
    await answer({
      ...{ workspaceId, conversationId, mentionId, network, departmentId, n },
      memberId: owner.memberId,
      at: after(5),
      random,
      insert,
    })
}

type Answer = Pick<World, 'random' | 'insert' | 'n'> & {
  workspaceId: string
  conversationId: string
  mentionId: string
  network: string
  departmentId: string | null
  memberId: string
  at: Date
}

async function answer({ random, insert, n, ...given }: Answer): Promise<void> {
  const { workspaceId, conversationId, mentionId, network, departmentId, memberId, at } = given
  const accountId = await insert(
    `insert into accounts (id, workspace_id, network, native_id, handle, name, credentials) values (gen_random_uuid(), $1, $2, $3, 'we', 'We', '')`,
    [network, `us${n}`],
  )
  const replyId = await insert(
    `insert into replies (id, workspace_id, conversation_id, mention_id, account_id, text, state, due_at, settled_at, written_by, intent_hash) values (gen_random_uuid(), $1, $2::uuid, $3, $4, '@dank', 'sent', $5, $5, $6, 'h')`,
    [conversationId, mentionId, accountId, at, memberId],
  )
  const change = random.pick(['better', 'same', 'worse', 'unclear', null])
  await pool.query(
    `insert into answer_effects (reply_id, workspace_id, conversation_id, network, department_id, strategy, sent_at, until_at, outcome, effect, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, 'quiet', $8, $7) on conflict (reply_id) do update set effect = excluded.effect`,
    [
      replyId,
      workspaceId,
      conversationId,
      network,
      departmentId,
      random.pick([...strategies, null]),
      at,
      change && { tone: { change } },
    ],
  )
  if (random.chance(0.7))
    await pool.query(
      `insert into judged_replies (reply_id, workspace_id, network, place, place_name, is_promotional, is_unasked, has_link, at) values ($1, $2, $3, 'p', 'p', $4, $5, false, $6)`,
      [replyId, workspaceId, network, random.chance(0.3), random.chance(0.4), at],
    )
}

async function files({ cookie }: Person, range: { from: string; to: string }, filter: object): Promise<Files> {
  const read = async (table: ExportTable) => {
    const response = await house.request('POST', '/api/reports/export', {
      cookie,
      body: { ...range, ...filter, table, format: 'csv' },
    })
    assert.equal(response.status, 200)
    return [table, await response.text()] as const
  }
  const all = new Map<ExportTable, string>()
  for (const table of exportTables) all.set(...(await read(table)))
  const of = (table: ExportTable) => all.get(table) ?? ''
  return { mentions: of('mentions'), waits: of('waits'), answers: of('answers'), silences: of('silences') }
}

/** Every figure by its place, to ten decimals: two orders of adding differ in the sixteenth. Lists of things that have a name stand by that name, not by their rank. */
function figuresIn(value: unknown, place = ''): [string, unknown][] {
  if (Array.isArray(value))
    return value.flatMap((one, i) => figuresIn(one, `${place}/${typeof one === 'object' ? nameOf(one) : i}`))
  if (value === null || typeof value !== 'object')
    return [[place, typeof value === 'number' ? Number(value.toFixed(10)) : value]]
  return Object.entries(value).flatMap(([key, one]) => figuresIn(one, `${place}/${key}`))
}

const none = '00000000-0000-0000-0000-000000000000'
function nameOf(one: Record<string, unknown>): string {
  const { id, cut, at, weekday, hour: clock, strategy, network } = one
  return [cut, id === none && !cut ? 'us' : id, at, weekday, clock, strategy, network]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** What the files do not say: the zone, the names of departments and sources, and in which order networks are shown. */
function counted(report: Record<string, unknown>): Map<string, unknown> {
  const { period: _period, isCounting: _isCounting, ...rest } = report
  const left =
    /^\/lines\/.*\/name$|^\/silences\/.*\/name$|^\/topics\/.*\/networks|^\/(lines|voices|topics|silences)\/[^/]*\/(id|cut)$/u
  return new Map(figuresIn(rest).filter(([place]) => !left.test(place)))
}

let compared = 0
for (const seed of [1, 2, 3])
  test(`every figure of the report is that of the exported files (seed ${seed})`, async (t) => {
    const owner = await world(seed)
    const { rows } = await pool.query<{ id: string }>(
      'select id from departments where workspace_id = $1 order by name limit 1',
      [owner.ctx.workspaceId],
    )
    for (const filter of [{}, { network: 'forum' }, { departmentId: rows[0]?.id ?? '' }]) {
      const response = await house.ask('GET /api/reports/reputation', {
        cookie: owner.cookie,
        query: { from, to, ...filter },
      })
      const wanted = counted(await response.json())
      const found = counted(
        recompute({
          now: await files(owner, { from, to }, filter),
          before: await files(owner, before, filter),
          from,
          to,
        }),
      )
      assert.deepEqual(
        Object.fromEntries([...found].toSorted()),
        Object.fromEntries([...wanted].toSorted()),
        JSON.stringify(filter),
      )
      const figures = [...wanted.values()].filter((value) => typeof value === 'number').length
      compared += figures
      t.diagnostic(`${figures} figures are the same (${JSON.stringify(filter)})`)
    }
  })

test('there were figures to compare, and a row that is missing is noticed', async (t) => {
  t.diagnostic(`${compared} figures compared`)
  assert.ok(compared > 3_000, `${compared}`)
  assert.equal(datesBetween(from, to).length, 14)
  const owner = await world(9)
  const now = await files(owner, { from, to }, {})
  const given = { before: await files(owner, before, {}), from, to }
  const less = now.mentions.split('\r\n').toSpliced(5, 1).join('\r\n')
  assert.notDeepEqual(recompute({ ...given, now: { ...now, mentions: less } }), recompute({ ...given, now }))
})
