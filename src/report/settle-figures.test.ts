// Whatever is said, edited, corrected, moved, merged or erased, the figures are those of the rows: by the hour, by the day, and of who waited.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { day, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { departments } from '#db/tables/team.ts'
import { type Correction, correctionSchema } from '#domain/correction.ts'
import { waitStep } from '#domain/measures/wait-step.ts'
import { sayNoise } from '#inbox/say-noise.ts'
import { changeTopic, createTopic, removeTopic } from '#mentions/save-topic.ts'
import { eraseAuthor } from '#reply/erase-author.ts'
import { mergeConversations } from '#reply/merge-conversations.ts'
import { memberOf } from '#team/context.ts'
import { bruteForceFigures, keptFigures } from '#testing/brute-force-figures.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { type Random, seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import { settleFigures } from './settle-figures.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const pool = app.db.pool
const words = ['duur', 'slecht en traag', 'geweldig, dank', 'op tijd', 'niet slecht', 'schandalig', 'meeuwen', 'qqqq']

type House = Awaited<ReturnType<typeof openHouse>>

async function openHouse() {
  const here = await promiseHouse(app)
  const { workspaceId } = here
  const departmentIds = [newId(), newId()]
  await app.db.asSystem((tx) =>
    tx.insert(departments).values(departmentIds.map((id, i) => ({ id, workspaceId, name: `D${i}` }))),
  )
  const topic = (name: string, purpose: 'market' | 'reputation') =>
    createTopic(here.ctx, { name, query: name, departmentId: null, purpose, legalBasis: 'legitimate_interest' })
  const topicIds = [(await topic('slecht', 'reputation')).id, (await topic('meeuwen', 'market')).id]
  const rows = async <T extends object>(text: string) => (await pool.query<T>(text, [workspaceId])).rows
  const settle = async () => {
    let counted = 0
    for (let n = 1; n > 0; counted += n) n = await settleFigures(app, 5)
    return counted
  }
  return { ...here, departmentIds, topicIds, rows, settle, topic, said: 0 }
}

const oneOf = async <T>(random: Random, rows: Promise<readonly T[]>): Promise<T | undefined> => {
  const found = await rows
  return found.length > 0 ? random.pick(found) : undefined
}
const ids = (house: House, table: string) =>
  house.rows<{ id: string; version: number }>(`select * from ${table} where workspace_id = $1 order by id`)

/** What may happen to a house, by its verbs where there is one, else in the rows themselves. */
const happenings: Record<string, (house: House, random: Random) => Promise<unknown>> = {
  said: async (house, random) => {
    house.said += 1
    const thread = `t${random.below(15)}`
    const who = `w${random.below(5)}`
    await house.hear({
      text: `Zilvermeeuw ${random.pick(words)}`,
      nativeId: `${house.workspaceId}-${house.said}`,
      ...(random.chance(0.6) && { rootId: thread, parentId: thread }),
      publishedAt: new Date(app.clock.now().getTime() - random.below(4 * day)),
      author: {
        ...{ nativeId: `${house.workspaceId}-${who}`, handle: who, name: who },
        followers: random.chance(0.2) ? undefined : random.pick([7, 4_120, 4_130, 950, 990, 22_000]),
      },
    })
  },
  answered: (house) => house.answersElsewhere('Dat zoeken we uit'),
  corrected: async (house, random) => {
    const found = await oneOf(
      random,
      house.rows<{ mention_id: string; said: { reasons: object[] } }>(
        'select mention_id, said from assessments where workspace_id = $1 order by 1',
      ),
    )
    if (!found) return
    const correction: Correction | null = random.pick([
      { sentiment: random.pick(['negative', 'positive', 'mixed'] as const) },
      { notSo: ['sentiment'] },
      { notBecause: correctionSchema.shape.notBecause.unwrap().parse(found.said.reasons.slice(0, 2)) },
      null,
    ])
    await pool.query('update assessments set correction = $2 where mention_id = $1', [found.mention_id, correction])
  },
  noise: async (house, random) => {
    const found = await oneOf(random, ids(house, 'conversations'))
    if (!found) return
    await sayNoise(house.ctx, { id: found.id, said: random.pick(['noise', 'work'] as const) }).catch(() => undefined)
  },
  moved: async (house, random) => {
    const found = await oneOf(random, ids(house, 'conversations'))
    const departmentId = random.pick([...house.departmentIds, null])
    await pool.query('update conversations set department_id = $2 where id = $1', [found?.id, departmentId])
  },
  merged: async (house, random) => {
    const [from, into] = await house.rows<{ id: string; version: number }>(
      `select * from conversations where workspace_id = $1 and state = 'open' order by id`,
    )
    if (!from || !into || random.chance(0.5)) return
    await mergeConversations(house.ctx, { id: from.id, withId: into.id }).catch(() => undefined)
  },
  dated: async (house, random) => {
    const found = await oneOf(random, ids(house, 'mentions'))
    await pool.query(`update mentions set published_at = published_at - interval '90 minutes' where id = $1`, [
      found?.id,
    ])
  },
  removed: async (house, random) => {
    const found = await oneOf(random, ids(house, 'mentions'))
    if (random.chance(0.3)) await pool.query('delete from mentions where id = $1', [found?.id])
  },
  liked: async (house, random) => {
    const found = await oneOf(random, ids(house, 'authors'))
    await pool.query('update authors set followers = $2 where id = $1', [found?.id, random.below(30_000)])
  },
  forgotten: async (house, random) => {
    const found = await oneOf(random, ids(house, 'authors'))
    if (found && random.chance(0.2))
      await eraseAuthor(house.ctx, { id: found.id, keepsOut: false }).catch(() => undefined)
  },
  repurposed: async (house, random) => {
    const id = random.pick(house.topicIds)
    await changeTopic(house.ctx, { id, purpose: random.pick(['market', 'reputation'] as const) })
  },
  untopiced: async (house, random) => {
    if (random.chance(0.7)) return
    const id = random.pick(house.topicIds)
    await removeTopic(house.ctx, id)
    house.topicIds = [...house.topicIds.filter((one) => one !== id), (await house.topic(`duur${newId()}`, 'market')).id]
  },
  rezoned: async (house, random) => {
    if (random.chance(0.5)) return
    await pool.query(
      `update workspaces set opening_hours = jsonb_build_object('timeZone', $2::text, 'weekdays', '{}'::jsonb) where id = $1`,
      [house.workspaceId, random.pick(['Europe/Amsterdam', 'Asia/Kolkata', 'UTC'])],
    )
  },
  silent: async (house, random) => {
    const found = await oneOf(random, ids(house, 'conversations'))
    await pool.query(`update silences set ended_at = decided_at, ended_by = $2 where conversation_id = $1`, [
      ...[found?.id, random.pick(['hand', 'taken_back'])],
    ])
    const at = new Date(app.clock.now().getTime() - random.below(50 * day))
    await pool.query(
      `insert into silences (id, workspace_id, conversation_id, kind, reason_id, reason_name, decided_at)
       select $1, workspace_id, id, 'silence', $3, $3, $4 from conversations where id = $2`,
      [newId(), found?.id, random.pick(['troll', 'joke']), at],
    )
  },
  sent: async (house, random) => {
    const found = await oneOf(random, ids(house, 'mentions'))
    if (!found) return
    const id = newId()
    await pool.query(
      `insert into replies (id, workspace_id, conversation_id, mention_id, text, written_by, state, intent_hash)
       select $1, workspace_id, conversation_id, id, '', $3, 'sent', '' from mentions where id = $2`,
      [id, found?.id, memberOf(house.ctx).id],
    )
    const at = new Date(app.clock.now().getTime() - random.below(50 * day))
    await pool.query(
      `insert into answer_effects (reply_id, workspace_id, conversation_id, network, strategy, sent_at, until_at, settled_at, department_id)
       select r.id, r.workspace_id, r.conversation_id, c.network, $2, $3, $3, $3, c.department_id
         from replies r join conversations c on c.id = r.conversation_id where r.id = $1`,
      [id, random.pick(['apologise', 'explain', null]), at],
    )
    await pool.query(
      `insert into judged_replies (reply_id, workspace_id, network, place, place_name, is_promotional, is_unasked, has_link, at)
       select id, workspace_id, 'forum', '', '', $2, $3, false, $4 from replies where id = $1`,
      [id, random.chance(0.5), random.chance(0.5), at],
    )
  },
  softened: async (house, random) => {
    const found = await oneOf(
      random,
      house.rows<{ reply_id: string }>('select reply_id from answer_effects where workspace_id = $1 order by 1'),
    )
    await pool.query(
      `update answer_effects set effect = jsonb_build_object('tone', jsonb_build_object('change', $2::text)) where reply_id = $1`,
      [found?.reply_id, random.pick(['better', 'same', 'worse', 'unknown'])],
    )
    if (random.chance(0.3)) await pool.query('delete from replies where id = $1', [found?.reply_id])
  },
  waited: async (house, random) => {
    const found = await oneOf(random, ids(house, 'promise_clocks'))
    await pool.query(`update promise_clocks set asked_at = asked_at - $2 * interval '9 days' where id = $1`, [
      ...[found?.id, random.below(9)],
    ])
  },
  counted: (house) => house.settle(),
}

/** Much more is said than done about it, or there is nothing to count. */
const usual = [
  ...(['said', 'said', 'said', 'said', 'said', 'said', 'answered', 'answered'] as const),
  ...(['corrected', 'silent', 'sent', 'waited', 'counted'] as const),
] as const

/** How much there was to count. In a world in which much was called noise nobody waits for long. */
const seen: number[] = []
const seenMore: number[] = []

for (let seed = 1; seed <= 8; seed += 1)
  test(`the figures are those of the rows, whatever happens in whatever order (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const house = await openHouse()
    const log: string[] = []
    for (let step = 0; step < 160; step += 1) {
      const name = random.chance(0.6) ? random.pick(usual) : random.pick(Object.keys(happenings))
      log.push(name)
      app.clock.advance(random.below(40) * minute)
      await happenings[name]?.(house, random)
    }
    await house.settle()
    const wanted = await bruteForceFigures(pool, house.workspaceId)
    seen.push(wanted.hours.length, wanted.waits.length)
    const months = wanted.waitSums.filter((line) => line.startsWith('month'))
    for (const found of [wanted.answers, wanted.silences, months]) seenMore.push(found.length)
    assert.deepEqual(await keptFigures(pool, house.workspaceId), wanted, log.join(' '))
    await rebuildFigures(app, { workspaceId: house.workspaceId })
    assert.deepEqual(await keptFigures(pool, house.workspaceId), wanted, 'counted anew')
  })

test('there was something to count', () => {
  assert.ok(
    seen.reduce((sum, one) => sum + one, 0) > 200 && seen.filter((count) => count > 3).length > 8,
    seen.join(' '),
  )
  assert.ok(seenMore.filter((count) => count > 2).length > 16, seenMore.join(' '))
})

test('every month that is over is summed, and one in which something changes is summed again', async () => {
  const house = await openHouse()
  const firsts = ['2026-08', '2026-09', '2026-10']
  const texts = [
    'Zilvermeeuw, waar is mijn koffer?',
    'Zilvermeeuw is slecht en traag',
    'Hoe laat vliegt Zilvermeeuw naar Oslo?',
  ]
  for (const [i, text] of texts.entries())
    await house.hear({ text, nativeId: `${house.workspaceId}-${i}`, rootId: `r${i}` })
  await house.settle()
  const clocks = await house.rows<{ id: string }>(
    `select id from promise_clocks where workspace_id = $1 and kind = 'first' order by id`,
  )
  assert.equal(clocks.length, firsts.length)
  for (const [i, { id }] of clocks.entries())
    await pool.query('update promise_clocks set asked_at = $2 where id = $1', [id, `${firsts[i]}-12T09:00:00Z`])
  await house.settle()
  const months = async () =>
    (
      await house.rows<{ month: string; is_summed: boolean }>(
        `select to_char(m.month, 'YYYY-MM') as month, exists (select from figure_wait_sums s where s.workspace_id = m.workspace_id and s.span = 'month' and s.at = m.month) as is_summed
           from figure_months m where m.workspace_id = $1 order by 1`,
      )
    ).flatMap(({ month, is_summed }) => (firsts.includes(month) ? [`${month} ${is_summed}`] : []))
  const all = firsts.map((month) => `${month} true`)
  assert.deepEqual(await months(), all)
  await pool.query(`update promise_clocks set asked_at = asked_at + interval '1 day' where id = $1`, [clocks[1]?.id])
  await settleFigures(app)
  assert.deepEqual(await months(), [all[0], all[2]])
  await house.settle()
  assert.deepEqual(await months(), all)
  assert.deepEqual(await keptFigures(pool, house.workspaceId), await bruteForceFigures(pool, house.workspaceId))
})

test('what changes nothing that is counted marks nothing, and what was settled is not counted again', async () => {
  const house = await openHouse()
  await house.hear({ text: 'Zilvermeeuw is traag' })
  assert.ok((await house.settle()) > 0)
  await pool.query('update mentions set likes = 12, text = text where workspace_id = $1', [house.workspaceId])
  await pool.query('update conversations set urgency = 3 where workspace_id = $1', [house.workspaceId])
  assert.equal(await house.settle(), 0)
})

test('what is said while somebody counts is counted after it', async () => {
  const house = await openHouse()
  await house.hear({ text: 'Zilvermeeuw is traag' })
  const inside = (work: Parameters<typeof app.db.inWorkspace>[1]) => app.db.inWorkspace(house.workspaceId, work)
  await inside(async (tx) => {
    await tx.execute(sql`update mentions set published_at = published_at - interval '1 day'`)
    await house.settle()
  })
  assert.notDeepEqual(await keptFigures(pool, house.workspaceId), await bruteForceFigures(pool, house.workspaceId))
  await house.settle()
  assert.deepEqual(await keptFigures(pool, house.workspaceId), await bruteForceFigures(pool, house.workspaceId))
})

test('nobody counts beside somebody else', async () => {
  const house = await openHouse()
  await house.hear({ text: 'Zilvermeeuw is traag' })
  const [one, other] = await Promise.all([settleFigures(app), settleFigures(app)])
  assert.ok(one === 0 || other === 0)
})

test('steps of waiting are the same in the database and here', async () => {
  const minutes = [
    -5, 0, 59, 60, 64, 65, 239, 240, 256, 1_439, 1_440, 1_600, 10_079, 10_080, 12_000, 43_199, 43_200, 9e6,
  ]
  const { rows } = await pool.query<{ step: number }>('select wait_step(m) as step from unnest($1::int[]) m', [minutes])
  assert.deepEqual(
    rows.map(({ step }) => step),
    minutes.map(waitStep),
  )
})
