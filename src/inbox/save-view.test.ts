import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '#base/errors.ts'
import { savedCountMost } from '#domain/saved-view.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { changeView, countSavedViews, readSavedViews, removeView, saveView } from './save-view.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const refused = (code: AppError['code']) => (error: unknown) => error instanceof AppError && error.code === code

test('one’s own views are one’s own, those for everybody are everybody’s', async () => {
  const { as } = await testWorkspace(app, { noor: 'owner', sanne: 'member', bram: 'member' })
  const mine = await saveView(as('sanne'), {
    name: 'Klachten',
    isShared: false,
    ask: { view: 'all', sentiment: 'negative' },
  })
  const ours = await saveView(as('sanne'), { name: 'Pers', isShared: true, ask: { view: 'all', q: 'krant' } })
  const names = async (name: 'noor' | 'sanne' | 'bram') => (await readSavedViews(as(name))).map((one) => one.name)
  assert.deepEqual([await names('sanne'), await names('bram')], [['Klachten', 'Pers'], ['Pers']])
  await assert.rejects(removeView(as('bram'), mine.id), refused('not_found'))
  await changeView(as('bram'), { id: ours.id, name: 'De pers' })
  assert.deepEqual(await names('bram'), ['De pers'])
  await changeView(as('sanne'), { id: ours.id, isShared: false })
  assert.deepEqual([await names('sanne'), await names('bram')], [['Klachten', 'De pers'], []])
  await removeView(as('sanne'), ours.id)
  assert.deepEqual(await names('sanne'), ['Klachten'])
})

test('each is counted as its list is found', async () => {
  const house = await intakeHouse(app)
  await house.hear(
    { text: 'Waar blijft mijn koffer, zilvermeeuw?' },
    { text: 'Mijn koffer is stuk, zilvermeeuw' },
    { text: 'Dank je zilvermeeuw' },
  )
  const view = (name: string, ask: Parameters<typeof saveView>[1]['ask']) =>
    saveView(house.ctx, { name, isShared: false, ask })
  const all = await view('alles', { view: 'all' })
  const koffers = await view('koffers', { view: 'all', q: 'koffer' })
  const done = await view('gedaan', { view: 'done', q: 'koffer' })
  assert.deepEqual(await countSavedViews(house.ctx), { [all.id]: 3, [koffers.id]: 2, [done.id]: 0 })
  await closeAnyhow(house.ctx, { id: (await house.saying('stuk')).id })
  assert.deepEqual(await countSavedViews(house.ctx), { [all.id]: 2, [koffers.id]: 1, [done.id]: 1 })
  assert.ok(savedCountMost > 100)
})
