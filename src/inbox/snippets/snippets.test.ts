import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { notices } from '#db/tables/notify.ts'
import { toldBeforeMs } from '#domain/snippet.ts'
import { addKnowledge, changeKnowledge } from '#inbox/knowledge/save-knowledge.ts'
import { memberOf } from '#team/context.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { factAsked, snippetAsked } from '#testing/snippet-walls.ts'
import { testApp } from '#testing/test-app.ts'
import { exportSnippets, importSnippets } from './import-snippets.ts'
import { readSnippets, readSnippetVersions } from './read-snippets.ts'
import { changeSnippet, createSnippet, putSnippetBack, removeSnippet } from './save-snippet.ts'
import { saveSnippetSettings } from './snippet-rights.ts'
import { suggestSnippets } from './suggest-snippets.ts'
import { tellEnding } from './tell-ending.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const asked = { ...snippetAsked, expiresAt: null }
const known = { ...factAsked, since: null, validUntil: null }
const words = (text: string, more = {}) => ({
  ...asked,
  wordings: [{ lang: 'nl', network: null, texts: [text] }],
  ...more,
})
const refuses = (code: string) => (error: unknown) => error instanceof AppError && error.code === code

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', lee: 'lead', tess: 'member' })
  const list = async () => (await readSnippets(here.ctx)).snippets
  const one = async () => present((await list())[0], 'there is one')
  return { ...here, list, one }
}

test('what it says makes a version, what is said of it does not; a colleague’s version is not run over', async () => {
  const { ctx, one } = await house()
  const id = await createSnippet(ctx, asked)
  await changeSnippet(ctx, { ...asked, id, basedOn: 1, state: 'retired' })
  assert.equal((await one()).version, 1)
  await changeSnippet(ctx, { ...words('Naar.'), id, basedOn: 1 })
  assert.equal((await one()).version, 2)
  await assert.rejects(changeSnippet(ctx, { ...words('Anders.'), id, basedOn: 1 }), refuses('taken'))
  await putSnippetBack(ctx, { id, number: 1 })
  const history = await readSnippetVersions(ctx, id)
  assert.deepEqual(
    history.map(({ number, fromNumber, wordings }) => [number, fromNumber, wordings[0]?.texts[0]]),
    [
      [3, 1, 'Wat vervelend. We zoeken hem.'],
      [2, null, 'Naar.'],
      [1, null, 'Wat vervelend. We zoeken hem.'],
    ],
  )
  assert.equal((await one()).versionId, history[0]?.id)
  await removeSnippet(ctx, id)
  await assert.rejects(readSnippetVersions(ctx, id), refuses('not_found'))
})

test('a name is taken once, however it is written, also by two at once', async () => {
  const { ctx, list } = await house()
  const done = await Promise.allSettled([
    createSnippet(ctx, asked),
    createSnippet(ctx, { ...asked, name: 'KOFFER kwijt' }),
  ])
  assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await list()).length, 1)
})

test('a wording that is too long for its network is refused when it is saved; one for any network is not', async () => {
  const { ctx } = await house()
  const limits = present(app.connectors.get('forum'), 'the scripted network').limits
  const long = 'a'.repeat((limits?.max ?? 300) + 1)
  const forNetwork = { ...asked, wordings: [{ lang: 'nl', network: 'forum', texts: [long] }] }
  if (limits) await assert.rejects(createSnippet(ctx, forNetwork), refuses('too_large'))
  await createSnippet(ctx, words(long))
  const nowhere = { ...asked, name: 'x', wordings: [{ lang: 'nl', network: 'nowhere', texts: ['a'] }] }
  await assert.rejects(createSnippet(ctx, nowhere), refuses('bad_input'))
})

test('who writes is the workspace’s to say', async () => {
  const { ctx, as } = await house()
  await assert.rejects(createSnippet(as('tess'), asked), refuses('not_allowed'))
  await assert.rejects(addKnowledge(as('tess'), known), refuses('not_allowed'))
  await createSnippet(as('lee'), asked)
  await saveSnippetSettings(ctx, { inARowMax: 2, writers: 'member' })
  await createSnippet(as('tess'), { ...asked, name: 'Van Tess' })
  await saveSnippetSettings(ctx, { inARowMax: 2, writers: 'admin' })
  await assert.rejects(createSnippet(as('lee'), { ...asked, name: 'Van Lee' }), refuses('not_allowed'))
  assert.deepEqual((await readSnippets(as('lee'))).settings, { inARowMax: 2, writers: 'admin' })
  assert.equal((await readSnippets(as('lee'))).mayWrite, false)
})

test('the likest is suggested with the words that say so; a draft, a retired and an ended one never are', async () => {
  const { ctx, hear, saying } = await house()
  const luggage = await createSnippet(ctx, asked)
  await createSnippet(ctx, words('Fijn dat je dit zegt!', { name: 'Dank', tags: ['compliment'] }))
  const fact = await addKnowledge(ctx, known)
  await hear({ text: 'Zilvermeeuw, waar blijven de koffers van vlucht 12?', nativeId: 'one', lang: 'nl' })
  const { id } = await saying('koffers')
  const found = await suggestSnippets(ctx, id)
  assert.deepEqual(
    found.snippets.map((one) => [one.id, one.because]),
    [[luggage, ['koffers']]],
  )
  assert.deepEqual(
    found.knowledge.map((one) => [one.id, one.because]),
    [[fact, ['koffers']]],
  )
  for (const state of ['draft', 'retired'] as const) {
    await changeSnippet(ctx, { ...asked, id: luggage, basedOn: 1, state })
    assert.deepEqual((await suggestSnippets(ctx, id)).snippets, [])
  }
  const expiresAt = new Date(app.clock.now().getTime() + minute)
  await changeSnippet(ctx, { ...asked, id: luggage, basedOn: 1, expiresAt })
  assert.equal((await suggestSnippets(ctx, id)).snippets.length, 1)
  app.clock.advance(minute)
  assert.deepEqual((await suggestSnippets(ctx, id)).snippets, [])
})

test('its owner is told a week before it ends and when it does, once each; another date begins anew', async () => {
  const { ctx, as } = await house()
  const ownerId = memberOf(as('lee')).id
  const ends = new Date(app.clock.now().getTime() + toldBeforeMs + day)
  const id = await createSnippet(ctx, { ...asked, ownerId, expiresAt: ends })
  const fact = await addKnowledge(ctx, { ...known, validUntil: ends })
  const told = async () => {
    await tellEnding(app)
    const rows = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
      tx.select().from(notices).where(eq(notices.workspaceId, ctx.workspaceId)).orderBy(notices.at, notices.memberId),
    )
    return rows.filter(({ memberId }) => memberId === ownerId).map(({ kind, details }) => `${kind} ${details.place}`)
  }
  assert.deepEqual(await told(), [])
  app.clock.advance(day)
  const soon = ['ends_soon knowledge', 'ends_soon snippets']
  assert.deepEqual((await told()).sort(), soon)
  assert.deepEqual((await told()).sort(), soon)
  app.clock.advance(toldBeforeMs)
  const ended = ['ended knowledge', 'ended snippets', ...soon]
  assert.deepEqual((await told()).sort(), ended)
  assert.equal(await tellEnding(app), 0)
  const later = new Date(app.clock.now().getTime() + day)
  await changeSnippet(ctx, { ...asked, id, basedOn: 1, ownerId, expiresAt: later })
  await changeKnowledge(ctx, { ...known, id: fact, revision: 1, validUntil: later })
  assert.deepEqual((await told()).sort(), [...ended, ...soon].sort())
})

test('a file comes in as it went out: what is the same stays, what is other is a version, what is wrong is named', async () => {
  const { ctx, list } = await house()
  await createSnippet(ctx, { ...asked, ownerId: memberOf(ctx).id })
  const text = await exportSnippets(ctx, 'csv')
  const same = await importSnippets(ctx, { text, format: 'csv' })
  assert.deepEqual({ ...same, refused: 0 }, { made: 0, changed: 0, same: 1, refused: 0 })
  const other = `${text.replace('We zoeken', 'Wij zoeken')}Nieuw,live,,,,nl,,Hoi\r\nFout,live,,,,nl,nowhere,Hoi\r\n`
  const { refused, ...counts } = await importSnippets(ctx, { text: other, format: 'csv' })
  assert.deepEqual(counts, { made: 1, changed: 1, same: 0 })
  assert.deepEqual(
    refused.map(({ name }) => name),
    ['Fout'],
  )
  assert.deepEqual(
    (await list()).map(({ name, version }) => [name, version]),
    [
      ['Koffer kwijt', 2],
      ['Nieuw', 1],
    ],
  )
  await assert.rejects(importSnippets(ctx, { text: 'nonsense', format: 'json' }), refuses('bad_input'))
})

test('a fact that a colleague changed is not run over, and names nobody who is not here', async () => {
  const { ctx } = await house()
  const id = await addKnowledge(ctx, known)
  await changeKnowledge(ctx, { ...known, id, revision: 1, source: 'Elders' })
  await assert.rejects(changeKnowledge(ctx, { ...known, id, revision: 1 }), refuses('taken'))
  const stranger = memberOf((await house()).ctx).id
  await assert.rejects(addKnowledge(ctx, { ...known, ownerId: stranger }), refuses('not_found'))
})
