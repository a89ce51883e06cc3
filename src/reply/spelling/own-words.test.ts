import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '#base/errors.ts'
import { createDepartment } from '#team/change-department.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { addOwnWord, removeOwnWord } from './change-own-words.ts'
import { checkWords } from './check-words.ts'
import { readOwnWords } from './read-own-words.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const people = { noor: 'owner', tess: 'member', otto: 'observer' } as const

test('nobody knows a word until it is ours, and again when it is not', async () => {
  const house = await intakeHouse(app, people)
  const tess = house.as('tess')
  const ask = async () =>
    (await checkWords(tess, { lang: 'nl', words: ['koffer', 'Blorptas'] })).unknown.map(({ word }) => word)
  assert.deepEqual(await ask(), ['Blorptas'])
  const id = await addOwnWord(tess, { word: 'blorptas' })
  assert.equal(await addOwnWord(house.as('noor'), { word: 'Blorptas' }), id, 'one word is one word')
  assert.deepEqual(await ask(), [])
  assert.deepEqual(
    (await readOwnWords(tess)).map(({ word, by }) => [word, by?.name]),
    [['blorptas', 'tess']],
  )
  await removeOwnWord(house.as('noor'), id)
  assert.deepEqual(await ask(), ['Blorptas'])
  await assert.rejects(removeOwnWord(tess, id), (error) => error instanceof AppError && error.code === 'not_found')
})

test('a word of one workspace is none of another, and an observer adds none', async () => {
  const [here, there] = [await intakeHouse(app, people), await intakeHouse(app, people)]
  const id = await addOwnWord(here.ctx, { word: 'blorptas' })
  const told = await checkWords(there.ctx, { lang: 'nl', words: ['blorptas'] })
  assert.deepEqual([told.isTold, told.unknown.length, await readOwnWords(there.ctx)], [true, 1, []])
  await assert.rejects(removeOwnWord(there.ctx, id), (error) => error instanceof AppError && error.code === 'not_found')
  await assert.rejects(addOwnWord(here.as('otto'), { word: 'x' }), (error) => error instanceof AppError)
})

test('brands, topics, departments and colleagues are known by themselves', async () => {
  const house = await intakeHouse(app, people)
  await createDepartment(house.ctx, { name: 'Blorpzaken', memberIds: [] })
  const words = ['zilvermeeuw', 'blorpzaken', 'tess', 'blorpers']
  const { unknown } = await checkWords(house.ctx, { lang: 'nl', words })
  assert.deepEqual(
    unknown.map(({ word }) => word),
    ['blorpers'],
  )
})

test('what is meant is offered with what is unknown', async () => {
  const house = await intakeHouse(app, people)
  const { unknown } = await checkWords(house.ctx, { lang: 'en', words: ['recieve', 'the', 'recieve'] })
  assert.deepEqual([unknown.length, unknown[0]?.suggestions?.[0]], [1, 'receive'])
})
