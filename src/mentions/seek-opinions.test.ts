import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { openGuardedNetwork } from '#base/guarded-fetch.ts'
import { advisers, opinions } from '#db/tables/advise.ts'
import { conversations } from '#db/tables/inbox.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import { audit } from '#db/tables/team.ts'
import type { AdviserInput } from '#domain/adviser.ts'
import { completionOf, openFakeModel } from '#testing/fake-model.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { testApp } from '#testing/test-app.ts'
import { assess } from '#triage/assess.ts'
import { correctMention } from './correct-mention.ts'
import { readAdviser } from './read-adviser.ts'
import { removeAdviser, saveAdviser, tryAdviser } from './save-adviser.ts'
import { seekOpinions } from './seek-opinions.ts'

const model = await openFakeModel()
const network = openGuardedNetwork({ userAgent: 'Wederhoor/test', allow: ['127.0.0.1'] })
const app = await testApp({ network })
const { signal } = new AbortController()
after(async () => {
  await network.close()
  await model.close()
})
beforeEach(async () => {
  // One look goes over all workspaces: those of the other tests are left out.
  await app.db.asSystem((tx) => tx.update(advisers).set({ isOn: false }))
  model.requests.length = 0
  model.answers.length = 0
})

const answer = completionOf(
  '```json\n{"sentiment":"negative","intent":"complaint","because":"“bedankt hè” na wachten"}\n```',
  {
    prompt_tokens: 300,
    completion_tokens: 40,
  },
)

/** A workspace with an adviser, and messages that triage is unsure about. */
async function house(given: Partial<AdviserInput> = {}) {
  const made = await replyHouse(app, { network: 'forum' })
  const ctx = made.as('noor')
  const input: AdviserInput = {
    isOn: true,
    address: model.address,
    model: 'small',
    key: 'sk-secret',
    priceIn: 1_000,
    priceOut: 10_000,
    mostPerMonth: 100,
    ...given,
  }
  await saveAdviser(ctx, input)
  const unsure = async (text = 'Nou, bedankt hè Zilvermeeuw.', said = {}) => {
    const { mentionId, conversationId } = await made.addConversation()
    await app.db.asSystem(async (tx) => {
      await tx.update(mentions).set({ text }).where(eq(mentions.id, mentionId))
      const base = assess({ text }, { brands: ['zilvermeeuw'] })
      const judged = {
        ...base,
        sentiment: { ...base.sentiment, class: 'unsure' as const },
        intent: { ...base.intent, top: 'unsure' as const },
        ...said,
      }
      await tx
        .insert(assessments)
        .values({ mentionId, workspaceId: made.workspaceId, said: judged, at: app.clock.now() })
    })
    return { mentionId, conversationId }
  }
  const saidOf = async (id: string) => {
    const [row] = await app.db.asSystem((tx) => tx.select().from(assessments).where(eq(assessments.mentionId, id)))
    assert.ok(row)
    return row.said
  }
  const record = () =>
    app.db.asSystem((tx) => tx.select().from(opinions).where(eq(opinions.workspaceId, made.workspaceId)))
  return { ...made, ctx, input, unsure, saidOf, record }
}

const followed: string[] = []
const seeking = {
  signal,
  after:
    () =>
    async (_tx: unknown, { conversationId }: { conversationId: string }) => {
      followed.push(conversationId)
      return { id: conversationId, version: 1 }
    },
}
const seek = () => seekOpinions(app, seeking)

test('where triage is unsure the model is asked once, what it says is shown with its reason, and it is on record', async () => {
  const { unsure, saidOf, record, ctx } = await house()
  const { mentionId, conversationId } = await unsure()
  model.answers.push(answer)
  assert.equal(await seek(), 1)
  const said = await saidOf(mentionId)
  assert.equal(said.sentiment.class, 'negative')
  assert.equal(said.intent.top, 'complaint')
  assert.deepEqual(
    said.reasons.filter(({ code }) => code === 'opinion').map(({ label, value, weight }) => [label, value, weight]),
    [
      ['sentiment', '“bedankt hè” na wachten', -1],
      ['intent', '“bedankt hè” na wachten', 1],
    ],
  )
  assert.match(said.by, /\+small-2026$/)
  assert.ok(followed.includes(conversationId))
  const [row] = await record()
  assert.deepEqual(
    [row?.state, row?.model, row?.question, row?.tokensIn, row?.tokensOut, row?.isEstimated, row?.cost],
    ['answered', 'small-2026', 'opinion-1', 300, 40, false, 0.7],
  )
  assert.equal(await seek(), 0)
  assert.equal(model.requests.length, 1)
  assert.equal((await readAdviser(ctx))?.spent, 0.7)
})

test('what belongs to one person does not leave, and who wrote it neither; the key does', async () => {
  const { unsure } = await house()
  await unsure('Mijn nummer is 06-12345678 en NL91ABNA0417164300, bel me eens, Zilvermeeuw.')
  model.answers.push(answer)
  await seek()
  const [request] = model.requests
  const sent = JSON.stringify(request?.body)
  assert.equal(request?.authorization, 'Bearer sk-secret')
  assert.match(sent, /\[phone\]/)
  assert.match(sent, /\[iban\]/)
  for (const secret of ['12345678', '0417164300', 'fleur', 'Fleur']) assert.doesNotMatch(sent, new RegExp(secret))
})

test('an opinion fills in what is unsure, and moves nothing else; urgency rises and never falls', async () => {
  const { unsure, saidOf } = await house()
  const sure = await unsure('x', { sentiment: { class: 'positive', score: 0.8, p: 0.9 }, urgency: 1 })
  model.answers.push(completionOf('{"sentiment":"negative","intent":"crisis","because":"rook"}'))
  await seek()
  const raised = await saidOf(sure.mentionId)
  assert.deepEqual([raised.sentiment.class, raised.intent.top, raised.urgency], ['positive', 'crisis', 3])
  const high = await unsure('y', { urgency: 3 })
  model.answers.splice(0, 1, completionOf('{"intent":"praise"}'))
  await seek()
  assert.equal((await saidOf(high.mentionId)).urgency, 3)
  assert.equal((await saidOf(high.mentionId)).sentiment.class, 'unsure')
})

test('a person who judged meanwhile is not overruled', async () => {
  const { unsure, saidOf, ctx, record } = await house()
  const { mentionId } = await unsure()
  await correctMention(ctx, { mentionId, correction: { sentiment: 'positive' }, after: seeking.after() })
  model.answers.push(answer)
  assert.equal(await seek(), 0)
  assert.equal((await saidOf(mentionId)).sentiment.class, 'unsure')
  assert.equal((await record()).length, 0)
})

test('nothing is asked that could go over the cap, by however many processes at once', async () => {
  // A question of about 450 tokens costs 0.45 + 2 at most; 0.7 when it was answered.
  const { unsure, record } = await house({ mostPerMonth: 5 })
  for (let i = 0; i < 12; i++) await unsure(`Nou bedankt hè ${i}`)
  model.answers.push(answer)
  await Promise.all([seek(), seek(), seek()])
  for (let i = 0; i < 5; i++) await seek()
  const rows = await record()
  const spent = rows.reduce((sum, { cost }) => sum + cost, 0)
  assert.ok(spent <= 5, `${spent} was spent of 5`)
  assert.ok(rows.length >= 3 && rows.length < 12, `${rows.length} were asked`)
  assert.equal(new Set(rows.map(({ mentionId }) => mentionId)).size, rows.length)
  assert.equal(model.requests.length, rows.length)
})

test('a wrong key stops it until somebody looks; a busy server is left alone for as long as it asks', async () => {
  const { unsure, ctx, input, record } = await house()
  await unsure()
  model.answers.push({ status: 429, headers: { 'retry-after': '120' }, body: {} })
  assert.equal(await seek(), 1)
  assert.equal(await seek(), 0)
  await app.clock.advance(119 * second)
  assert.equal(await seek(), 0)
  await app.clock.advance(2 * second)
  model.answers.splice(0, 1, { status: 401, body: { error: 'bad key' } })
  assert.equal(await seek(), 1)
  await app.clock.advance(minute)
  assert.equal(await seek(), 0)
  assert.match((await readAdviser(ctx))?.adviser.problem?.nl ?? '', /sleutel/)
  assert.equal((await record()).length, 0)
  model.answers.splice(0, 1, answer)
  await saveAdviser(ctx, { ...input, key: 'sk-other' })
  assert.equal(await seek(), 1)
  assert.equal(model.requests.at(-1)?.authorization, 'Bearer sk-other')
})

test('an answer that cannot be read is paid for, kept on record, and changes nothing', async () => {
  const { unsure, saidOf, record } = await house()
  const { mentionId } = await unsure()
  model.answers.push(completionOf('I think it is quite negative.'))
  await seek()
  assert.equal((await saidOf(mentionId)).sentiment.class, 'unsure')
  const [row] = await record()
  assert.deepEqual([row?.state, row?.isEstimated], ['unreadable', true])
})

test('off by default, only for administrators, and only about what came since it was turned on', async () => {
  const { unsure, ctx, as, input } = await house({ isOn: false })
  await unsure()
  model.answers.push(answer)
  assert.equal(await seek(), 0)
  await app.clock.advance(minute)
  await saveAdviser(ctx, input)
  assert.equal(await seek(), 0)
  const refused = (error: unknown) => error instanceof AppError && error.code === 'not_allowed'
  await assert.rejects(saveAdviser(as('sem'), input), refused)
  await assert.rejects(tryAdviser(as('sem'), input), refused)
  await assert.rejects(removeAdviser(as('sem')), refused)
  assert.equal(model.requests.length, 0)
})

test('a key that was given for one server is not sent to another, and stands nowhere in clear', async () => {
  const { ctx, input } = await house()
  const { key: _key, ...without } = input
  await assert.rejects(saveAdviser(ctx, { ...without, address: 'https://elsewhere.example.org/v1' }), /another server/)
  model.answers.push(answer)
  assert.equal((await tryAdviser(ctx, without)).opinion?.intent, 'complaint')
  assert.equal(model.requests.at(-1)?.authorization, 'Bearer sk-secret')
  await assert.rejects(tryAdviser(ctx, { ...without, address: `${model.address}/nowhere` }), /404/)
  const rows = await app.db.asSystem(async (tx) => [
    ...(await tx.select().from(advisers)),
    ...(await tx.select().from(audit)),
  ])
  assert.doesNotMatch(JSON.stringify(rows), /sk-secret/)
  await removeAdviser(ctx)
  assert.equal(await readAdviser(ctx), undefined)
})

test('an inside address that nobody allowed is refused in words', async () => {
  const closed = openGuardedNetwork({ userAgent: 'Wederhoor/test' })
  const elsewhere = await testApp({ network: closed })
  const { as } = await replyHouse(elsewhere, { network: 'forum' })
  const input = { isOn: true, address: model.address, model: 'x', priceIn: 0, priceOut: 0, mostPerMonth: 1 }
  await assert.rejects(tryAdviser(as('noor'), input), /private network/)
  await closed.close()
})

test('the list follows when the newest message got an opinion', async () => {
  const { followCorrection } = await import('#inbox/follow-correction.ts')
  const { unsure } = await house()
  const { conversationId } = await unsure()
  model.answers.push(answer)
  await seekOpinions(app, { signal, after: followCorrection })
  const [row] = await app.db.asSystem((tx) =>
    tx.select().from(conversations).where(eq(conversations.id, conversationId)),
  )
  assert.deepEqual([row?.sentiment, row?.intent], ['negative', 'complaint'])
})
