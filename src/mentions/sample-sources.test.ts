import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour } from '#base/clock.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { Failure, SearchAsk, Searched } from '#domain/connector.ts'
import { createSource } from '#listen/save-source.ts'
import { scriptedNetwork, testPost } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { sampleSources } from './sample-sources.ts'

const words = { en: 'It is closed.', nl: 'Het is gesloten.' }
const answers: (Searched | Failure)[] = []
const asked: Pick<SearchAsk<unknown, unknown>, 'terms' | 'since'>[] = []
const archive = {
  ...scriptedNetwork('archive').connector,
  name: 'Archive',
  async search(_context: unknown, { terms, since }: SearchAsk<unknown, unknown>): Promise<Searched | Failure> {
    asked.push({ terms, since })
    return answers.shift() ?? { kind: 'searched', posts: [], cursor: null, more: false }
  },
}
const app = await testApp({ connectors: [archive, scriptedNetwork('forum').connector] })

async function house(role: 'lead' | 'member' = 'lead') {
  const { as } = await testWorkspace(app, { noor: 'owner', bram: role })
  for (const connector of ['archive', 'forum', 'forum']) await createSource(as('noor'), { connector, settings: {} })
  answers.length = 0
  asked.length = 0
  return as('bram')
}

function page(texts: readonly string[], more = false): Searched {
  const nowMs = app.clock.now().getTime()
  const posts = texts.map((text, n) =>
    testPost({ text, network: 'archive', publishedAt: new Date(nowMs - (n + 1) * 10 * hour) }),
  )
  return { kind: 'searched', posts, cursor: 1, more }
}

test('each network that can be searched shows what it has, and the others say that they cannot', async () => {
  const ctx = await house()
  answers.push(page(['zilvermeeuw koffer', 'zilvermeeuw', 'zilvermeeuw koffers']))
  const [found, other, ...rest] = await sampleSources(ctx, 'zilvermeeuw AND koffer')
  assert.deepEqual([found?.isSearched, found?.matched, found?.of, found?.perDay], [true, 1, 3, 1 / 7])
  assert.deepEqual(
    found?.sample.map(({ post, clauses }) => [post.text, clauses.length]),
    [['zilvermeeuw koffer', 2]],
  )
  assert.deepEqual(
    found?.nearly.map(({ post, nearly }) => [post.text, nearly.kind]),
    [
      ['zilvermeeuw', 'missing'],
      ['zilvermeeuw koffers', 'otherwise'],
    ],
  )
  assert.deepEqual([other?.isSearched, other?.why?.en, rest], [false, 'forum cannot search the past.', []])
  assert.equal(app.clock.now().getTime() - (asked[0]?.since.getTime() ?? 0), 7 * day)
  assert.equal((await app.db.asSystem((tx) => tx.select().from(mentions))).length, 0, 'nothing is kept')
})

test('a network with more than a sample shows counts only the days it was seen', async () => {
  const ctx = await house()
  answers.push(page(['zilvermeeuw', 'zilvermeeuw twee'], true), page(['zilvermeeuw drie'], true))
  const [found] = await sampleSources(ctx, 'zilvermeeuw')
  assert.deepEqual([asked.length, found?.matched, Math.round(found?.perDay ?? 0)], [2, 3, Math.round(3 / (20 / 24))])
})

test('a network that does not answer says why', async () => {
  const ctx = await house()
  answers.push({ kind: 'wait', until: new Date(0), why: words })
  const [found] = await sampleSources(ctx, 'zilvermeeuw')
  assert.deepEqual([found?.isSearched, found?.why], [false, words])
})

test('a query that does not read, or has no whole word, asks nobody', async () => {
  const ctx = await house()
  assert.deepEqual(await sampleSources(ctx, '(zilvermeeuw'), [])
  const [found] = await sampleSources(ctx, 'zilverm*')
  assert.deepEqual([found?.isSearched, asked], [false, []])
})

test('who may not make searches may not let networks be asked', async () => {
  await assert.rejects(sampleSources(await house('member'), 'zilvermeeuw'), { code: 'not_allowed' })
  assert.deepEqual(asked, [])
})
