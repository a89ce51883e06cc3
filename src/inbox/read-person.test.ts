import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { correctMention } from '#mentions/correct-mention.ts'
import { apiHouse } from '#testing/api-house.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { thingsOf } from '#testing/workspace-things.ts'
import { claimConversation } from './claim-conversation.ts'
import { readConversation } from './read-conversation.ts'
import { readContacts, readPerson } from './read-person.ts'

const app = await deliveryApp()
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')
const lies = await house.start('Elders', 'Lies')
const things = thingsOf(house, noor, { mark: 'binnen', network: 'key' })

/** Five conversations of one author, each begun a minute after the last; oldest first. */
const made: { conversationId: string; mentionId: string }[] = []
for (let at = 0; at < 5; at += 1) {
  made.push(await things.conversation())
  app.clock.advance(minute)
}
const [first, second] = made
assert.ok(first && second)
const [row] = await app.db.asSystem((tx) =>
  tx.select().from(conversations).where(eq(conversations.id, first.conversationId)),
)
const authorId = row?.authorId ?? ''

test('a person: the profile, since when, how much, about what, and what colleagues noted', async () => {
  const person = await readPerson(noor.ctx, authorId)
  assert.equal(person.author.handle, 'binnen')
  assert.deepEqual([person.messageCount, person.conversationCount, person.openCount], [5, 5, 5])
  assert.deepEqual(
    person.topics.map(({ count }) => count),
    [5],
  )
  assert.equal(person.notes.length, 5)
  assert.equal(person.notes[0]?.by.name, 'Noor')
  assert.equal(new Set(person.notes.map(({ conversation }) => conversation.id)).size, 5)
})

test('all contact, newest first, a page at a time, none twice and none left out', async () => {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await readContacts(noor.ctx, { authorId, limit: 2, after })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  assert.deepEqual(ids, made.map(({ conversationId }) => conversationId).toReversed())
})

test('how it began and how it ended, as a person corrected it, and whose it is', async () => {
  await claimConversation(noor.ctx, { id: second.conversationId, takeOver: false })
  await correctMention(noor.ctx, {
    mentionId: second.mentionId,
    correction: { sentiment: 'positive' },
    after: async (_tx, { conversationId }) => ({ id: conversationId, version: 1 }),
  })
  const { rows } = await readContacts(noor.ctx, { authorId, limit: 10 })
  const contact = rows.find(({ id }) => id === second.conversationId)
  assert.equal(contact?.firstSentiment, 'positive')
  assert.equal(contact?.sentiment, 'positive')
  assert.equal(contact?.owner?.name, 'Noor')
  assert.equal(contact?.isAnswered, false)
})

test('beside a conversation stand the others with the same author, never itself', async () => {
  const { earlier } = await readConversation(noor.ctx, first.conversationId)
  assert.equal(earlier.length, 4)
  assert.ok(earlier.every(({ id }) => id !== first.conversationId))
})

test('for another workspace there is no such person', async () => {
  await assert.rejects(readPerson(lies.ctx, authorId), { code: 'not_found' })
  assert.deepEqual(await readContacts(lies.ctx, { authorId, limit: 10 }), { rows: [], next: null })
})

test('a page that does not exist is refused in words', async () => {
  await assert.rejects(readContacts(noor.ctx, { authorId, limit: 2, after: 'nonsense' }), { code: 'bad_input' })
})
