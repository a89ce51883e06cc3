// What happened on a day is noted for everybody who reads the charts, and changed by whoever noted it or leads.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { annotations } from '#db/tables/annotations.ts'
import { audit } from '#db/tables/team.ts'
import { annotationLimits } from '#domain/annotation.ts'
import { removeMember } from '#team/change-member.ts'
import type { Context } from '#team/context.ts'
import { memberOf } from '#team/context.ts'
import { apiHouse } from '#testing/api-house.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { testWorkspace } from '#testing/test-app.ts'
import { readAnnotations } from './read-annotations.ts'
import { removeAnnotation } from './remove-annotation.ts'
import { addAnnotation, changeAnnotation } from './save-annotation.ts'

const app = await deliveryApp()
const people = { noor: 'owner', lot: 'lead', sem: 'member', tess: 'member', uma: 'observer' } as const
const november = { from: '2026-11-01', to: '2026-11-30' }
const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code

const noted = { day: '2026-11-12', untilDay: null, words: 'Prijsverhoging' }
const said = async (ctx: Context, range = november) =>
  (await readAnnotations(ctx, range)).map(({ day, untilDay, words }) => [day, untilDay, words])

async function house() {
  const here = await testWorkspace(app, people)
  const [noor, lot, sem, tess, uma] = (['noor', 'lot', 'sem', 'tess', 'uma'] as const).map(here.as)
  assert.ok(noor && lot && sem && tess && uma)
  return { ...here, noor, lot, sem, tess, uma }
}

test('who answers notes it, who observes reads it and notes nothing', async () => {
  const { sem, uma } = await house()
  await addAnnotation(sem, noted)
  await assert.rejects(addAnnotation(uma, noted), refused('not_allowed'))
  const [seen] = await readAnnotations(uma, november)
  assert.deepEqual([seen?.words, seen?.madeBy?.name, seen?.mayChange], ['Prijsverhoging', 'sem', false])
})

test('one changes and removes what one noted oneself; whoever leads, all of it', async () => {
  const { sem, tess, lot } = await house()
  const id = await addAnnotation(sem, noted)
  const other = { ...noted, id, words: 'Iets anders' }
  await assert.rejects(changeAnnotation(tess, other), refused('not_allowed'))
  await assert.rejects(removeAnnotation(tess, id), refused('not_allowed'))
  assert.deepEqual(await said(tess), [['2026-11-12', null, 'Prijsverhoging']])
  await changeAnnotation(sem, { ...noted, id, untilDay: '2026-11-14', words: 'Prijzen omhoog' })
  await changeAnnotation(lot, { ...noted, id, words: 'Prijzen omhoog, 4%' })
  const [seen] = await readAnnotations(sem, november)
  assert.deepEqual([seen?.words, seen?.untilDay, seen?.madeBy?.name], ['Prijzen omhoog, 4%', null, 'sem'])
  assert.deepEqual([seen?.changedBy?.name, seen?.changedAt], ['lot', app.clock.now()])
  await removeAnnotation(sem, id)
  assert.deepEqual(await said(lot), [])
  await assert.rejects(removeAnnotation(lot, id), refused('not_found'))
})

test('what somebody noted who left is for whoever leads', async () => {
  const { noor, sem, tess, lot, member } = await house()
  const id = await addAnnotation(sem, noted)
  await removeMember(noor, member('sem').id)
  const [seen] = await readAnnotations(lot, november)
  assert.deepEqual([seen?.madeBy?.name, seen?.mayChange], ['sem', true])
  await assert.rejects(removeAnnotation(tess, id), refused('not_allowed'))
  await removeAnnotation(lot, id)
})

for (const [name, day, untilDay, isIn] of [
  ['the first day', '2026-11-01', null, true],
  ['the last day', '2026-11-30', null, true],
  ['the day before', '2026-10-31', null, false],
  ['the day after', '2026-12-01', null, false],
  ['a stretch that ends on the first day', '2026-10-20', '2026-11-01', true],
  ['a stretch that ends the day before', '2026-10-20', '2026-10-31', false],
  ['a stretch that begins on the last day', '2026-11-30', '2026-12-24', true],
  ['a stretch around all of it', '2026-01-01', '2026-12-31', true],
] as const)
  test(`${name} is ${isIn ? '' : 'not '}in these days`, async () => {
    const { sem } = await house()
    await addAnnotation(sem, { day, untilDay, words: name })
    assert.deepEqual(await said(sem), isIn ? [[day, untilDay, name]] : [])
  })

test('they stand in the order of their first days, and of one day in that in which they were noted', async () => {
  const { sem } = await house()
  for (const [day, untilDay, words] of [
    ['2026-11-12', null, 'b'],
    ['2026-11-20', null, 'd'],
    ['2026-11-12', '2026-11-15', 'c'],
    ['2026-10-30', '2026-11-02', 'a'],
  ] as const)
    await addAnnotation(sem, { day, untilDay, words })
  assert.equal((await said(sem)).map(([, , words]) => words).join(''), 'abcd')
})

test('a last day that is the first is one day, and none comes before it', async () => {
  const { sem } = await house()
  const id = await addAnnotation(sem, { ...noted, untilDay: noted.day })
  assert.deepEqual(await said(sem), [[noted.day, null, noted.words]])
  const backwards = { ...noted, untilDay: '2026-11-11' }
  await assert.rejects(addAnnotation(sem, backwards), refused('bad_input'))
  await assert.rejects(changeAnnotation(sem, { ...backwards, id }), refused('bad_input'))
  assert.equal((await said(sem)).length, 1)
})

test('another workspace reads, changes and removes nothing of it', async () => {
  const [here, there] = [await house(), await house()]
  const id = await addAnnotation(here.sem, noted)
  assert.deepEqual(await said(there.noor), [])
  await assert.rejects(changeAnnotation(there.noor, { ...noted, id }), refused('not_found'))
  await assert.rejects(removeAnnotation(there.noor, id), refused('not_found'))
  assert.equal((await said(here.sem)).length, 1)
})

test('the audit says who noted, changed and removed it, and no words', async () => {
  const { sem, workspaceId } = await house()
  const id = await addAnnotation(sem, noted)
  await changeAnnotation(sem, { ...noted, id, words: 'Prijzen' })
  await removeAnnotation(sem, id)
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.workspaceId, workspaceId)))
  assert.deepEqual(
    lines.map(({ actor, action, subjectId, details }) => [actor, action, subjectId, details]),
    ['report.annotate', 'report.annotate', 'report.unannotate'].map((action) => [memberOf(sem).id, action, id, {}]),
  )
})

test('there is an end to how many are kept', async () => {
  const { sem, workspaceId } = await house()
  const rows = Array.from({ length: annotationLimits.kept - 1 }, () => ({
    ...{ id: newId(), workspaceId, day: '2020-01-01', words: 'x', madeAt: app.clock.now() },
  }))
  await app.db.asSystem((tx) => tx.insert(annotations).values(rows))
  await addAnnotation(sem, noted)
  await assert.rejects(addAnnotation(sem, noted), refused('too_many'))
})

test('asked twice with one key it is noted once', async () => {
  const api = apiHouse(app)
  const noor = await api.start('Zilvermeeuw', 'Noor')
  const given = { body: noted, cookie: noor.cookie, headers: { 'idempotency-key': 'key-of-a-test-0001' } }
  const answers = [await api.ask('POST /api/annotations', given), await api.ask('POST /api/annotations', given)]
  const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
  assert.deepEqual([answers.map(({ status }) => status), second], [[200, 200], first])
  assert.equal((await said(noor.ctx)).length, 1)
})

test('the words are trimmed, and neither nothing nor a whole story', async () => {
  const api = apiHouse(app)
  const noor = await api.start('Meeuw', 'Nina')
  const ask = async (words: string) =>
    (await api.ask('POST /api/annotations', { body: { ...noted, words }, cookie: noor.cookie })).status
  assert.deepEqual(
    [await ask('  '), await ask('x'.repeat(annotationLimits.words + 1)), await ask('  Staking ')],
    [400, 400, 200],
  )
  assert.deepEqual(await said(noor.ctx), [[noted.day, null, 'Staking']])
})
