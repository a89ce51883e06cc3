import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, hour, minute } from '#base/clock.ts'
import { mentions } from '#db/tables/mentions.ts'
import { notices } from '#db/tables/notify.ts'
import { promiseClocks } from '#db/tables/promises.ts'
import { silences } from '#db/tables/silence.ts'
import type { SilenceChoice } from '#domain/silence.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { memberOf } from '#team/context.ts'
import { elsewhere, letStand } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { claimConversation } from './claim-conversation.ts'
import { finishConversation, reopenConversation, waitConversation } from './finish-conversation.ts'
import { readConversation } from './read-conversation.ts'
import { readPage } from './read-page.ts'
import { readContacts } from './read-person.ts'
import { readSilenceReport } from './read-silence-report.ts'
import { wakeGrownSilences, wakeReviewed } from './wake-silences.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const inMs = (ms: number) => new Date(app.clock.now().getTime() + ms)
const facts = (days: number): SilenceChoice => ({ ...letStand, reasonId: 'wait-for-facts', reviewAt: inMs(days * day) })
const els = { nativeId: 'els', handle: 'els', name: 'Els' }
let count = 0

async function house(text = 'Zilvermeeuw is duur geworden') {
  const here = await intakeHouse(app, { noor: 'owner', tess: 'member' })
  count += 1
  const rootId = `root-${count}`
  await here.hear({ text, nativeId: rootId, author: els })
  const id = present((await here.rows())[0]?.row, 'it is there').id
  const inside = <T>(work: Parameters<typeof app.db.inWorkspace<T>>[1]) =>
    app.db.inWorkspace(here.ctx.workspaceId, work)
  let answers = 0
  const again = async (said: string) => {
    answers += 1
    app.clock.advance(minute)
    await here.hear({ text: said, parentId: rootId, rootId, nativeId: `${rootId}-${answers}`, author: els })
  }
  const weAnswered = async () => {
    await again('Dit zeggen wij')
    await inside(async (tx) => {
      const [last] = await tx.select().from(mentions).orderBy(asc(mentions.publishedAt))
      const ours = await tx.select().from(mentions).where(eq(mentions.text, 'Dit zeggen wij'))
      assert.ok(last && ours[0])
      await tx.update(mentions).set({ isOwn: true }).where(eq(mentions.id, ours[0].id))
    })
  }
  const read = () => readConversation(here.ctx, id)
  const kept = () => inside((tx) => tx.select().from(silences).orderBy(asc(silences.decidedAt)))
  const clocks = () => inside((tx) => tx.select().from(promiseClocks).where(eq(promiseClocks.kind, 'first')))
  const finish = (decision?: SilenceChoice, ctx = here.ctx) => finishConversation(ctx, { id, decision })
  return { ...here, id, inside, again, weAnswered, read, kept, clocks, finish, tess: here.as('tess') }
}

test('what nobody answered is not closed without saying why, and the refusal says what there is to say', async () => {
  const { finish, read, kept } = await house()
  const refused = await finish().catch((error: unknown) => error)
  assert.equal((refused as { code: string }).code, 'undecided')
  const { details } = refused as { details: { reasons: { id: string }[]; words: { nl: string } } }
  assert.ok(details.reasons.some(({ id }) => id === 'let-stand'))
  assert.ok(details.words.nl.length > 0)
  assert.deepEqual([(await read()).row.state, (await kept()).length], ['open', 0])
})

test('a silence has a reason, an owner, who decided and when it is looked at again', async () => {
  const { finish, read, ctx, tess } = await house()
  await claimConversation(ctx, { id: (await read()).row.id, takeOver: false })
  const decision = { ...facts(3), note: 'Eerst de storing' } as SilenceChoice
  await finish(decision, tess)
  const { silence, row, happenings } = await read()
  assert.equal(row.state, 'done')
  assert.deepEqual(
    [silence?.reason?.id, silence?.note, silence?.owner?.id, silence?.by?.id, silence?.endedAt],
    ['wait-for-facts', 'Eerst de storing', memberOf(ctx).id, memberOf(tess).id, null],
  )
  assert.deepEqual(silence?.reviewAt, inMs(3 * day))
  const last = happenings.at(-1)
  assert.equal(last?.action, 'conversation.finish')
  assert.equal(JSON.stringify(last?.details).includes('storing'), false, 'what may name people stays out of the record')
})

for (const [why, decision] of [
  ['no moment where one is needed', { ...letStand, reasonId: 'wait-for-facts' }],
  ['a moment that is past', { ...letStand, reviewAt: new Date(0) }],
  ['a reason that is none', { ...letStand, reasonId: 'daarom' }],
] as const)
  test(`refused: ${why}`, async () => {
    const { finish, read } = await house()
    await assert.rejects(finish(decision), { code: 'bad_input' })
    assert.equal((await read()).row.state, 'open')
  })

test('an owner from elsewhere is refused', async () => {
  const { finish } = await house()
  const other = await house()
  await assert.rejects(finish({ ...letStand, ownerId: memberOf(other.ctx).id }), { code: 'not_found' })
})

test('answered after their last word, or thanked: nothing is asked and nothing is kept', async () => {
  const { finish, weAnswered, read, kept } = await house()
  await weAnswered()
  assert.equal((await read()).needsDecision, false)
  await finish()
  assert.deepEqual([(await read()).row.state, await kept()], ['done', []])
})

test('who writes again after our answer waits again, except to say thanks', async () => {
  const { weAnswered, again, read, id, inside } = await house()
  await weAnswered()
  await again('Maar waar is mijn koffer dan?')
  assert.equal((await read()).needsDecision, true)
  await inside((tx) =>
    tx.update(mentions).set({ deletedAt: app.clock.now() }).where(eq(mentions.text, 'Maar waar is mijn koffer dan?')),
  )
  await again('Wat een geweldige service, dank jullie wel, helemaal top!')
  const { messages, needsDecision } = await read()
  assert.equal(messages.at(-1)?.assessment?.said.intent.top, 'praise')
  assert.equal(needsDecision, false)
  assert.equal(id, (await read()).row.id)
})

test('the list says what closing will ask, and finds what was silent by a reason', async () => {
  const { finish, ctx, id } = await house()
  const open = await readPage(ctx, { view: 'all', limit: 10 })
  assert.deepEqual(
    open.rows.map((row) => row.needsDecision),
    [true],
  )
  await finish(letStand)
  const done = await readPage(ctx, { view: 'done', silence: 'let-stand', limit: 10 })
  assert.deepEqual(
    done.rows.map((row) => [row.id, row.needsDecision]),
    [[id, false]],
  )
  assert.deepEqual((await readPage(ctx, { view: 'done', silence: 'baiting', limit: 10 })).rows, [])
})

test('in what we had with somebody it says by which reason they got no answer, as long as that stands', async () => {
  const { finish, ctx, id, read } = await house()
  const authorId = present((await read()).messages[0]?.author, 'who wrote it').id
  const silences = async () => (await readContacts(ctx, { authorId, limit: 10 })).rows.map((row) => row.silence)
  assert.deepEqual(await silences(), [null])
  await finish(letStand)
  assert.deepEqual(await silences(), [(await read()).silence?.reason?.name])
  await reopenConversation(ctx, { id })
  assert.deepEqual(await silences(), [null])
})

test('the moment comes: open for whose it is, who is told once, with the reason', async () => {
  const { finish, read, ctx, tess, inside } = await house()
  await finish({ ...facts(1), ownerId: memberOf(tess).id } as SilenceChoice)
  assert.equal(await wakeReviewed(app), 0)
  app.clock.advance(day)
  assert.equal(await wakeReviewed(app), 1)
  assert.equal(await wakeReviewed(app), 0)
  const { row, silence } = await read()
  assert.deepEqual([row.state, silence?.endedBy, row.ownerId], ['open', 'review', memberOf(tess).id])
  const told = await inside((tx) => tx.select().from(notices).where(eq(notices.kind, 'silence_due')))
  assert.deepEqual(
    told.map(({ memberId, details }) => [memberId, details.name]),
    [[memberOf(tess).id, silence?.reason?.name]],
  )
  assert.notEqual(memberOf(ctx).id, memberOf(tess).id)
  await assert.rejects(finish(), { code: 'undecided' }, 'it is decided again, not passed on')
})

test('it spreads twice as far: open again', async () => {
  const { finish, read, id, inside } = await house()
  await finish(letStand)
  const passedOn = (reposts: number) =>
    inside((tx) => tx.update(mentions).set({ reposts }).where(eq(mentions.conversationId, id)))
  await passedOn(1)
  assert.deepEqual([await wakeGrownSilences(app), (await read()).row.state], [0, 'done'])
  await passedOn(2)
  assert.deepEqual([await wakeGrownSilences(app), (await read()).row.state], [1, 'open'])
  assert.equal((await read()).silence?.endedBy, 'growth')
  assert.equal(await wakeGrownSilences(app), 0)
})

test('they write again: open, and a promise begins anew', async () => {
  const { finish, again, read } = await house()
  await finish(letStand)
  await again('En niemand die er iets op zegt?')
  const { row, silence } = await read()
  assert.deepEqual([row.state, silence?.endedBy], ['open', 'author'])
})

test('nobody answered in time: the clock ends as not answered, and one that had run out stays broken', async () => {
  const { finish, clocks } = await house('Zilvermeeuw, waar is mijn koffer? Dit is dringend!')
  const [before] = await clocks()
  assert.equal(before?.stoppedAt, null)
  await finish(letStand)
  const [stopped] = await clocks()
  assert.deepEqual([stopped?.stoppedBy, stopped?.isRunning, stopped?.brokenAt], ['silence', false, null])

  const late = await house('Zilvermeeuw, waar is mijn koffer? Dit is dringend!')
  app.clock.advance(3 * day)
  await late.finish(letStand)
  const [broken] = await late.clocks()
  assert.equal(broken?.stoppedBy, 'silence')
  assert.ok(broken?.dueAt === null || broken?.brokenAt !== null, 'it was promised and not kept')
})

test('taken back at once it never was: no silence, and the clock goes on', async () => {
  const { finish, id, ctx, read, clocks, kept } = await house('Zilvermeeuw, waar is mijn koffer? Dit is dringend!')
  const [before] = await clocks()
  await finish(letStand)
  await reopenConversation(ctx, { id, isUndo: true })
  const [after] = await clocks()
  assert.deepEqual([after?.stoppedAt, after?.isRunning, after?.dueAt], [null, true, before?.dueAt])
  const { row, silence } = await read()
  assert.deepEqual([row.state, silence, row.dueAt], ['open', null, before?.dueAt ?? null])
  assert.deepEqual(
    (await kept()).map(({ endedBy }) => endedBy),
    ['taken_back'],
  )
})

test('answered by another way is an answer: no silence, and taken back it is unanswered again', async () => {
  const { finish, id, ctx, read, clocks } = await house('Zilvermeeuw, waar is mijn koffer? Dit is dringend!')
  await finish(elsewhere)
  const { row, silence } = await read()
  assert.deepEqual([row.state, silence?.kind, silence?.reason, row.answeredAt], ['done', 'elsewhere', null, row.doneAt])
  assert.equal((await clocks())[0]?.stoppedBy, 'elsewhere')
  await reopenConversation(ctx, { id, isUndo: true })
  assert.deepEqual([(await read()).row.answeredAt, (await read()).needsDecision], [null, true])
})

test('opened by a colleague it is over; taking that back gives the decision back', async () => {
  const { finish, id, ctx, tess, read, kept } = await house()
  await finish(letStand)
  await reopenConversation(ctx, { id })
  assert.equal((await read()).silence?.endedBy, 'hand')
  await assert.rejects(
    finishConversation(tess, { id, isUndo: true }),
    { code: 'undecided' },
    'not their step to take back',
  )
  await finishConversation(ctx, { id, isUndo: true })
  const { row, silence } = await read()
  assert.deepEqual([row.state, silence?.endedAt, silence?.reason?.id], ['done', null, 'let-stand'])
  await waitConversation(ctx, { id, until: inMs(hour) })
  await finishConversation(ctx, { id, isUndo: true })
  assert.deepEqual([(await read()).row.state, (await kept()).length], ['done', 1])
})

test('an undo is no way round: what was not done cannot go back to done', async () => {
  const { id, ctx, again } = await house()
  await waitConversation(ctx, { id, until: inMs(hour) })
  await reopenConversation(ctx, { id })
  await assert.rejects(finishConversation(ctx, { id, isUndo: true }), { code: 'undecided' })
  await finishConversation(ctx, { id, decision: letStand })
  await reopenConversation(ctx, { id })
  await again('Nog steeds niets gehoord')
  await assert.rejects(finishConversation(ctx, { id, isUndo: true }), { code: 'undecided' }, 'something was said since')
})

test('a retired reason is chosen no more and stays readable; one that is left out is retired', async () => {
  const { finish, ctx, read } = await house()
  await finish(letStand)
  const name = (await read()).silence?.reason?.name
  const own = {
    id: 'own',
    name: 'Onze reden',
    says: 'Zo.',
    reviewDays: null,
    isReviewNeeded: false,
    strategy: null,
    isRetired: false,
  }
  await changeWorkspace(ctx, { silenceReasons: [own] })
  assert.equal((await read()).silence?.reason?.name, name)
  const other = await house()
  await changeWorkspace(other.ctx, { silenceReasons: [own] })
  await assert.rejects(other.finish(letStand), { code: 'bad_input' })
  await other.finish({ ...letStand, reasonId: 'own' })
})

test('silences by reason, of all that was closed; what was taken back is in neither', async () => {
  const { finish, ctx, hear, rows, id, weAnswered } = await house()
  const from = inMs(-day)
  await finish(letStand)
  await hear({ text: 'Zilvermeeuw vliegt weer', nativeId: `two-${count}` })
  await hear({ text: 'Zilvermeeuw drie', nativeId: `three-${count}` })
  const ids = (await rows()).map(({ row }) => row.id)
  const [second = '', third = ''] = ids.filter((one) => one !== id)
  await finishConversation(ctx, { id: second, decision: facts(1) })
  await finishConversation(ctx, { id: third, decision: elsewhere })
  await reopenConversation(ctx, { id: third, isUndo: true })
  app.clock.advance(2 * day)
  await wakeReviewed(app)
  await reopenConversation(ctx, { id })
  await weAnswered()
  await finishConversation(ctx, { id })
  const report = await readSilenceReport(ctx, { from, until: inMs(day) })
  assert.deepEqual([report.closed, report.answered, report.silent, report.elsewhere], [3, 1, 2, 0])
  const found = report.reasons.filter((one) => one.count > 0)
  assert.deepEqual(
    found.map((one) => [one.id, one.count, one.standing, one.byReview, one.byHand]),
    [
      ['let-stand', 1, 0, 0, 1],
      ['wait-for-facts', 1, 0, 1, 0],
    ],
  )
  const before = await readSilenceReport(ctx, { from: new Date(0), until: from })
  assert.deepEqual([before.closed, before.silent], [0, 0])
})
