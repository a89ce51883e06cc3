// Who goes on in a new post goes on in the same conversation, if the workspace wants it so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { mentions } from '#db/tables/mentions.ts'
import { audit } from '#db/tables/team.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { splitConversation } from '#reply/merge-conversations.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const ilse = { nativeId: 'ilse', handle: 'ilse', name: 'Ilse' }
const began = app.clock.now()

async function house({ joinMinutes = 15 as number | null } = {}) {
  const intake = await intakeHouse(app)
  if (joinMinutes !== null) await changeWorkspace(intake.ctx, { joinMinutes })
  /** So many minutes after the first. */
  const say = (text: string, atMinute: number, more: Partial<IntakePost> = {}): IntakePost => ({
    ...{ text, author: ilse, publishedAt: new Date(began.getTime() + atMinute * minute) },
    ...more,
  })
  const talks = async () =>
    app.db.inWorkspace(intake.ctx.workspaceId, async (tx) => {
      const rows = await tx
        .select({ id: mentions.conversationId, text: mentions.text })
        .from(mentions)
        .orderBy(mentions.publishedAt, mentions.text)
      return [...Map.groupBy(rows, ({ id }) => id).values()].map((said) => said.map(({ text }) => text))
    })
  return { ...intake, say, talks }
}

const first = 'Zilvermeeuw, waar is mijn koffer?'
const second = 'En zilvermeeuw: de balie is dicht.'

test('as it comes every post is a conversation of its own', async () => {
  const { hear, say, talks } = await house({ joinMinutes: null })
  await hear(say(first, 0))
  await hear(say(second, 5))
  assert.deepEqual(await talks(), [[first], [second]])
})

const cases: [says: string, rest: { atMinute?: number; more?: Partial<IntakePost> }, isTogether: boolean][] = [
  ['a minute later', { atMinute: 1 }, true],
  ['at the last moment', { atMinute: 15 }, true],
  ['a minute too late', { atMinute: 16 }, false],
  ['heard late, said before', { atMinute: -10 }, true],
  ['somebody else', { more: { author: { nativeId: 'bas', handle: 'bas', name: 'Bas' } } }, false],
  ['the same name on another network', { more: { network: 'elsewhere' } }, false],
  ['an article', { more: { kind: 'article' } }, false],
  ['a review', { more: { kind: 'review' } }, false],
  ['in a thread of others', { more: { rootId: 'of-others', parentId: 'of-others' } }, false],
]
for (const [says, { atMinute = 5, more }, isTogether] of cases)
  for (const isOneBatch of [false, true])
    test(`${says}${isOneBatch ? ', in one batch' : ''}: ${isTogether ? 'one conversation' : 'two'}`, async () => {
      const { hear, say, talks } = await house()
      const posts = [say(first, 0), say(second, atMinute, more)]
      if (isOneBatch) await hear(...posts)
      else for (const post of posts) await hear(post)
      assert.equal((await talks()).length, isTogether ? 1 : 2)
    })

test('about another topic is another conversation: it may be of another client', async () => {
  const { hear, say, talks, ctx } = await house()
  const terms = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  await createTopic(ctx, { name: 'Duinvonk', query: 'duinvonk', ...terms })
  await hear(say(first, 0), say('Duinvonk stuurt weer de verkeerde rekening.', 3))
  assert.equal((await talks()).length, 2)
})

test('who goes on and on stays in one, each time from the last; what was done is not opened again', async () => {
  const { hear, say, talks, ctx, saying } = await house()
  for (const at of [0, 14, 28]) await hear(say(`zilvermeeuw ${at}`, at))
  assert.equal((await talks()).length, 1)
  const row = await saying('zilvermeeuw 28')
  assert.deepEqual([row.messageCount, row.number], [3, 1])
  await closeAnyhow(ctx, { id: row.id })
  await hear(say('zilvermeeuw 30', 30))
  assert.equal((await talks()).length, 2)
})

test('the conversation says why, answers below are found there, and it can be taken out again', async () => {
  const { hear, say, talks, ctx, saying } = await house()
  await hear(say(first, 0))
  await hear(say(second, 5, { nativeId: 'second' }))
  const row = await saying(second)
  const lines = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(audit).where(eq(audit.action, 'mention.join')),
  )
  assert.deepEqual(
    lines.map((line) => [line.conversationId, line.actor, line.details]),
    [[row.id, 'system:listen', { minutes: 5 }]],
  )
  await hear(say('zilvermeeuw: nog steeds dicht', 60, { parentId: 'second', rootId: 'second' }))
  assert.equal((await talks()).length, 1)
  const [mention] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(mentions).where(eq(mentions.nativeId, 'second')),
  )
  await splitConversation(ctx, { mentionId: present(mention, 'heard').id })
  assert.deepEqual(
    (await talks()).map((said) => said.length),
    [1, 2],
  )
})
