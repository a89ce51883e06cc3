import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import { parties, stays } from '#db/tables/inbox.ts'
import type { RoutingRuleInput } from '#domain/routing.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { handOver } from '#inbox/hand-over.ts'
import { changeTopic } from '#mentions/save-topic.ts'
import { routingHouse, ruleInput } from '#testing/routing-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { askApply, askTrial, askUndo, stopRun } from './ask-run.ts'
import { routeDue } from './run-routing.ts'
import { changeRule, createRule } from './save-rule.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const house = () => routingHouse(app)

test('a trial says what would have been, and moves nothing', async () => {
  const { ctx, hear, rows, service, legal, rule, finish } = await house()
  const bills = await rule('Facturen', { query: 'factuur' }, { departmentId: service })
  await hear(
    { text: 'Zilvermeeuw mijn factuur is dubbel' },
    { text: 'Zilvermeeuw nog een factuur, ik bel de rechter' },
    { text: 'Zilvermeeuw de rechter kent jullie al' },
    { text: 'Zilvermeeuw vriendelijke bemanning' },
  )
  const before = (await rows()).map(({ row }) => row)
  const { id } = await askTrial(ctx, {
    id: null,
    rule: ruleInput('Rechter', { query: 'rechter' }, { departmentId: legal, moves: true }),
  })
  const trial = present(await finish(id), 'the run is kept')
  assert.equal(trial.state, 'done')
  assert.equal(trial.triedCount, 4)
  assert.equal(trial.ofCount, 4)
  assert.equal(trial.movedCount, 2)
  assert.deepEqual(trial.before, { '': 2, [service]: 2 })
  assert.deepEqual(trial.after, { '': 1, [service]: 1, [legal]: 2 })
  assert.deepEqual(
    trial.examples.map((one) => [one.id, one.from, one.to, one.rules.at(-1)]),
    [
      [before[1]?.id, service, legal, 'Rechter'],
      [before[2]?.id, null, legal, 'Rechter'],
    ],
  )
  assert.deepEqual(
    (await rows()).map(({ row }) => row),
    before,
  )
  const narrower = await askTrial(ctx, {
    id: bills.id,
    rule: ruleInput('Facturen', { query: 'factuur dubbel' }, { departmentId: service }),
  })
  const second = present(await finish(narrower.id), 'the run is kept')
  assert.deepEqual(second.after, { '': 3, [service]: 1 })
})

test('a trial says in how many a department would be brought in, and brings nobody in', async () => {
  const { ctx, hear, legal, service, rows, finish } = await house()
  await hear(
    { text: 'Zilvermeeuw de rechter' },
    { text: 'Zilvermeeuw nog een rechter' },
    { text: 'Zilvermeeuw vlucht' },
  )
  await handOver(ctx, { id: (await rows())[0]?.row.id ?? '', memberId: null, departmentId: service, reason: '' })
  const rule = ruleInput('Rechter', { query: 'rechter' }, { asksIds: [legal] })
  const trial = present(await finish((await askTrial(ctx, { id: null, rule })).id), 'the run is kept')
  assert.deepEqual([trial.triedCount, trial.movedCount, trial.broughtCount], [3, 0, 2])
  assert.equal(await app.db.inWorkspace(ctx.workspaceId, (tx) => tx.$count(parties)), 0)
})

test('what is older than thirty days is not tried, and what a person placed is counted and left', async () => {
  const { ctx, hear, saying, service, legal, finish } = await house()
  await hear({ text: 'Zilvermeeuw oud nieuws' })
  app.clock.advance(31 * day)
  await hear({ text: 'Zilvermeeuw nieuws' }, { text: 'Zilvermeeuw ander nieuws' })
  const { id } = await saying('ander nieuws')
  await handOver(ctx, { id, memberId: null, departmentId: service, reason: '' })
  const rule = ruleInput('Alles', {}, { departmentId: legal, moves: true })
  const trial = present(await finish((await askTrial(ctx, { id: null, rule })).id), 'the run is kept')
  assert.deepEqual(
    [trial.triedCount, trial.movedCount, trial.byHandCount, trial.after],
    [2, 1, 1, { [legal]: 1, [service]: 1 }],
  )
})

test('applying places what is open, is kept with each conversation, and can be put back whole', async () => {
  const { ctx, hear, rows, rule, legal, routed, run, finish, member } = await house()
  await hear(...Array.from({ length: 5 }, (_, at) => ({ text: `Zilvermeeuw de balie ${at}` })))
  const before = (await rows()).map(({ row }) => row)
  await claimConversation(ctx, { id: before[4]?.id ?? '', takeOver: false })
  await rule('Balie', { query: 'balie' }, { departmentId: legal, memberId: member('tess').id, urgencyFrom: 2 })
  const begun = await askApply(ctx)
  const { id } = await askApply(ctx)
  assert.equal((await run(begun.id))?.state, 'stopped')
  const applied = present(await finish(id), 'the run is kept')
  assert.deepEqual([applied.state, applied.movedCount, applied.byHandCount], ['done', 4, 1])
  const placed = (await rows()).map(({ row }) => row)
  assert.deepEqual(
    placed.map((row) => [row.departmentId, row.ownerId, row.urgency >= 2]),
    [...Array(4).fill([legal, member('tess').id, true]), [null, member('noor').id, false]],
  )
  assert.ok(placed.slice(0, 4).every((row, at) => row.version === (before[at]?.version ?? 0) + 1))
  const stayed = () =>
    app.db.inWorkspace(ctx.workspaceId, (tx) =>
      tx
        .select()
        .from(stays)
        .where(and(eq(stays.conversationId, before[0]?.id ?? ''), isNull(stays.untilAt))),
    )
  assert.deepEqual(
    (await stayed()).map((one) => [one.departmentId, one.by]),
    [[legal, null]],
  )
  const [kept] = await routed(before[0]?.id ?? '')
  assert.equal(kept?.runId, id)
  assert.equal(kept?.firings[0]?.name, 'Balie')
  // Somebody takes one up: it stays with them.
  await claimConversation(ctx, { id: before[3]?.id ?? '', takeOver: true })
  const undone = present(await finish((await askUndo(ctx, id)).id), 'the run is kept')
  assert.deepEqual([undone.movedCount, undone.byHandCount], [3, 1])
  assert.deepEqual(
    (await rows()).map(({ row }) => row.departmentId),
    [null, null, null, legal, null],
  )
  assert.deepEqual(await stayed(), [])
  assert.equal(present(await finish((await askUndo(ctx, id)).id), 'the run is kept').movedCount, 0)
  await assert.rejects(askUndo(ctx, undone.id), { code: 'bad_input' })
})

test('a run that is stopped stays where it is, and one that is asked anew stops the trial before it', async () => {
  const { ctx, hear, rule, service, run, finish } = await house()
  await hear({ text: 'Zilvermeeuw de balie' })
  await rule('Balie', {}, { departmentId: service })
  const first = await askTrial(ctx, { id: null, rule: null })
  const second = await askTrial(ctx, { id: null, rule: null })
  assert.equal((await run(first.id))?.state, 'stopped')
  await stopRun(ctx, second.id)
  await stopRun(ctx, second.id)
  const stopped = present(await finish(second.id), 'the run is kept')
  assert.deepEqual([stopped.state, stopped.triedCount], ['stopped', 0])
  assert.equal(await routeDue(app), false)
})

test('applying while people and the intake work loses nothing and waits for nobody for ever', async () => {
  const { ctx, ear, rows, rule, service, finish } = await house()
  const ears = await Promise.all([ear(), ear()])
  const texts = Array.from({ length: 30 }, (_, at) => ({ text: `Zilvermeeuw balie ${at}`, nativeId: `b${at}` }))
  await ears[0]?.(...texts)
  await rule('Balie', {}, { departmentId: service })
  const { id } = await askApply(ctx)
  const ids = (await rows()).map(({ row }) => row.id)
  await Promise.all([
    finish(id),
    ...ids.slice(0, 5).map((one) => claimConversation(ctx, { id: one, takeOver: false })),
    ...texts.map(({ nativeId }, at) =>
      ears[at % 2]?.({ text: 'Zilvermeeuw hallo?', parentId: nativeId, rootId: nativeId }),
    ),
  ])
  await finish(id)
  const after = (await rows()).map(({ row }) => row)
  assert.equal(after.length, 30)
  assert.ok(after.slice(5).every((row) => row.departmentId === service))
})

const words = ['factuur', 'rekening', 'rechter', 'koffer', 'balie', 'vertraging', 'schandalig', 'bedankt']

/** Rules and posts of all kinds, the same for the same seed. */
function made(seed: number, places: readonly string[], memberId: string) {
  const random = seededRandom(seed)
  const { pick, chance, below } = random
  const maybe = <T>(share: number, value: () => T): T | undefined => (chance(share) ? value() : undefined)
  const rules = (): RoutingRuleInput[] =>
    Array.from({ length: random.between(1, 5) }, (_, at) => ({
      ...ruleInput(
        `Regel ${at}`,
        {
          query: maybe(0.7, () => `${pick(words)} OR ${pick(words)}`) ?? null,
          urgencyFrom: maybe(0.2, () => 1) ?? null,
          sentiments: maybe(0.2, () => ['negative' as const]) ?? [],
          followersFrom: maybe(0.2, () => 500) ?? null,
          isReturning: maybe(0.2, () => chance(0.5)) ?? null,
        },
        {
          departmentId: maybe(0.8, () => pick(places)) ?? null,
          memberId: maybe(0.2, () => memberId) ?? null,
          urgencyFrom: maybe(0.2, () => random.between(1, 3)) ?? null,
          moves: chance(0.4),
          stops: chance(0.2),
        },
      ),
      isOn: chance(0.9),
    }))
  const posts = Array.from({ length: 24 }, (_, at) => {
    const root = at > 0 ? maybe(0.4, () => below(at)) : undefined
    const who = `a${below(8)}`
    return {
      nativeId: `p${at}`,
      text: `Zilvermeeuw ${at} ${pick(words)} ${pick(words)} en zo`,
      author: { nativeId: who, handle: who, name: who, followers: who === 'a1' ? 900 : 10 },
      ...(root === undefined ? {} : { parentId: `p${root}`, rootId: `p${root}` }),
    }
  })
  return { first: rules(), second: rules(), posts }
}

for (const seed of [1, 2, 3, 4]) {
  test(`a trial, applying, and having had the rules from the start are one and the same (seed ${seed})`, async () => {
    const late = await house()
    const places = [late.service, late.legal]
    const { first, second, posts } = made(seed, places, late.member('tess').id)
    const saved = []
    for (const rule of first) saved.push(await createRule(late.ctx, rule))
    for (const post of posts) {
      await late.hear(post)
      app.clock.advance(1_000)
    }
    const before = await placesOf(late)
    for (const [at, rule] of second.entries()) {
      const old = saved[at]
      if (old) await changeRule(late.ctx, { id: old.id, ...rule, isOn: rule.isOn })
      else await createRule(late.ctx, rule)
    }
    const trial = present(await late.finish((await askTrial(late.ctx, { id: null, rule: null })).id), 'kept')
    assert.deepEqual(await placesOf(late), before)
    const applied = present(await late.finish((await askApply(late.ctx)).id), 'kept')
    for (const part of ['before', 'after', 'movedCount', 'examples'] as const)
      assert.deepEqual(trial[part], applied[part])
    const after = await placesOf(late)
    assert.deepEqual(counts(after), trial.after)
    assert.equal(after.filter((one, at) => one !== before[at]).length, trial.movedCount)

    // The same posts in a house that has had the rules all along; its departments have other ids and the same names.
    const early = await house()
    const idOf = new Map([
      [late.service, early.service],
      [late.legal, early.legal],
      [late.member('tess').id, early.member('tess').id],
    ])
    const rulesNow = [...second, ...first.slice(second.length)]
    for (const { actions, ...rule } of rulesNow)
      await createRule(early.ctx, {
        ...rule,
        actions: {
          ...actions,
          departmentId: idOf.get(actions.departmentId ?? '') ?? null,
          memberId: idOf.get(actions.memberId ?? '') ?? null,
        },
      })
    for (const post of posts) {
      await early.hear(post)
      app.clock.advance(1_000)
    }
    const asLate = after.map((one) => [...idOf].reduce((text, [from, to]) => text.replaceAll(from, to), one))
    assert.deepEqual(departmentsAnd(await placesOf(early)), departmentsAnd(asLate))
  })
}

/** Where each conversation stands: department, owner, urgency of the rules. */
async function placesOf({ ctx }: Awaited<ReturnType<typeof house>>): Promise<string[]> {
  const { rows } = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.execute<{ place: string }>(sql`
      select coalesce(department_id::text, '') || ' ' || coalesce(owner_id::text, '') || ' ' || urgency_from as place
        from conversations order by number`),
  )
  return rows.map(({ place }) => place)
}

function counts(places: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const place of places) {
    const department = place.split(' ')[0] ?? ''
    counted[department] = (counted[department] ?? 0) + 1
  }
  return counted
}

/** Who has it already keeps it: the owner of a conversation that stays where it is depends on what came before. */
function departmentsAnd(places: readonly string[]): string[] {
  return places.map((place) => {
    const [department, , urgency] = place.split(' ')
    return `${department} ${urgency}`
  })
}

test('what a search finds starts at the department that the search says, where no rule places it elsewhere', async () => {
  const { ctx, hear, saying, service, legal, rule, routed, topic, finish } = await house()
  const { name, query } = topic
  const terms = { name, query, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  await hear({ text: 'Zilvermeeuw van voor de afdeling' })
  await changeTopic(ctx, { id: topic.id, departmentId: service, ...terms })
  await hear({ text: 'Zilvermeeuw van erna' })
  const after = await saying('van erna')
  assert.deepEqual([after.departmentId, after.ownerId, after.isPlacedByHand], [service, null, false])
  assert.deepEqual((await routed(after.id))[0]?.firings, [
    {
      ...{ ruleId: topic.id, name, version: 1, isOfSearch: true, did: ['department'] },
      reasons: [{ about: 'topic', values: [topic.id] }],
    },
  ])
  await rule('Rechter', { query: 'rechter' }, { departmentId: legal })
  await hear({ text: 'Zilvermeeuw, tot bij de rechter' })
  const threat = await saying('tot bij de rechter')
  assert.equal(threat.departmentId, legal)
  assert.equal((await routed(threat.id))[0]?.firings.length, 1, 'the search adds no line where it changed nothing')
  // Placed anew, it does not lose what the search says.
  await finish((await askApply(ctx)).id)
  const departments = async () =>
    Promise.all(['van voor', 'van erna', 'rechter'].map(async (part) => (await saying(part)).departmentId))
  assert.deepEqual(await departments(), [service, service, legal])
  await changeTopic(ctx, { id: topic.id, departmentId: null, ...terms })
  await hear({ text: 'Zilvermeeuw weer voor iedereen' })
  assert.equal((await saying('weer voor iedereen')).departmentId, null)
})
