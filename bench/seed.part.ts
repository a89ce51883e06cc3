import pg from 'pg'
import { newId } from '#base/ids.ts'
import { silentLog } from '#base/log.ts'
import { openPostgres } from '#db/open-postgres.ts'
import { titleFrom } from '#domain/conversation.ts'
import { type Random, seededRandom } from '#testing/seeded-random.ts'
import { makeCorpus } from './match.corpus.ts'
import { brand } from './visitor.part.ts'

/**
 * A house that has worked for half a year, written straight into its database: few conversations are open and most of those are
 * young; some members have much work and some little; a few topics make most of the noise; most threads are one message.
 */
export type Seeding = { dataFolder: string; workspaceId: string; memberId: string; conversations: number }
export type Seeded = { topicIds: string[]; departmentIds: string[]; authorName: string; mentions: number }

const batchSize = 1_000
const textsCount = 20_000
const topicsCount = 12
const colleaguesCount = 19
const departmentNames = ['Care', 'Press', 'Sales', 'Works', 'Safety', 'People']
const dayMs = 86_400_000
const spanDays = 180
const networks = ['bluesky', 'bluesky', 'bluesky', 'mastodon', 'mastodon', 'feed', 'feed', 'hackernews']
const sentiments = ['negative', 'negative', 'neutral', 'neutral', 'neutral', 'positive', 'positive', 'mixed', 'unsure']
const intents = ['question', 'complaint', 'complaint', 'praise', 'other', 'other', 'unsure', 'lead', 'news']
const promiseMinutes = [null, 480, 120, 30]

type Row = Record<string, unknown>
type World = {
  random: Random
  client: pg.Client
  seeding: Seeding
  texts: { text: string; lang: string }[]
  authorIds: string[]
  colleagueIds: string[]
  topicIds: string[]
  departmentIds: string[]
  mentions: number
}

/** Joins the running product's own server. */
export async function seed(seeding: Seeding): Promise<Seeded> {
  const server = await openPostgres({ dataFolder: seeding.dataFolder, log: silentLog, ifRunning: 'join' })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    const world = await makeWorld(client, seeding)
    for (let from = 0; from < seeding.conversations; from += batchSize) await seedBatch(world, from)
    await client.query('update workspaces set last_conversation_number = $1 where id = $2', [
      seeding.conversations,
      seeding.workspaceId,
    ])
    // What autovacuum does within a minute or two.
    await client.query('vacuum analyze')
    const named = await client.query('select name from authors where id = $1', [
      world.authorIds[Math.min(1_234, world.authorIds.length - 1)],
    ])
    return {
      topicIds: world.topicIds,
      departmentIds: world.departmentIds,
      authorName: named.rows[0].name,
      mentions: world.mentions,
    }
  } finally {
    await client.end()
  }
}

async function makeWorld(client: pg.Client, seeding: Seeding): Promise<World> {
  const random = seededRandom(11)
  const { posts } = makeCorpus({ posts: textsCount, queries: 0, seed: 11 })
  const { workspaceId: workspace_id, conversations } = seeding
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId())
  const world: World = {
    random,
    client,
    seeding,
    texts: posts.map(({ text, lang = 'und' }, at) => ({ text: at % 4 === 0 ? text : named(text), lang })),
    authorIds: ids(Math.ceil(conversations * 0.4)),
    colleagueIds: ids(colleaguesCount),
    topicIds: ids(topicsCount),
    departmentIds: ids(departmentNames.length),
    mentions: 0,
  }
  const people = world.colleagueIds.map((id, at) => ({
    id,
    workspace_id,
    user_id: id,
    name: `Colleague ${at}`,
    role: 'member',
  }))
  await insert(
    client,
    'users',
    people.map(({ id, name }) => ({ id, name, email: `${id}@example.org` })),
  )
  await insert(client, 'members', people)
  await insert(
    client,
    'departments',
    world.departmentIds.map((id, at) => ({ id, workspace_id, name: departmentNames[at] })),
  )
  await insert(
    client,
    'topics',
    world.topicIds.map((id, at) => topicRow(id, workspace_id, at)),
  )
  for (let from = 0; from < world.authorIds.length; from += batchSize)
    await insert(
      client,
      'authors',
      world.authorIds.slice(from, from + batchSize).map((id, at) => authorRow(world, id, from + at)),
    )
  return world
}

/** Most of what a house hears names it: that is why it is heard. */
function named(text: string): string {
  const words = text.split(' ')
  return words.toSpliced(Math.min(3, words.length), 0, brand).join(' ')
}

function topicRow(id: string, workspace_id: string, at: number): Row {
  const review_at = new Date(Date.now() + 300 * dayMs)
  return {
    id,
    workspace_id,
    name: `Topic ${at}`,
    query: `topic${at}`,
    purpose: 'customer_care',
    legal_basis: 'legitimate_interest',
    review_at,
  }
}

function authorRow({ texts, seeding, random }: World, id: string, at: number): Row {
  const words = (texts[at % texts.length]?.text ?? '').split(/\s+/).filter((word) => /^\p{L}{2,12}$/u.test(word))
  return {
    id,
    workspace_id: seeding.workspaceId,
    network: random.pick(networks),
    native_id: `did:plc:${id}`,
    handle: `${(words[1] ?? 'user').toLowerCase()}${at}.example.org`,
    name: `${words[0] ?? 'Some'} ${words[2] ?? 'Body'}`,
    url: `https://example.org/${id}`,
    avatar_url: random.chance(0.7) ? `https://example.org/${id}.jpg` : null,
    followers: Math.floor(10 ** (5 * random.next())),
  }
}

async function seedBatch(world: World, from: number): Promise<void> {
  const added: [string, Row][] = []
  const add: Add = (table, row) => void added.push([table, row])
  const to = Math.min(from + batchSize, world.seeding.conversations)
  for (let at = from; at < to; at += 1) addConversation(world, at, add)
  const order = ['conversations', 'mentions', 'mention_topics', 'conversation_reads', 'drafts', 'replies']
  const rows = Object.groupBy(added, ([table]) => table)
  await world.client.query('begin')
  for (const table of order)
    await insert(
      world.client,
      table,
      (rows[table] ?? []).map(([, row]) => row),
    )
  await world.client.query('commit')
}

type Add = (table: string, row: Row) => void

function addConversation(world: World, at: number, add: Add): void {
  const { random, seeding, texts } = world
  const workspace_id = seeding.workspaceId
  const age = 1 - at / seeding.conversations
  const startedAtMs = Date.now() - age * spanDays * dayMs
  const state = stateOf(random, age)
  const urgency = random.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
  const minutes = promiseMinutes[urgency] ?? null
  const { lang } = texts[random.below(texts.length)] ?? { lang: 'und' }
  const id = newId()
  const network = random.pick(networks)
  const topic_ids = pickTopics(world)
  const author_id = random.pick(world.authorIds)
  const messages = addMessages(world, { id, network, topic_ids, author_id, startedAtMs }, add)
  const newest = messages.at(-1)
  add('conversations', {
    id,
    workspace_id,
    number: at + 1,
    network,
    thread_id: `thread ${id}`,
    title: titleFrom(messages[0]?.text ?? '').toWellFormed(),
    state,
    owner_id: ownerOf(world, state),
    department_id: random.chance(0.7) ? zipfPick(random, world.departmentIds) : null,
    version: 1 + random.below(6),
    due_at: minutes === null ? null : new Date(startedAtMs + minutes * 60_000),
    promised_minutes: minutes,
    wait_until: state === 'waiting' ? new Date(Date.now() + (1 + random.below(14 * 24)) * 3_600_000) : null,
    done_at: state === 'done' ? new Date(startedAtMs + dayMs) : null,
    author_id,
    latest_mention_id: newest?.id,
    latest_at: newest?.at,
    latest_heard_at: newest?.at,
    message_count: messages.length,
    urgency,
    risk: [0.5, 2, 4.5, 9][urgency] ?? 0,
    risk_level: urgency,
    risk_parts: [
      { code: 'intent', value: 'complaint', weight: 1 },
      { code: 'followers', figure: 12_000, weight: 1 },
    ],
    noise: state === 'noise' ? { kind: 'giveaway', words: ['win'], back: null } : null,
    sentiment: random.pick(sentiments),
    intent: random.pick(intents),
    lang,
    topic_ids: `{${topic_ids.join(',')}}`,
  })
  addPeople(world, { id, state, mentionId: newest?.id ?? '' }, add)
}

type Thread = { id: string; network: string; topic_ids: string[]; author_id: string; startedAtMs: number }
type Message = { id: string; text: string; at: Date }

function addMessages(world: World, thread: Thread, add: Add): Message[] {
  const { random, seeding, texts } = world
  const { workspaceId: workspace_id } = seeding
  const messages: Message[] = []
  do {
    const { text = '', lang = 'und' } = texts[random.below(texts.length)] ?? {}
    const at = new Date(Math.min(Date.now(), thread.startedAtMs + messages.length * 3_600_000))
    const id = newId()
    messages.push({ id, text, at })
    add('mentions', {
      id,
      workspace_id,
      network: thread.network,
      native_id: `at://${id}`,
      author_id: messages.length === 1 ? thread.author_id : random.pick(world.authorIds),
      conversation_id: thread.id,
      kind: messages.length === 1 ? 'post' : 'reply',
      url: `https://example.org/post/${id}`,
      text,
      is_cut: false,
      is_own: false,
      lang,
      published_at: at,
      heard_at: at,
      links: '{}',
      media: random.chance(0.15) ? [{ kind: 'image', url: 'https://example.org/a.jpg', alt: '' }] : [],
    })
    for (const topic_id of thread.topic_ids) {
      const from = random.below(40)
      add('mention_topics', { workspace_id, mention_id: id, topic_id, spans: [[from, from + 8]] })
    }
  } while (messages.length < 30 && random.chance(0.3))
  world.mentions += messages.length
  return messages
}

/** What colleagues did with it: looked, began an answer, answered. */
function addPeople(
  { random, seeding, colleagueIds }: World,
  { id, state, mentionId }: { id: string; state: string; mentionId: string },
  add: Add,
): void {
  const place = { workspace_id: seeding.workspaceId, conversation_id: id }
  const readers = [
    ...(random.chance(0.5) ? [seeding.memberId] : []),
    ...(random.chance(0.6) ? [random.pick(colleagueIds)] : []),
  ]
  for (const member_id of readers)
    add('conversation_reads', { ...place, member_id, read_at: new Date(Date.now() - random.below(20) * dayMs) })
  if (state === 'open' && random.chance(0.02))
    add('drafts', { ...place, member_id: random.pick(colleagueIds), kind: 'reply', text: 'We are looking into it.' })
  const isSent = state === 'done' && random.chance(0.4)
  const isStuck = state === 'open' && random.chance(0.004)
  if (!isSent && !isStuck) return
  add('replies', {
    id: newId(),
    ...place,
    mention_id: mentionId,
    text: 'Thank you for telling us.',
    written_by: random.pick(colleagueIds),
    state: isSent ? 'sent' : 'needs_person',
    then_do: 'done',
    intent_hash: id,
  })
}

/** The last month is still being worked on; what is older is done, but for some that everybody forgot. */
function stateOf(random: Random, age: number): string {
  const isYoung = age < 0.2
  if (random.chance(0.03)) return 'waiting'
  if (random.chance(0.1)) return 'noise'
  return random.chance(isYoung ? 0.8 : 0.1) ? 'open' : 'done'
}

function ownerOf({ random, seeding, colleagueIds }: World, state: string): string | null {
  if (random.chance(state === 'open' ? 0.55 : 0.2)) return null
  return zipfPick(random, [seeding.memberId, ...colleagueIds])
}

function pickTopics({ random, topicIds }: World): string[] {
  const first = zipfPick(random, topicIds)
  const second = zipfPick(random, topicIds)
  return random.chance(0.2) && second !== first ? [first, second] : [first]
}

/** The first is picked twice as often as the second, three times as often as the third. */
function zipfPick<T>(random: Random, items: readonly T[]): T {
  const total = items.reduce((sum, _, at) => sum + 1 / (at + 1), 0)
  let left = random.next() * total
  for (const [at, item] of items.entries()) {
    left -= 1 / (at + 1)
    if (left <= 0) return item
  }
  return random.pick(items)
}

/** The columns are those of the first row; the database reads the rows as JSON of its own table. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  if (rows.length === 0) return
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  )
}
