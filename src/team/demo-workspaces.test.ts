import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/ids.ts'
import { topics } from '#db/tables/mentions.ts'
import { demoWorkspaceId } from '#domain/demo.ts'
import { inDeadlock } from '#testing/in-deadlock.ts'
import { testApp } from '#testing/test-app.ts'
import { readDemoWorkspaces, removeDemoWorkspaces } from './demo-workspaces.ts'

const app = await testApp()

async function openDemo(): Promise<string> {
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
  return workspaceId
}

test('a demo goes also while something works in it that waits for its workspace, and has what the removal waits for', async () => {
  for (let tries = 1, wasGivenUp = false; !wasGivenUp; tries += 1) {
    assert.ok(tries <= 10, 'PostgreSQL always gave the runner up')
    const id = await openDemo()
    const has = { text: 'select from topics where workspace_id = $1 for update', values: [id] }
    const wants = { text: 'select from workspaces where id = $1 for key share', values: [id] }
    const removal = await inDeadlock(app, { has, wants }, () => removeDemoWorkspaces(app))
    assert.equal(removal.done, 1)
    assert.deepEqual(await readDemoWorkspaces(app), [])
    wasGivenUp = removal.wasGivenUp
  }
})
