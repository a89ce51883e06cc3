import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { policyAnswerRows } from '#db/tables/policy.ts'
import { leavesOf, type Policy, type PolicyExample, type PolicyNode } from '#domain/policy.ts'
import { starterPolicy } from '#domain/policy-starter.ts'
import { reopenConversation } from '#inbox/finish-conversation.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { answerQuestion } from './answer-question.ts'
import { comparePolicy } from './compare-policy.ts'
import { publishPolicy, putPolicyBack } from './publish-policy.ts'
import { readAdvice } from './read-advice.ts'
import { readPolicy, readPolicyVersion } from './read-policy.ts'
import { readSituations } from './read-situations.ts'
import { dropPolicyDraft, savePolicyDraft } from './save-policy-draft.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

const leaf = (id: string, given: object = {}): PolicyNode => ({
  ...{ kind: 'leaf', id, name: id, answers: true, strategy: 'explain', place: 'public', tone: '', why: '', basis: '' },
  ...{ departmentId: null, approval: 'none', promise: null },
  ...given,
})
/** Angry or not, and whether it is true. */
const simple = (no: PolicyNode = leaf('calm')): Policy => ({
  name: 'Simple',
  questions: [{ id: 'true', text: 'Klopt het?' }],
  root: {
    kind: 'when',
    tests: [{ about: 'intent', is: ['complaint'] }],
    yes: { kind: 'ask', questionId: 'true', yes: leaf('repair'), no: leaf('correct'), unknown: leaf('find-out') },
    no,
  },
})
const example = (leafId: string, facts: PolicyExample['facts'] = {}): PolicyExample => ({
  ...{ id: `x-${leafId}`, says: `komt uit bij ${leafId}`, facts, answers: { true: 'yes' }, leafId },
})
const publishing = (policy: Policy, basedOn: number, examples: PolicyExample[] = []) => ({
  ...{ policy, examples, note: '', basedOn },
})

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', tess: 'member', olga: 'observer' })
  const { ctx, hear, saying } = here
  const adviceOn = async (part: string) => (await readAdvice(ctx, (await saying(part)).id)).now?.advice
  const leafOn = async (part: string) => {
    const advice = await adviceOn(part)
    return advice?.kind === 'leaf' ? advice.leaf.id : `asks ${advice?.question.id}`
  }
  await hear(
    { text: 'Zilvermeeuw dit is waardeloos, ik wil mijn geld terug, klacht!' },
    { text: 'Zilvermeeuw vliegt naar Lissabon' },
  )
  return { ...here, adviceOn, leafOn }
}

test('without a policy there is no advice; with one it names the leaf, the path and the version', async () => {
  const { ctx, adviceOn, saying } = await house()
  assert.equal(await adviceOn('waardeloos'), undefined)
  assert.equal(await publishPolicy(ctx, publishing(simple(), 0)), 1)
  assert.equal((await readAdvice(ctx, (await saying('waardeloos')).id)).now?.version, 1)
  const calm = present(await adviceOn('Lissabon'), 'there is advice')
  assert.equal(calm.kind === 'leaf' && calm.leaf.id, 'calm')
  assert.deepEqual(
    calm.steps.map((step) => step.kind === 'when' && step.holds),
    [false],
  )
})

test('a question is asked, answered with who and when, changed, and taken back', async () => {
  const { ctx, as, member, leafOn, saying } = await house()
  await publishPolicy(ctx, publishing(simple(), 0))
  const { id: conversationId } = await saying('waardeloos')
  assert.equal(await leafOn('waardeloos'), 'asks true')
  const answer = (given: 'yes' | 'no' | 'unknown' | null) =>
    answerQuestion(as('tess'), { conversationId, questionId: 'true', answer: given })
  await answer('yes')
  assert.equal(await leafOn('waardeloos'), 'repair')
  await answer('no')
  assert.equal(await leafOn('waardeloos'), 'correct')
  const { answers } = await readAdvice(ctx, conversationId)
  assert.deepEqual(
    answers.map(({ answer: said, by, question }) => [said, by?.id, question]),
    [['no', member('tess').id, 'Klopt het?']],
  )
  await answer(null)
  await answer(null)
  assert.equal(await leafOn('waardeloos'), 'asks true')
  const kept = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(policyAnswerRows).orderBy(policyAnswerRows.answeredAt, policyAnswerRows.id),
  )
  assert.deepEqual(kept.map((row) => [row.answer, row.takenBackBy]).toSorted(), [
    ['no', member('tess').id],
    ['yes', member('tess').id],
  ])
  await assert.rejects(answerQuestion(as('olga'), { conversationId, questionId: 'true', answer: 'yes' }), /role/u)
  await assert.rejects(answerQuestion(ctx, { conversationId, questionId: 'gone', answer: 'yes' }), /ask this any more/u)
})

test('two who answer at once leave one answer', async () => {
  const { ctx, as, saying } = await house()
  await publishPolicy(ctx, publishing(simple(), 0))
  const { id: conversationId } = await saying('waardeloos')
  await Promise.all(
    (['noor', 'tess', 'noor', 'tess'] as const).map((name, at) =>
      answerQuestion(as(name), { conversationId, questionId: 'true', answer: at % 2 === 0 ? 'yes' : 'no' }),
    ),
  )
  assert.equal((await readAdvice(ctx, conversationId)).answers.length, 1)
})

test('publishing runs the examples, and refuses when one fails, saying which', async () => {
  const { ctx } = await house()
  const good = example('repair', { intent: 'complaint' })
  const bad = example('calm', { intent: 'complaint' })
  await assert.rejects(
    publishPolicy(ctx, publishing(simple(), 0, [good, bad])),
    (error: Error & { details?: unknown }) => {
      assert.match(error.message, /advice than you said: 1\. See “komt uit bij calm”\./u)
      assert.partialDeepStrictEqual(error.details, { failing: ['x-calm'] })
      return true
    },
  )
  assert.equal((await readPolicy(ctx)).current, null)
  assert.equal(await publishPolicy(ctx, publishing(simple(), 0, [good])), 1)
})

const foreign = newId()
const refused: [says: string, policy: Policy, words: RegExp][] = [
  ['a question that is not there', { ...simple(), questions: [] }, /no question true/u],
  ['two leaves of one name', simple(leaf('repair')), /called repair/u],
  ['a department of somebody else', simple(leaf('calm', { departmentId: foreign })), /department does not exist/u],
  [
    'a search of somebody else',
    { ...simple(), root: { kind: 'when', tests: [{ about: 'topic', is: [foreign] }], yes: leaf('a'), no: leaf('b') } },
    /search does not exist/u,
  ],
]
for (const [says, policy, words] of refused)
  test(`a policy is not published with ${says}`, async () => {
    const { ctx } = await house()
    await assert.rejects(publishPolicy(ctx, publishing(policy, 0)), words)
  })

test('who publishes after somebody else is told, and of two at once one is refused', async () => {
  const { ctx } = await house()
  const both = await Promise.allSettled([1, 2].map(() => publishPolicy(ctx, publishing(simple(), 0))))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await assert.rejects(publishPolicy(ctx, publishing(simple(), 0)), /published another/u)
  assert.equal(await publishPolicy(ctx, publishing(simple(), 1)), 2)
})

test('only a lead publishes and writes', async () => {
  const { as } = await house()
  await assert.rejects(publishPolicy(as('tess'), publishing(simple(), 0)), /role/u)
  await assert.rejects(savePolicyDraft(as('tess'), { text: 'x', examples: [], revision: 0 }), /role/u)
})

test('an older version holds again as a new one, and the history keeps all of them', async () => {
  const { ctx, leafOn } = await house()
  await publishPolicy(ctx, publishing(simple(), 0))
  await publishPolicy(ctx, publishing(simple(leaf('other')), 1))
  assert.equal(await leafOn('Lissabon'), 'other')
  assert.equal(await putPolicyBack(ctx, 1), 3)
  assert.equal(await leafOn('Lissabon'), 'calm')
  const { history } = await readPolicy(ctx)
  assert.deepEqual(
    history.map(({ number, fromNumber }) => [number, fromNumber]),
    [
      [3, 1],
      [2, null],
      [1, null],
    ],
  )
  assert.deepEqual(leavesOf((await readPolicyVersion(ctx, 2)).policy).at(-1)?.id, 'other')
  await assert.rejects(putPolicyBack(ctx, 9), /does not exist/u)
})

test('what was advised when somebody acted keeps its version', async () => {
  const { ctx, member, saying } = await house()
  await publishPolicy(ctx, publishing(simple(), 0))
  const { id } = await saying('Lissabon')
  await closeAnyhow(ctx, { id })
  await publishPolicy(ctx, publishing(simple(leaf('other')), 1))
  const read = await readAdvice(ctx, id)
  assert.equal(read.now?.version, 2)
  const told = ({ occasion, version, advice, by }: (typeof read.decisions)[number]) => [
    ...[occasion, version, advice.kind === 'leaf' && advice.leaf.id, by?.id],
  ]
  assert.deepEqual(read.decisions.map(told), [['finished', 1, 'calm', member('noor').id]])
  await reopenConversation(ctx, { id })
  app.clock.advance(1_000)
  await closeAnyhow(ctx, { id })
  assert.deepEqual((await readAdvice(ctx, id)).decisions.map(told), [
    ['finished', 2, 'other', member('noor').id],
    ['finished', 1, 'calm', member('noor').id],
  ])
})

test('before publishing it is shown which conversations of ninety days would get other advice', async () => {
  const { ctx, hear, saying } = await house()
  app.clock.advance(91 * day)
  await hear({ text: 'Zilvermeeuw wat een slechte service, klacht' }, { text: 'Zilvermeeuw vliegt weer' })
  const nothingYet = await comparePolicy(ctx, simple())
  assert.deepEqual([nothingYet.version, nothingYet.asked, nothingYet.changed], [null, 2, 2])
  await publishPolicy(ctx, publishing(simple(), 0))
  assert.equal((await comparePolicy(ctx, simple())).changed, 0)
  const { id: conversationId } = await saying('slechte service')
  const next = { ...simple(leaf('watch')), name: 'Next' }
  const shown = await comparePolicy(ctx, next)
  assert.deepEqual(
    [
      shown.version,
      shown.asked,
      shown.changed,
      shown.isCut,
      shown.moves.map(({ from, to, count }) => [from?.id, to.id, count]),
    ],
    [1, 2, 1, false, [['calm', 'watch', 1]]],
  )
  assert.equal(shown.changes[0]?.id, (await saying('vliegt weer')).id)
  await answerQuestion(ctx, { conversationId, questionId: 'true', answer: 'yes' })
  assert.equal((await comparePolicy(ctx, next)).changed, 1)
  assert.equal((await readPolicy(ctx)).current?.number, 1)
})

test('whether they speak to us, what they said before and what we answered is seen', async () => {
  const { ctx, hear, saying } = await house()
  const { workspaceId } = ctx
  await app.db.asSystem((tx) =>
    tx.execute(sql`insert into accounts (id, workspace_id, network, native_id, handle, name, credentials)
      values (${newId()}, ${workspaceId}, 'forum', 'ours', 'Zilver', 'Zilvermeeuw', 'x')`),
  )
  const author = { nativeId: 'bo', handle: 'bo', name: 'Bo' }
  await hear(
    { text: 'Zilvermeeuw eerste klacht, waardeloos, ik wil mijn geld terug', author },
    { text: 'Zilvermeeuw een ster, tweede', author, kind: 'review', rating: 1 },
    { text: 'Zilvermeeuw hoor je mij, derde', author, mentions: ['zilver'] },
  )
  const factsOf = async (part: string) => {
    const { id } = await saying(part)
    const [one] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
      readSituations(tx, { workspaceId: ctx.workspaceId, which: sql`c.id = ${id}`, limit: 1 }),
    )
    return present(one, 'the conversation is read').facts
  }
  const first = await factsOf('eerste klacht')
  assert.deepEqual(
    [first.addressed, first.returning, first.complaints, first.answers, first.messages],
    [false, false, 0, 0, 1],
  )
  const second = await factsOf('tweede')
  assert.deepEqual([second.addressed, second.returning, second.kind, second.rating], [true, true, 'review', 1])
  const third = await factsOf('derde')
  assert.deepEqual([third.addressed, third.network], [true, 'forum'])
})

test('a draft keeps what does not read yet; who writes over a colleague is told; publishing ends it', async () => {
  const { ctx } = await house()
  assert.equal(await savePolicyDraft(ctx, { text: 'beleid "half', examples: [], revision: 0 }), 1)
  await assert.rejects(savePolicyDraft(ctx, { text: 'x', examples: [], revision: 0 }), /colleague is writing/u)
  assert.equal(await savePolicyDraft(ctx, { text: 'y', examples: [], revision: 1 }), 2)
  assert.equal((await readPolicy(ctx)).draft?.text, 'y')
  await publishPolicy(ctx, publishing(simple(), 0))
  assert.equal((await readPolicy(ctx)).draft, null)
  await savePolicyDraft(ctx, { text: 'z', examples: [], revision: 0 })
  await dropPolicyDraft(ctx)
  assert.equal((await readPolicy(ctx)).draft, null)
})

test('each starter is published as it comes, in both languages', async () => {
  const { ctx } = await house()
  let basedOn = 0
  for (const which of ['service', 'public', 'shop'] as const)
    for (const lang of ['nl', 'en'] as const) {
      const { policy, examples } = starterPolicy(which, lang)
      basedOn = await publishPolicy(ctx, publishing(policy, basedOn, examples))
    }
  assert.equal(basedOn, 6)
})

test('another workspace sees and answers nothing of this', async () => {
  const here = await house()
  const there = await house()
  await publishPolicy(here.ctx, publishing(simple(), 0))
  const { id: conversationId } = await here.saying('waardeloos')
  await assert.rejects(readAdvice(there.ctx, conversationId), /not here any more/u)
  await assert.rejects(answerQuestion(there.ctx, { conversationId, questionId: 'true', answer: 'yes' }), /not here/u)
  assert.equal((await readPolicy(there.ctx)).current, null)
  const rows = await app.db.inWorkspace(there.ctx.workspaceId, (tx) =>
    tx.select().from(policyAnswerRows).where(eq(policyAnswerRows.conversationId, conversationId)),
  )
  assert.deepEqual(rows, [])
})
