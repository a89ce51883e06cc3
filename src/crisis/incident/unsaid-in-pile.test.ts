import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/ids.ts'
import { stories } from '#db/tables/inbox.ts'
import { answerPile } from '#reply/answer-pile.ts'
import { readPile } from '#reply/read-pile.ts'
import { approvalHouse } from '#testing/approval-house.ts'
import { incidentAsked } from '#testing/asked-examples.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { changeIncident } from './change-incident.ts'
import { closeIncident } from './close-incident.ts'
import { openIncident } from './open-incident.ts'
import { placeInLane } from './place-in-lane.ts'

const app = await deliveryApp()

test('a pile knows what is not said in which of its conversations: exactly what sending would refuse', async () => {
  const { as, within, workspaceId, accountId, addConversation } = await approvalHouse(app, { rules: [] })
  const storyId = newId()
  await within((tx) => tx.insert(stories).values({ id: storyId, workspaceId }))
  const topicId = '01938000-0000-7000-8000-0000000000aa'
  const inIt = await addConversation({ storyId })
  const besides = await addConversation({ storyId, topicIds: [topicId] })
  const { id } = await openIncident(as('lot'), { ...incidentAsked, title: 'Storing', isPrivate: true })
  const incidentsOf = async () => (await readPile(as('sem'), inIt.conversationId)).incidents
  assert.deepEqual(await incidentsOf(), [])
  await changeIncident(as('lot'), { id, basedOn: 1, notToSay: ['kleine verstoring'] })
  assert.deepEqual(await incidentsOf(), [], 'it is about none of them')
  await placeInLane(as('lot'), { id, conversationId: inIt.conversationId, lane: 'auto' })
  assert.deepEqual(await incidentsOf(), [
    { key: 'INC-1', notToSay: ['kleine verstoring'], conversationIds: [inIt.conversationId] },
  ])
  const text = 'Dag Fleur, het was een kleine verstoring.'
  const lines = [inIt, besides].map((one) => ({ ...one, accountId, text, version: 1 }))
  const { outcomes } = await answerPile(as('sem'), { lines, spreadMinutes: 0, thenDo: 'done' })
  assert.deepEqual(
    outcomes.map((one) => [one.conversationId, 'refused' in one]),
    [
      [inIt.conversationId, true],
      [besides.conversationId, false],
    ],
  )
  await closeIncident(as('lot'), { id, review: { heard: 'Stil.', did: 'Bussen.', learned: 'Eerder.' } })
  assert.deepEqual(await incidentsOf(), [], 'what is closed binds nobody')
})
