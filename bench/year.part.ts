import pg from 'pg'
import { newId } from '#base/ids.ts'
import { silentLog } from '#base/log.ts'
import { openPostgres } from '#db/open-postgres.ts'

/**
 * A year of a large house as rows, written by the database itself: 12 topics (two of the market), 20 sources on 8 networks, 6 departments, each of them with a few
 * that have most; days with a morning and an evening; of four conversations in ten messages six tell that somebody waited, and four of those were answered.
 * Triggers and foreign keys rest meanwhile. Indexes that figures do not need are made anew at the end: without them whatever the house does beside a report would read all.
 */
export type SeededYear = { lastDay: string; departmentIds: string[]; networks: string[] }
type Seeding = { dataFolder: string; workspaceId: string; mentions: number }

const networks = ['bluesky', 'mastodon', 'feed', 'hackernews', 'reddit', 'lemmy', 'discourse', 'youtube']
const topicNames = [
  'Bagage',
  'Vertraging',
  'Prijs',
  'App',
  'Crew',
  'Eten',
  'Stoel',
  'Lounge',
  'Merk',
  'Klimaat',
  'Oranjewind',
  'Kustlijn',
]
const departmentNames = ['Care', 'Press', 'Sales', 'Works', 'Safety', 'People']
const marketCount = 2
const sourcesCount = 20
const daysCount = 365
const batchRows = 250_000
const authorsShare = 0.1
const kept =
  /pkey|_key$|mentions_conversation|mentions_published|promise_clocks_asked|silences_report|answer_effects_sent|figure/

export async function seedYear({ dataFolder, workspaceId, mentions }: Seeding): Promise<SeededYear> {
  return inDatabase(dataFolder, async (client) => {
    const run = (text: string, values: unknown[] = []) => client.query(text, values)
    await run('set session_replication_role = replica')
    await run('set synchronous_commit = off')
    const dropped: string[] = []
    for (const table of [
      'mentions',
      'conversations',
      'authors',
      'mention_topics',
      'assessments',
      'promise_clocks',
      'silences',
      'answer_effects',
      'judged_replies',
    ])
      dropped.push(...(await dropIndexes(client, table)))
    const { topicIds, departmentIds, sourceIds } = await makeHouse(client, workspaceId)
    // Whoever looks back a year keeps a year: or most of it would be taken away while it is asked.
    await run('update workspaces set unanswered_days = null, answered_days = null where id = $1', [workspaceId])
    await run(functions)
    await run(
      `create table year_of as select $1::uuid as workspace_id, $2::uuid[] as topics, $3::uuid[] as departments, $4::uuid[] as sources, $5::text[] as networks,
      $6::int as mentions, date_trunc('day', now() at time zone 'UTC') - interval '${daysCount} days' as first`,
      [...[workspaceId, topicIds, departmentIds, sourceIds, networks, mentions]],
    )
    await run(`insert into authors (id, workspace_id, network, native_id, handle, name, followers)
      select an_id(4, i), y.workspace_id, 'bluesky', 'a' || i, 'a' || i, 'A', case when luck(i, 1) < 0.1 then null else power(10, 5 * luck(i, 2))::int end
        from year_of y, generate_series(0, (y.mentions * ${authorsShare})::int) i`)
    for (let from = 0; from < mentions; from += batchRows) {
      for (const text of batch) await run(text, [from, Math.min(from + batchRows, mentions) - 1])
      if (process.argv.includes('--verbose')) console.log(`  ${from}`)
    }
    await run('drop table year_of; drop function a_network, a_tone, said_at, an_id, luck')
    await run(`set maintenance_work_mem = '1GB'`)
    for (const made of dropped) await run(made)
    await run('vacuum analyze')
    const { rows } = await run(
      `select to_char(max(published_at) at time zone 'UTC', 'YYYY-MM-DD') as day from mentions`,
    )
    return { lastDay: rows[0].day, departmentIds, networks }
  })
}

/** Answers how to make them again. */
async function dropIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    'select indexname as name, indexdef as made from pg_indexes where tablename = $1 order by 1',
    [table],
  )
  const dropped = rows.filter((row) => !kept.test(row.name))
  for (const { name } of dropped) await client.query(`drop index ${name}`)
  return dropped.map(({ made }) => made)
}

async function makeHouse(client: pg.Client, workspaceId: string) {
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId())
  const topicIds = ids(topicNames.length)
  const departmentIds = ids(departmentNames.length)
  const sourceIds = ids(sourcesCount)
  for (const [i, id] of topicIds.entries())
    await client.query(
      `insert into topics (id, workspace_id, name, query, purpose, legal_basis, review_at) values ($1, $2, $3, $3, $4, 'legitimate_interest', now() + interval '1 year')`,
      [id, workspaceId, topicNames[i], i >= topicNames.length - marketCount ? 'market' : 'reputation'],
    )
  for (const [i, id] of departmentIds.entries())
    await client.query('insert into departments (id, workspace_id, name) values ($1, $2, $3)', [
      id,
      workspaceId,
      departmentNames[i],
    ])
  for (const [i, id] of sourceIds.entries())
    await client.query(
      `insert into sources (id, workspace_id, connector, name, state) values ($1, $2, $3, $4, 'paused')`,
      [...[id, workspaceId, networks[i % networks.length], `Source ${i}`]],
    )
  return { topicIds, departmentIds, sourceIds }
}

/** Luck is a number from 0 to 1 that is the same for the same row, so that tables agree on what they say of it. */
const functions = `
  create function luck(i int, salt int) returns float8 language sql immutable as $$ select (hashint8extended(i, salt) & 1073741823) / 1073741824.0 $$;
  create function an_id(kind int, i int) returns uuid language sql immutable as $$ select ('0190000' || kind || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $$;
  create function said_at(first timestamp, i int, mentions int) returns timestamptz language sql immutable as $$
    select (first + floor(i::float8 * ${daysCount} / mentions) * interval '1 day' + interval '1 hour' *
      case when luck(i * 2 / 5, 5) < 0.15 then 24 * luck(i * 2 / 5, 6) else 6 + 9 * (luck(i * 2 / 5, 6) + luck(i * 2 / 5, 7)) end * 0.999) at time zone 'UTC' $$;
  create function a_tone(i int) returns text language sql immutable as $$
    select (array['neutral', 'neutral', 'neutral', 'neutral', 'negative', 'negative', 'positive', 'positive', 'mixed', 'unsure'])[1 + floor(10 * luck(i, 8))::int] $$;
  create function a_network(c int) returns int language sql immutable as $$ select floor(8 * power(luck(c, 9), 1.8))::int $$;`

/** Messages from $1 to $2; a conversation is two and a half of them. */
const conversationsIn = `generate_series(($1::int * 2 + 4) / 5, $2::int * 2 / 5) c`
const place = `y.networks[1 + a_network(c)]`
const department = `case when luck(c, 10) < 0.15 then null else y.departments[1 + floor(6 * power(luck(c, 11), 2))::int] end`
const isNoise = 'luck(c, 12) < 0.12'
const topic = 'y.topics[1 + floor(12 * power(luck(i, 13), 1.5))::int]'
const source = `y.sources[1 + a_network(c) + 8 * floor(2.4 * luck(c, 14))::int]`
const askedAt = `said_at(y.first, c * 5 / 2, y.mentions)`
const minutes = `exp(3.4 + 1.3 * (luck(c, 15) + luck(c, 16) + luck(c, 17) + luck(c, 18) - 2) * 1.7)`
const isAnswered = 'luck(c, 19) < 0.4'
const isSilent = 'luck(c, 19) > 0.75'
const waits = `luck(c, 20) < 0.6 and not ${isNoise}`
const batch = [
  `insert into conversations (id, workspace_id, number, network, thread_id, title, state, department_id, author_id, latest_at, latest_heard_at, message_count)
   select an_id(1, c), y.workspace_id, c + 1, ${place}, 't' || c, '', case when ${isNoise} then 'noise' else 'done' end, ${department},
          an_id(4, floor(luck(c, 21) * y.mentions * ${authorsShare})::int), ${askedAt}, ${askedAt}, 2 from year_of y, ${conversationsIn}`,
  `insert into mentions (id, workspace_id, network, native_id, source_id, author_id, conversation_id, kind, text, published_at, heard_at)
   select an_id(2, i), y.workspace_id, ${place}, 'm' || i, ${source}, an_id(4, floor(luck(i, 22) * y.mentions * ${authorsShare})::int), an_id(1, c), 'post', 'Zilvermeeuw',
          said_at(y.first, i, y.mentions), said_at(y.first, i, y.mentions) + interval '20 seconds'
     from year_of y, generate_series($1::int, $2::int) i, lateral (select i * 2 / 5 as c) k`,
  `insert into assessments (mention_id, workspace_id, said)
   select an_id(2, i), y.workspace_id, jsonb_build_object('sentiment', jsonb_build_object('class', a_tone(i)), 'reasons', '[]'::jsonb)
     from year_of y, generate_series($1::int, $2::int) i`,
  `insert into mention_topics (workspace_id, mention_id, topic_id)
   select y.workspace_id, an_id(2, i), ${topic} from year_of y, generate_series($1::int, $2::int) i
   union select y.workspace_id, an_id(2, i), y.topics[1 + floor(12 * luck(i, 23))::int] from year_of y, generate_series($1::int, $2::int) i where luck(i, 24) < 0.25`,
  `insert into promise_clocks (id, workspace_id, conversation_id, kind, asked, asked_at, counts_from, heard_at, due_at, broken_at, stopped_at, stopped_by, is_running, version)
   select an_id(3, c), y.workspace_id, an_id(1, c), 'first',
          jsonb_build_array(jsonb_build_object('sourceId', ${source}, 'heardAt', to_jsonb(a.at + interval '20 seconds'), 'topicIds', jsonb_build_array(y.topics[1 + floor(12 * power(luck(c, 25), 1.5))::int]))),
          a.at, a.at, a.at, case when luck(c, 26) < 0.8 then a.at + interval '1 hour' end,
          case when luck(c, 26) < 0.8 and ${minutes} > 60 then a.at + interval '1 hour' end,
          case when ${isAnswered} or ${isSilent} then a.at + interval '1 minute' * ${minutes} end,
          case when ${isAnswered} then 'answer' when ${isSilent} then 'silence' end, false, 1
     from year_of y, ${conversationsIn}, lateral (select ${askedAt} as at) a where ${waits}`,
  `insert into answer_effects (reply_id, workspace_id, conversation_id, network, department_id, strategy, sent_at, until_at, settled_at, effect)
   select an_id(5, c), y.workspace_id, an_id(1, c), ${place}, ${department}, (array['apologise', 'explain', 'thank', null])[1 + floor(4 * luck(c, 27))::int], s.at, s.at, s.at,
          jsonb_build_object('tone', jsonb_build_object('change', (array['better', 'same', 'same', 'worse', 'unknown', 'unknown'])[1 + floor(6 * luck(c, 28))::int]))
     from year_of y, ${conversationsIn}, lateral (select ${askedAt} + interval '1 minute' * ${minutes} as at) s where ${waits} and ${isAnswered}`,
  `insert into judged_replies (reply_id, workspace_id, network, place, place_name, is_promotional, is_unasked, has_link, at)
   select an_id(5, c), y.workspace_id, ${place}, '', '', luck(c, 29) < 0.04, luck(c, 30) < 0.03, false, ${askedAt}
     from year_of y, ${conversationsIn} where ${waits} and ${isAnswered}`,
  `insert into silences (id, workspace_id, conversation_id, kind, reason_id, reason_name, decided_at)
   select an_id(6, c), y.workspace_id, an_id(1, c), 'silence', r.name, r.name, ${askedAt} + interval '1 minute' * ${minutes}
     from year_of y, ${conversationsIn}, lateral (select 'reason ' || floor(6 * luck(c, 31))::int as name) r where ${waits} and ${isSilent}`,
]

/** The same figures by one walk over the rows. */
export async function countByHand(asked: { dataFolder: string; workspaceId: string; from: string; to: string }) {
  return inDatabase(asked.dataFolder, async (client) => {
    const given = [asked.workspaceId, asked.from, asked.to]
    const { rows } = await client.query(
      `select count(*)::int as messages, (count(*) filter (where s.said #>> '{sentiment,class}' = 'negative'))::int as negative,
              (count(*) filter (where s.said #>> '{sentiment,class}' <> 'unsure'))::int as assessed
         from mentions m join conversations c on c.id = m.conversation_id and c.state <> 'noise' join assessments s on s.mention_id = m.id
        where m.workspace_id = $1 and m.published_at >= $2::date::timestamp at time zone 'UTC' and m.published_at < ($3::date + 1)::timestamp at time zone 'UTC'
          and m.id in (select t.mention_id from mention_topics t join topics k on k.id = t.topic_id and k.purpose <> 'market')`,
      given,
    )
    const { rows: waiting } = await client.query(
      `select count(*)::int as waits, count(m)::int as answered, percentile_disc(0.5) within group (order by m) as median
         from (select case when p.stopped_by = 'answer' then floor(extract(epoch from p.stopped_at - p.asked_at) / 60)::int end as m
                 from promise_clocks p where p.workspace_id = $1 and p.asked_at >= $2::date::timestamp at time zone 'UTC' and p.asked_at < ($3::date + 1)::timestamp at time zone 'UTC') w`,
      given,
    )
    return { ...rows[0], ...waiting[0] }
  })
}

async function inDatabase<T>(dataFolder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await openPostgres({ dataFolder, log: silentLog })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
    await server.close()
  }
}
