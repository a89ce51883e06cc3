// What is seen after our answers: told by the intake, looked at once, and settled when the window is over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, hour, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { answerEffects } from '#db/tables/effects.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { policyDecisions } from '#db/tables/policy.ts'
import { workspaces } from '#db/tables/team.ts'
import type { PolicyAdvice } from '#domain/ask-policy.ts'
import { dropEffect } from '#inbox/effects/begin-effect.ts'
import { followBlanked } from '#inbox/effects/follow-blanked.ts'
import { lookAtEffects } from '#inbox/effects/look-at-effects.ts'
import { readEffectMeasures } from '#inbox/effects/read-effect-measures.ts'
import { effectsIn } from '#inbox/effects/read-effects.ts'
import { finishConversation } from '#inbox/finish-conversation.ts'
import { followMark } from '#inbox/follow-mark.ts'
import { readPerson } from '#inbox/read-person.ts'
import { blankDeleted } from '#mentions/follow-network.ts'
import { linkAuthors } from '#mentions/link-authors.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { eraseAuthor } from './erase-author.ts'
import { eraseOutlived } from './erase-outlived.ts'
import { mergeConversations } from './merge-conversations.ts'
import { settleReply } from './settle-reply.ts'
import { writeReply } from './write-reply.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const fleur = { nativeId: 'fleur', handle: 'fleur.example', name: 'Fleur' }
const alias = { nativeId: 'fleur2', handle: 'bloem.example', name: 'Bloem' }

/** Fleur complained, and an hour later somebody answered. */
async function answered({ effectDays = 14, strategy = '' } = {}) {
  const here = await intakeHouse(app)
  await app.db.asSystem((tx) => tx.update(workspaces).set({ effectDays }).where(eq(workspaces.id, here.workspaceId)))
  const say = (text: string, more: Partial<IntakePost> = {}) =>
    here.hear({ text: `Zilvermeeuw ${text}`, author: fleur, ...more })
  const inThread = { parentId: 'asked', rootId: 'asked' }
  await say('is weer te laat, ik ben het zat', { nativeId: 'asked' })
  app.clock.advance(hour)
  const { id, version } = await here.saying('te laat')
  const [asked] = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(mentions)
      .where(and(eq(mentions.workspaceId, here.workspaceId), eq(mentions.nativeId, 'asked'))),
  )
  const { id: mentionId, authorId } = present(asked, 'heard')
  const reply = await writeReply(here.ctx, {
    ...{ conversationId: id, mentionId, accountId: null, text: 'Wat vervelend.', thenDo: 'stay' as const, version },
  })
  if (strategy)
    await app.db.asSystem((tx) =>
      tx.insert(policyDecisions).values({
        ...{ id: newId(), workspaceId: here.workspaceId, conversationId: id, occasion: 'replied', version: 1 },
        // Of the advice only the leaf is read here.
        advice: { kind: 'leaf', leaf: { strategy } } as unknown as PolicyAdvice,
        at: app.clock.now(),
      }),
    )
  await settleReply(here.ctx, { id: reply.id, what: 'stands' })
  const row = async () => {
    const [found] = await app.db.asSystem((tx) =>
      tx.select().from(answerEffects).where(eq(answerEffects.replyId, reply.id)),
    )
    return present(found, 'the effect')
  }
  /** So much later, with all that is due looked at. */
  const later = async (ms: number) => {
    app.clock.advance(ms)
    await lookAtEffects(app)
    return row()
  }
  return { ...here, say, inThread, reply, mentionId, authorId, conversationId: id, row, later }
}

test('an answer that stands is watched, and nothing is seen yet', async () => {
  const { row, later, authorId } = await answered()
  assert.deepEqual([(await row()).outcome, (await row()).authorId], ['waiting', authorId])
  const looked = await later(minute)
  assert.deepEqual([looked.outcome, looked.settledAt], ['waiting', null])
  assert.deepEqual(looked.effect?.replied, [])
})

test('thanks in the thread are seen at the next look, with which message said so and the tone before and after', async () => {
  const { say, inThread, later } = await answered()
  await later(minute)
  app.clock.advance(hour)
  await say('heeft het geregeld, dank je wel, super geholpen!', inThread)
  const { outcome, effect } = await later(2 * minute)
  assert.equal(outcome, 'thanked')
  assert.equal(effect?.thanked.length, 1)
  assert.deepEqual(
    [effect?.tone?.before.class, effect?.tone?.after.class, effect?.tone?.change],
    ['negative', 'positive', 'better'],
  )
})

test('nothing heard is nothing looked at: between the hours after it and the end an answer is not due', async () => {
  const { later, row, untilAt } = await answered().then(async (here) => ({
    ...here,
    untilAt: (await here.row()).untilAt,
  }))
  await later(minute)
  await later(day)
  assert.deepEqual((await row()).lookAt, untilAt)
  const before = await row()
  assert.deepEqual((await later(3 * day)).lookedAt, before.lookedAt)
})

test('at the end of the window it is settled as quiet, and what comes later changes nothing', async () => {
  const { later, say, inThread, row } = await answered({ effectDays: 3 })
  const over = await later(3 * day)
  assert.deepEqual([over.outcome, over.settledAt, over.lookAt], ['quiet', app.clock.now(), null])
  await say('dank je wel voor de hulp', inThread)
  await later(hour)
  assert.equal((await row()).outcome, 'quiet')
})

test('what they say under another name counts once members linked it', async () => {
  const { say, later, workspaceId, authorId, ctx } = await answered()
  await later(minute)
  app.clock.advance(hour)
  await say('blijft waardeloos', { author: alias })
  assert.equal((await later(2 * minute)).outcome, 'waiting')
  const [other] = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(authors)
      .where(and(eq(authors.workspaceId, workspaceId), eq(authors.nativeId, alias.nativeId))),
  )
  await linkAuthors(ctx, { id: present(other, 'heard').id, otherId: authorId, after: followMark(ctx) })
  const seen = await later(2 * minute)
  assert.deepEqual([seen.outcome, seen.effect?.replied.length, seen.effect?.elsewhere.length], ['complained', 0, 1])
})

test('their message edited after the answer is told', async () => {
  const { say, later } = await answered()
  await later(minute)
  app.clock.advance(hour)
  await say('is weer te laat', { nativeId: 'asked', editedAt: app.clock.now() })
  assert.equal((await later(2 * minute)).outcome, 'edited')
})

test('their message gone from the network after the answer is told', async () => {
  const { later, workspaceId } = await answered()
  await later(minute)
  app.clock.advance(hour)
  const gone = { workspaceId, network: 'forum', nativeIds: ['asked'], at: app.clock.now() }
  await app.db.inWorkspace(workspaceId, async (tx) => followBlanked(app)(tx, await blankDeleted(tx, gone)))
  const seen = await later(2 * minute)
  assert.deepEqual([seen.outcome, seen.effect?.deletedAt], ['deleted', gone.at.toISOString()])
})

test('an answer that we deleted ourselves is watched no longer', async () => {
  const { reply } = await answered()
  await app.db.asSystem((tx) => dropEffect(tx, reply.id))
  const left = await app.db.asSystem((tx) => tx.$count(answerEffects, eq(answerEffects.replyId, reply.id)))
  assert.equal(left, 0)
})

test('an answer that moves to another conversation is watched there', async () => {
  const { say, later, ctx, conversationId, saying } = await answered()
  await later(minute)
  await say('rijdt niet', { nativeId: 'other', author: { ...alias, nativeId: 'bas' } })
  const other = await saying('rijdt niet')
  await mergeConversations(ctx, { id: conversationId, withId: other.id })
  app.clock.advance(hour)
  await say('dank je wel voor de hulp', { parentId: 'other', rootId: 'other' })
  const seen = await later(2 * minute)
  assert.deepEqual([seen.conversationId, seen.outcome], [other.id, 'thanked'])
})

test('whoever is erased is in no effect any more, and the figure stays', async () => {
  const { say, inThread, later, ctx, authorId, row } = await answered()
  await say('heeft het geregeld, dank je wel', {
    ...inThread,
    publishedAt: new Date(app.clock.now().getTime() + minute),
  })
  assert.equal((await later(2 * minute)).outcome, 'thanked')
  await eraseAuthor(ctx, { id: authorId, keepsOut: false })
  const left = await row()
  assert.deepEqual([left.outcome, left.authorId, left.effect?.thanked, left.lookAt], ['thanked', null, [], null])
  assert.ok(left.settledAt)
})

test('a conversation whose time is over leaves the figure, and is not taken for deleted by them', async () => {
  const { workspaceId, later, row, ctx, conversationId, saying } = await answered({ effectDays: 90 })
  await later(minute)
  const periods = { unansweredDays: 30, answeredDays: 30 }
  await app.db.asSystem((tx) => tx.update(workspaces).set(periods).where(eq(workspaces.id, workspaceId)))
  const { version } = await saying('te laat')
  await finishConversation(ctx, { id: conversationId, version })
  app.clock.advance(31 * day)
  assert.ok((await eraseOutlived(app)) > 0)
  await later(day)
  const left = await row()
  assert.deepEqual([left.outcome, left.authorId, left.lookAt], ['waiting', null, null])
})

test('in a storm an answer is looked at once a minute', async () => {
  const { say, inThread, later, row } = await answered()
  const first = await later(minute)
  await say('een', inThread)
  await say('twee', inThread)
  const soon = new Date((first.lookedAt?.getTime() ?? 0) + minute)
  assert.deepEqual((await row()).lookAt, soon)
})

test('figures add up by period, department, network and strategy, and those of another workspace are not among them', async () => {
  const { say, inThread, later, ctx, reply } = await answered({ strategy: 'explain' })
  await answered()
  await later(minute)
  app.clock.advance(hour)
  await say('heeft het geregeld, dank je wel, super geholpen!', inThread)
  await later(2 * minute)
  const ask = { from: new Date(app.clock.now().getTime() - day), until: app.clock.now(), period: 'month' as const }
  const rows = await readEffectMeasures(ctx, ask)
  const { answers, settled, outcomes, better, worse, network, strategy, department } = present(rows[0], 'one row')
  assert.deepEqual([rows.length, answers, settled, outcomes, better, worse], [1, 1, 0, { thanked: 1 }, 1, 0])
  assert.deepEqual([network, strategy, department], ['forum', 'explain', null])
  assert.deepEqual(await readEffectMeasures(ctx, { ...ask, until: new Date(ask.from.getTime() + hour) }), [])
  await assert.rejects(readEffectMeasures(ctx, { ...ask, until: ask.from }), /must end after/u)
  const seen = await app.db.inWorkspace(ctx.workspaceId, (tx) => effectsIn(tx, [reply.id]))
  assert.deepEqual(
    seen.get(reply.id)?.messages.map(({ text, as }) => [text.slice(0, 20), as]),
    [['Zilvermeeuw heeft he', ['thanked', 'replied']]],
  )
})

test('on the page of a person stand the answers under all their names', async () => {
  const { later, ctx, authorId } = await answered({ effectDays: 1 })
  await later(day)
  const { effects } = await readPerson(ctx, authorId)
  assert.deepEqual([effects.answers, effects.settled, effects.outcomes], [1, 1, { quiet: 1 }])
})
