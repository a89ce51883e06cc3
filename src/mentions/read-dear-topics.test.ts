import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { readDearTopics } from './read-dear-topics.ts'
import { changeTopic, createTopic } from './save-topic.ts'
import { openTopicEngine } from './topic-engine.ts'

const app = await testApp()
const engine = openTopicEngine(app)
const about = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const

async function workspaceWith(...queries: string[]) {
  const { as, member } = await testWorkspace(app, { noor: 'owner', bram: 'lead' })
  const ids: string[] = []
  for (const query of queries) ids.push((await createTopic(as('noor'), { name: query, query, ...about })).id)
  return { as, member, ids }
}

test('a search that is found by common words is named with its owner and those words', async () => {
  const { as, member, ids } = await workspaceWith('zilvermeeuw', 'niet OR zilvermeeuw', 'niet AND meer')
  const dear = await readDearTopics(as('noor'), engine)
  assert.deepEqual(
    dear.map(({ topic, owner, words }) => [topic.id, owner?.id, words.map(({ text }) => text)]),
    [
      [ids[1], member('noor').id, ['niet']],
      [ids[2], member('noor').id, ['niet']],
    ],
  )
  assert.ok(dear.every(({ perThousand }) => perThousand >= 100))
})

test('one that is paused costs nothing, and those of other workspaces are theirs', async () => {
  const { as, ids } = await workspaceWith('niet')
  await changeTopic(as('noor'), { id: ids[0] ?? '', state: 'paused' })
  assert.deepEqual(await readDearTopics(as('noor'), engine), [])
})

test('only administrators are told', async () => {
  const { as } = await workspaceWith('niet')
  await assert.rejects(readDearTopics(as('bram'), engine), { code: 'not_allowed' })
})
