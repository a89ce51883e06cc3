// Milliseconds for a page of the inbox out of 100,000 conversations (--conversations=N), on the server: every view, deep pages, filters, search.
import { join } from 'node:path'
import type { Ask } from '#api/contract/contract.ts'
import { bench, openHouse, share, workFolder } from './house.part.ts'
import { type Seeded, seed } from './seed.part.ts'
import { brand, firstVisitor, type Visitor } from './visitor.part.ts'

/**
 * What is measured: the running product (a process of its own, its own PostgreSQL) over HTTP on loopback, one question after the
 * other, from the question until the last byte of the answer: session, permission, wall, SQL, presenting and JSON are in it.
 */
const conversations = Number(/--conversations=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 100_000)
const pageRows = 60
const rounds = Number(process.argv.find((one) => one.startsWith('--rounds='))?.slice('--rounds='.length) ?? 15)
const deepPages = 50

type Query = NonNullable<Ask<'GET /api/conversations'>['query']>
type Kind = { name: string; query: Query; isSearch?: boolean }

await bench(async () => {
  const house = await openHouse({ by: 'main', dataFolder: join(await workFolder('inbox'), 'data') })
  const visitor = await firstVisitor(house)
  const startedAt = performance.now()
  const { workspaceId, memberId } = visitor
  const seeded = await seed({ dataFolder: house.dataFolder, workspaceId, memberId, conversations })
  const counts = await visitor.ask('GET /api/views')
  console.log(
    `${conversations} conversations with ${seeded.mentions} mentions written in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s; ` +
      `open ${counts.all}, mine ${counts.mine}, without owner ${counts.unowned}, waiting ${counts.waiting}`,
  )
  const kinds = [...(await pageKinds(visitor, seeded)), ...searchKinds(seeded)]
  const timesMs = await measure(visitor, kinds)
  const viewCountsMs = await times(rounds * 3, () => visitor.ask('GET /api/views'))
  const conversationMs = await measureConversations(visitor)
  console.log('     p10     p50     p95')
  for (const kind of kinds) print(kind.name, timesMs.get(kind) ?? [])
  print('GET /api/views', viewCountsMs)
  print('GET /api/conversations/{id}', conversationMs)
  const all = [...timesMs.values()].flat()
  const searches = kinds.filter((kind) => kind.isSearch).flatMap((kind) => timesMs.get(kind) ?? [])
  console.log(`${all.length} pages: p50 ${share(all, 0.5).toFixed(1)} ms, p95 ${share(all, 0.95).toFixed(1)} ms`)
  return {
    pageP95Ms: share(all, 0.95),
    pageP50Ms: share(all, 0.5),
    searchP95Ms: share(searches, 0.95),
    viewCountsP95Ms: share(viewCountsMs, 0.95),
    conversationP95Ms: share(conversationMs, 0.95),
  }
})

async function pageKinds(visitor: Visitor, { topicIds, departmentIds }: Seeded): Promise<Kind[]> {
  const views = ['mine', 'unowned', 'all', 'waiting', 'done', 'noise'] as const
  const firsts = views.map((view): Kind => ({ name: view, query: { view } }))
  const deep: Kind[] = []
  for (const view of views)
    deep.push({ name: `${view}, page ${deepPages}`, query: { view, after: await pageAt(visitor, { view }) } })
  const filtered: [string, Query][] = [
    ['all, most urgent first', { view: 'all', sort: 'urgent' }],
    ['mine, most urgent first', { view: 'mine', sort: 'urgent' }],
    ['all, most urgent first, one department', { view: 'all', sort: 'urgent', departmentId: departmentIds[0] }],
    [
      `all, most urgent first, page ${deepPages}`,
      { view: 'all', sort: 'urgent', after: await pageAt(visitor, { view: 'all', sort: 'urgent' }) },
    ],
    ['all, largest department', { view: 'all', departmentId: departmentIds[0] }],
    ['all, smallest department', { view: 'all', departmentId: departmentIds.at(-1) }],
    ['unowned, one network', { view: 'unowned', network: 'hackernews' }],
    ['all, negative', { view: 'all', sentiment: 'negative' }],
    ['all, mixed in Korean on one network', { view: 'all', sentiment: 'mixed', lang: 'ko', network: 'hackernews' }],
    ['mine, two languages', { view: 'mine', lang: 'nl,en' }],
    ['all, loudest topic', { view: 'all', topicId: topicIds[0] }],
    ['done, mixed in Korean', { view: 'done', sentiment: 'mixed', lang: 'ko' }],
    ['done, quietest topic', { view: 'done', topicId: topicIds.at(-1) }],
    [
      'done, quietest topic, mixed in Korean',
      { view: 'done', topicId: topicIds.at(-1), sentiment: 'mixed', lang: 'ko' },
    ],
  ]
  return [...firsts, ...deep, ...filtered.map(([name, query]) => ({ name, query }))]
}

function searchKinds({ topicIds, authorName }: Seeded): Kind[] {
  const searches: [string, Query][] = [
    ['the name of the house', { view: 'all', q: brand }],
    ['the name of the house, done', { view: 'done', q: brand }],
    ['a common word', { view: 'all', q: 'people' }],
    ['a common word, done', { view: 'done', q: 'because' }],
    ['two words', { view: 'all', q: 'love time' }],
    ['a phrase', { view: 'done', q: '"want will"' }],
    ['an author', { view: 'done', q: authorName }],
    ['a rare word', { view: 'all', q: 'theguardian' }],
    ['a word and a filter', { view: 'all', q: 'people', topicId: topicIds[1], sentiment: 'negative' }],
    ['nothing', { view: 'all', q: 'qqxxyyzz' }],
  ]
  return searches.map(([name, query]) => ({ name: `search: ${name}`, query, isSearch: true }))
}

async function pageAt(visitor: Visitor, query: Query): Promise<string | undefined> {
  let after: string | undefined
  for (let page = 1; page < deepPages; page += 1) {
    const { next } = await visitor.ask('GET /api/conversations', { query: { ...query, limit: pageRows, after } })
    if (!next) return after
    after = next
  }
  return after
}

/** Kind after kind, again and again, so that whatever else the machine does is shared out evenly. The first round warms up. */
async function measure(visitor: Visitor, kinds: readonly Kind[]): Promise<Map<Kind, number[]>> {
  const found = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of kinds) {
      const ask = () => visitor.ask('GET /api/conversations', { query: { ...kind.query, limit: pageRows } })
      const [took = 0] = await times(1, ask)
      if (round > 0) found.get(kind)?.push(took)
    }
  }
  return found
}

async function measureConversations(visitor: Visitor): Promise<number[]> {
  const { items } = await visitor.ask('GET /api/conversations', { query: { view: 'all', limit: 60 } })
  const took = []
  for (const { id } of items)
    took.push(...(await times(1, () => visitor.ask('GET /api/conversations/{id}', { params: { id } }))))
  return took
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let at = 0; at < count; at += 1) {
    const startedAt = performance.now()
    await work()
    found.push(performance.now() - startedAt)
  }
  return found
}

/** The quickest tenth is what it takes when the machine has nothing else to do. */
function print(name: string, timesMs: readonly number[]): void {
  const columns = [0.1, 0.5, 0.95].map((part) => share(timesMs, part).toFixed(1).padStart(8))
  console.log(`${columns.join('')} ms  ${name}`)
}
