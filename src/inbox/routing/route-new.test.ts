import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unaskParty } from '#inbox/ask-party.ts'
import { claimConversation, releaseConversation } from '#inbox/claim-conversation.ts'
import { forgetBlanked } from '#inbox/forget-blanked.ts'
import { handOver } from '#inbox/hand-over.ts'
import { partiesIn } from '#inbox/read-parties.ts'
import { changeSet, createSet, removeSet } from '#mentions/save-set.ts'
import { createDepartment, removeDepartment } from '#team/change-department.ts'
import { removeMember } from '#team/change-member.ts'
import { memberOf } from '#team/context.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { routingHouse, ruleInput } from '#testing/routing-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readRouting } from './read-routing.ts'
import { changeRule, orderRules, removeRule, switchRule } from './save-rule.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const house = () => routingHouse(app)

test('a new conversation is placed, and keeps which rule did it and why', async () => {
  const { hear, saying, rule, service, routed } = await house()
  const { id } = await rule(
    'Facturen',
    { query: 'lang:nl (factuur OR rekening)', sentiments: ['negative'] },
    { departmentId: service },
  )
  await hear({ text: 'Zilvermeeuw, mijn factuur klopt weer niet, schandalig slecht' })
  const row = await saying('factuur')
  assert.equal(row.departmentId, service)
  assert.equal(row.ownerId, null)
  assert.equal(row.version, 2)
  const [kept] = await routed(row.id)
  assert.equal(kept?.mentionId, row.latestMentionId)
  assert.deepEqual(kept?.firings, [
    {
      ruleId: id,
      name: 'Facturen',
      version: 1,
      did: ['department'],
      reasons: [
        { about: 'words', values: ['factuur'] },
        { about: 'sentiment', values: ['negative'] },
      ],
    },
  ])
})

test('words that are gone on their network are gone from the reasons too', async () => {
  const { ctx, hear, saying, rule, service, routed } = await house()
  await rule('Facturen', { query: 'factuur' }, { departmentId: service })
  await hear({ text: 'Zilvermeeuw, mijn factuur klopt niet' })
  const { id, latestMentionId } = await saying('factuur')
  await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    forgetBlanked(tx, [{ id: latestMentionId ?? '', conversationId: id }]),
  )
  assert.deepEqual((await routed(id))[0]?.firings[0]?.reasons, [{ about: 'words', values: [] }])
})

test('what no rule is about is nowhere, and nothing is kept of it', async () => {
  const { hear, saying, rule, service, routed } = await house()
  await rule('Facturen', { query: 'factuur' }, { departmentId: service })
  await hear({ text: 'Zilvermeeuw heeft vriendelijke mensen aan boord' })
  const row = await saying('vriendelijke')
  assert.equal(row.departmentId, null)
  assert.deepEqual(await routed(row.id), [])
})

test('a query of fields alone says which of them held', async () => {
  const { hear, saying, rule, service, routed } = await house()
  await rule('Nederlands', { query: 'author:greet lang:nl' }, { departmentId: service })
  const author = { nativeId: 'greet', handle: 'greet', name: 'Greet' }
  await hear({ text: 'Zilvermeeuw, hoe laat sluit de balie vandaag?', author })
  const [kept] = await routed((await saying('balie')).id)
  assert.deepEqual(kept?.firings[0]?.reasons, [{ about: 'words', values: ['author:greet', 'lang:nl'] }])
})

test('a later message places what had no place, and moves only by a rule that says so', async () => {
  const { ctx, hear, saying, rule, service, legal, routed } = await house()
  await rule('Facturen', { query: 'factuur' }, { departmentId: service })
  const words = { query: 'rechter' }
  const lawyers = await rule('Rechter', words, { departmentId: legal })
  await hear({ text: 'Zilvermeeuw, hoe laat sluit de balie?', nativeId: 'root' })
  const reply = (text: string) =>
    hear({
      text,
      parentId: 'root',
      rootId: 'root',
      author: { nativeId: 'author-of-root', handle: 'root', name: 'root' },
    })
  await reply('en mijn factuur dan, Zilvermeeuw?')
  const { id } = await saying('factuur')
  await reply('Ik ga naar de rechter, Zilvermeeuw')
  const before = await saying('rechter')
  assert.equal(before.id, id)
  assert.equal(before.departmentId, service)
  await changeRule(ctx, { id: lawyers.id, ...ruleInput('Rechter', words, { departmentId: legal, moves: true }) })
  await reply('Echt waar, de rechter, Zilvermeeuw')
  assert.equal((await saying('Echt waar')).departmentId, legal)
  const kept = await routed(id)
  assert.deepEqual(
    kept.map((one) => [one.departmentId, one.firings.at(-1)?.version]),
    [
      [service, 1],
      [legal, 2],
    ],
  )
})

test('what a person placed, took up or gave back is never moved by a rule', async () => {
  const { ctx, hear, rows, rule, service, legal } = await house()
  await rule('Alles naar juridisch', {}, { departmentId: legal, moves: true })
  const threads = ['handed', 'claimed', 'released', 'finished']
  await hear(...threads.map((nativeId) => ({ text: `Zilvermeeuw hoe laat gaat de balie open ${nativeId}`, nativeId })))
  const [handed, claimed, released, finished] = (await rows()).map(({ row }) => row.id)
  assert.ok(handed && claimed && released && finished)
  await handOver(ctx, { id: handed, memberId: null, departmentId: service, reason: '' })
  await claimConversation(ctx, { id: claimed, takeOver: false })
  await claimConversation(ctx, { id: released, takeOver: false })
  await releaseConversation(ctx, { id: released })
  await closeAnyhow(ctx, { id: finished })
  const before = (await rows()).map(({ row }) => [row.departmentId, row.ownerId])
  assert.equal(before[0]?.[0], service)
  for (const nativeId of threads) {
    const author = { nativeId: `author-of-${nativeId}`, handle: nativeId, name: nativeId }
    await hear({ text: 'Zilvermeeuw, hallo?', parentId: nativeId, rootId: nativeId, author })
  }
  assert.deepEqual(
    (await rows()).map(({ row }) => [row.departmentId, row.ownerId]),
    before,
  )
})

test('noise is not placed until somebody says something else in it', async () => {
  const { hear, saying, rule, service } = await house()
  await rule('Alles', {}, { departmentId: service })
  const prize = 'Win een gratis reis met Zilvermeeuw! Like, deel en volg ons om kans te maken #winactie #win #gratis'
  await hear({ text: prize, nativeId: 'prize' })
  const noise = await saying('gratis reis')
  assert.equal(noise.state, 'noise')
  assert.equal(noise.departmentId, null)
  await hear({ text: 'Zilvermeeuw, mijn koffer is al drie dagen kwijt!', parentId: 'prize', rootId: 'prize' })
  const work = await saying('koffer')
  assert.equal(work.id, noise.id)
  assert.equal(work.departmentId, service)
})

test('a rule raises urgency, what is promised with it, and what it weighs; a colleague it names has it at once', async () => {
  const { hear, saying, rule, member } = await house()
  await hear({ text: 'Zilvermeeuw wanneer gaat de balie open op maandag?' })
  const plain = await saying('maandag')
  await rule('Balie is dringend', { query: 'balie' }, { urgencyFrom: 3, memberId: member('tess').id })
  await hear({ text: 'Zilvermeeuw wanneer gaat de balie open op dinsdag?' })
  const raised = await saying('dinsdag')
  assert.equal(raised.urgency, 3)
  assert.equal(raised.ownerId, member('tess').id)
  assert.ok(raised.risk > plain.risk)
  assert.ok(raised.dueAt && (!plain.dueAt || raised.dueAt < plain.dueAt))
  assert.equal(raised.promisedMinutes, 30)
})

test('order, switches and removal count from the next message on', async () => {
  const { ctx, hear, saying, rule, service, legal } = await house()
  const first = await rule('Een', {}, { departmentId: service })
  const second = await rule('Twee', {}, { departmentId: legal })
  const placed = async (word: string) => {
    await hear({ text: `Zilvermeeuw ${word} balie` })
    return (await saying(word)).departmentId
  }
  assert.equal(await placed('aap'), service)
  await orderRules(ctx, [second.id, first.id])
  assert.equal(await placed('noot'), legal)
  await switchRule(ctx, { id: second.id, isOn: false })
  assert.equal(await placed('mies'), service)
  await removeRule(ctx, first.id)
  assert.equal(await placed('wim'), null)
  await assert.rejects(orderRules(ctx, [first.id, second.id]), { code: 'taken' })
})

test('a rule follows the named list that it asks for, and does nothing when its department is gone', async () => {
  const { ctx, hear, saying, rule, service } = await house()
  const set = await createSet(ctx, { name: 'woorden', entries: ['factuur'] })
  await rule('Lijst', { query: 'set:woorden' }, { departmentId: service })
  await hear({ text: 'Zilvermeeuw mijn rekening een' })
  assert.equal((await saying('rekening een')).departmentId, null)
  await changeSet(ctx, { id: set.id, entries: ['factuur', 'rekening'] })
  await hear({ text: 'Zilvermeeuw mijn rekening twee' })
  assert.equal((await saying('rekening twee')).departmentId, service)
  await removeDepartment(ctx, service)
  await hear({ text: 'Zilvermeeuw mijn rekening drie' })
  assert.equal((await saying('rekening drie')).departmentId, null)
})

test('who comes back is known by what they began before', async () => {
  const { hear, saying, rule, service } = await house()
  await rule('Terug', { isReturning: true }, { departmentId: service })
  const author = { nativeId: 'greet', handle: 'greet', name: 'Greet' }
  await hear({ text: 'Zilvermeeuw eerste keer aan de balie', author })
  await hear({ text: 'Zilvermeeuw tweede keer aan de balie', author })
  assert.equal((await saying('eerste keer')).departmentId, null)
  assert.equal((await saying('tweede keer')).departmentId, service)
})

test('a rule that does not read, is nameless or names what is elsewhere is refused', async () => {
  const { rule, service } = await house()
  const other = await house()
  await assert.rejects(rule('Haakje', { query: '(factuur' }, { departmentId: service }), {
    code: 'bad_input',
    message: /character 1: This bracket is never closed/u,
  })
  await rule('Facturen', {}, { departmentId: service })
  await assert.rejects(rule('facturen', {}, { departmentId: service }), { code: 'taken' })
  await assert.rejects(rule('Elders', {}, { departmentId: other.service }), { code: 'not_found' })
  await assert.rejects(rule('Elders', {}, { memberId: other.member('tess').id }), { code: 'not_found' })
  await assert.rejects(rule('Elders', { topicIds: [other.topic.id] }, { departmentId: service }), { code: 'not_found' })
})

test('a rule that lost its department, its colleague or its list says so, and one that is whole says nothing', async () => {
  const { ctx, rule, service, legal, member } = await house()
  const set = await createSet(ctx, { name: 'lijst', entries: ['factuur'] })
  await rule('Heel', { query: 'factuur' }, { departmentId: legal })
  await rule('Afdeling', {}, { departmentId: service })
  await rule('Collega', {}, { departmentId: legal, memberId: member('tess').id })
  await rule('Lijst', { query: 'set:lijst' }, { departmentId: legal })
  await removeDepartment(ctx, service)
  await removeMember(ctx, member('tess').id)
  await removeSet(ctx, set.id)
  const { rules } = await readRouting(ctx)
  assert.deepEqual(
    rules.map(({ name, problem }) => [name, problem?.en.split('.')[0] ?? null]),
    [
      ['Heel', null],
      ['Afdeling', 'What this rule places in is gone'],
      ['Collega', 'The colleague of this rule is not here any more'],
      ['Lijst', rules[3]?.problem?.en.split('.')[0]],
    ],
  )
  assert.ok(rules[3]?.problem)
})

test('a rule asks and informs other departments, once, and says so; what a colleague took back stays away', async () => {
  const { ctx, hear, saying, rule, service, legal, routed } = await house()
  const press = await createDepartment(ctx, { name: 'Pers', memberIds: [memberOf(ctx).id] })
  await rule('Alles', {}, { departmentId: service })
  await rule('Advocaat', { query: 'advocaat' }, { asksIds: [legal], informsIds: [press, service] })
  await rule('Ook', { query: 'advocaat' }, { informsIds: [legal] })
  await hear({ text: 'Zilvermeeuw, ik ga naar mijn advocaat', nativeId: 'root' })
  const row = await saying('advocaat')
  const read = () => app.db.inWorkspace(ctx.workspaceId, (tx) => partiesIn(tx, row.id))
  const named = async () =>
    (await read())
      .map(({ kind, department, ruleName, askedBy }) => [kind, department?.name, ruleName, askedBy])
      .toSorted()
  // Service has it: it is not kept informed of what stands with itself.
  assert.deepEqual(await named(), [
    ['consulted', 'Juridisch', 'Advocaat', null],
    ['informed', 'Pers', 'Advocaat', null],
  ])
  assert.deepEqual(
    (await routed(row.id)).flatMap(({ firings }) => firings.map(({ name, did, brings = [] }) => [name, did, brings])),
    [
      ['Alles', ['department'], []],
      [
        'Advocaat',
        [],
        [
          { kind: 'consulted', departmentId: legal },
          { kind: 'informed', departmentId: press },
        ],
      ],
      ['Ook', [], []],
    ],
  )
  const legalParty = (await read()).find(({ kind }) => kind === 'consulted')
  await unaskParty(ctx, legalParty?.id ?? '')
  await hear({ text: 'Zilvermeeuw, mijn advocaat belt nu', nativeId: 'more', parentId: 'root', rootId: 'root' })
  assert.deepEqual(await named(), [['informed', 'Pers', 'Advocaat', null]])
  assert.equal((await routed(row.id)).length, 1)
})

test('what a person has is asked and informed about as well, and stays theirs', async () => {
  const { ctx, hear, saying, rule, service, legal, routed } = await house()
  await rule('Advocaat', { query: 'advocaat' }, { departmentId: service, asksIds: [legal], urgencyFrom: 3 })
  await hear({ text: 'Zilvermeeuw, mijn koffer is weg', nativeId: 'root' })
  const before = await saying('koffer')
  await claimConversation(ctx, { id: before.id, takeOver: false })
  await hear({ text: 'Zilvermeeuw, ik ga naar mijn advocaat', nativeId: 'more', parentId: 'root', rootId: 'root' })
  const after = await saying('advocaat')
  assert.deepEqual(
    [after.departmentId, after.ownerId, after.urgencyFrom],
    [before.departmentId, memberOf(ctx).id, before.urgencyFrom],
  )
  const parties = await app.db.inWorkspace(ctx.workspaceId, (tx) => partiesIn(tx, before.id))
  assert.deepEqual(
    parties.map(({ kind, department }) => [kind, department?.name]),
    [['consulted', 'Juridisch']],
  )
  const [line] = await routed(before.id)
  assert.deepEqual(
    line?.firings.map(({ did, brings }) => [did, brings]),
    [[[], [{ kind: 'consulted', departmentId: legal }]]],
  )
})
