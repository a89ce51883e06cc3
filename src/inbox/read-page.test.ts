import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Context } from '#team/context.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { readPage } from './read-page.ts'

const app = await testApp()

type Seeding = { many: number; text: string }

/** Conversations of one message each, the newest first in the page of what is done; written straight into the database. */
async function seed(ctx: Context, { many, text }: Seeding): Promise<void> {
  await app.db.asSystem(async (tx) => {
    await tx.execute(sql`
      with made as (
        insert into conversations (id, workspace_id, number, network, thread_id, title, state, latest_at, latest_heard_at)
        select gen_random_uuid(), ${ctx.workspaceId}, coalesce((select max(number) from conversations), 0) + at, 'forum',
          gen_random_uuid()::text, left(${text}, 40), 'done', now() - at * interval '1 minute', now()
        from generate_series(1, ${many}) at returning *
      ), people as (
        insert into authors (id, workspace_id, network, native_id, handle, name)
        select id, workspace_id, 'forum', id::text, 'peer' || number, 'Peer' from made returning id
      )
      insert into mentions (id, workspace_id, network, native_id, author_id, conversation_id, kind, url, text, lang, published_at, heard_at)
      select gen_random_uuid(), workspace_id, 'forum', id::text, id, id, 'post', 'https://example.org', ${text}, 'en', latest_at, now()
      from made where exists (select from people)`)
  })
}

/** Puts a topic on the conversations whose titles start so. */
async function putTopic(ctx: Context, starts: string, most = 10_000): Promise<string> {
  const id = crypto.randomUUID()
  await app.db.asSystem(async (tx) => {
    await tx.execute(sql`update conversations set topic_ids = topic_ids || ${id}::uuid where id in (
      select id from conversations where workspace_id = ${ctx.workspaceId} and title like ${`${starts}%`} limit ${most})`)
  })
  return id
}

async function countFound(ctx: Context, q: string, topicId?: string): Promise<number> {
  let count = 0
  let after: string | undefined
  do {
    const page = await readPage(ctx, { view: 'done', q, topicId, limit: 100, after })
    count += page.rows.length
    after = page.next ?? undefined
  } while (after)
  return count
}

test('what is common is found whole, as what is rare is, page after page, with and without statistics', async () => {
  const workspace = await testWorkspace(app)
  const ctx = workspace.as('noor')
  await seed(ctx, { many: 2_150, text: 'The ferry was late again this morning' })
  await seed(ctx, { many: 3, text: 'A bicycle fell off the quay' })
  for (const statistics of ['without', 'with']) {
    if (statistics === 'with') await app.db.pool.query('analyze')
    assert.equal(await countFound(ctx, 'ferry'), 2_150, `${statistics} statistics`)
    assert.equal(await countFound(ctx, 'bicycle'), 3, `${statistics} statistics`)
    assert.equal(await countFound(ctx, 'tram'), 0, `${statistics} statistics`)
  }
})

test('words that one language leaves out still count: a phrase is a phrase', async () => {
  const workspace = await testWorkspace(app)
  const ctx = workspace.as('noor')
  await seed(ctx, { many: 1, text: 'They will not call back' })
  await seed(ctx, { many: 1, text: 'Those who want will find us' })
  assert.equal(await countFound(ctx, '"want will"'), 1)
  assert.equal(await countFound(ctx, 'will'), 2)
})

test('words within a topic: both common, one of them, neither', async () => {
  const workspace = await testWorkspace(app)
  const ctx = workspace.as('noor')
  await seed(ctx, { many: 2_150, text: 'The ferry was late again this morning' })
  await seed(ctx, { many: 2_100, text: 'The harbour was closed again this morning' })
  await seed(ctx, { many: 3, text: 'The bicycle fell off the quay' })
  const everything = await putTopic(ctx, 'The ')
  const ferries = await putTopic(ctx, 'The ferry', 5)
  const bicycles = await putTopic(ctx, 'The bicycle')
  for (const statistics of ['without', 'with']) {
    if (statistics === 'with') await app.db.pool.query('analyze')
    const counts: number[] = []
    for (const q of ['ferry', 'bicycle'])
      for (const topicId of [everything, ferries, bicycles]) counts.push(await countFound(ctx, q, topicId))
    assert.deepEqual(counts, [2_150, 5, 0, 3, 0, 3], `${statistics} statistics`)
  }
})

test('the other workspace is not found', async () => {
  const [here, there] = [await testWorkspace(app), await testWorkspace(app)]
  await seed(here.as('noor'), { many: 2, text: 'The lighthouse is dark' })
  assert.equal(await countFound(there.as('noor'), 'lighthouse'), 0)
  assert.equal(await countFound(here.as('noor'), 'lighthouse'), 2)
})
