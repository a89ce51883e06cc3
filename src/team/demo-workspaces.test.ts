import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/ids.ts'
import { topics } from '#db/tables/mentions.ts'
import { demoWorkspaceId } from '#domain/demo.ts'
import { testApp } from '#testing/test-app.ts'
import { readDemoWorkspaces, removeDemoWorkspaces } from './demo-workspaces.ts'

test('a demo goes also while something works in it that waits for its workspace, and has what the removal waits for', async () => {
  const app = await testApp()
  const workspaceId = demoWorkspaceId(newId())
  await app.db.pool.query(
    `insert into workspaces (id, name, slug, is_demo, created_at) values ($1, 'Demo', 'demo-x', true, now())`,
    [workspaceId],
  )
  await app.db.asSystem((tx) =>
    tx.insert(topics).values({
      ...{ id: newId(), workspaceId, name: 'Koffers', query: 'koffer', purpose: 'customer_care' },
      ...{ legalBasis: 'legitimate_interest', reviewAt: app.clock.now() },
    }),
  )
  const worker = await app.db.pool.connect()
  try {
    await worker.query('begin')
    await worker.query('select from topics where workspace_id = $1 for update', [workspaceId])
    const removed = removeDemoWorkspaces(app)
    await waiting(app)
    // Each waits for the other now: PostgreSQL gives the removal up, which waited first.
    await worker.query('select from workspaces where id = $1 for key share', [workspaceId])
    await worker.query('commit')
    assert.equal(await removed, 1)
  } finally {
    worker.release()
  }
  assert.deepEqual(await readDemoWorkspaces(app), [])
})

/** Until somebody waits for a lock in this database. */
async function waiting(app: Awaited<ReturnType<typeof testApp>>): Promise<void> {
  for (;;) {
    const { rows } = await app.db.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
