import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readStops } from '#reply/read-stops.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { resume } from './resume.ts'
import { stop } from './stop.ts'

test('the command line stops and resumes without the screens', async (t) => {
  const app = await testApp()
  const house = await testWorkspace(app)
  const data = ['--data', await temporaryFolder(t)]
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = app.databaseUrl
  t.after(() => {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
  })
  await assert.rejects(stop.run(data), { code: 'bad_input' })
  await assert.rejects(stop.run(['storing', '--account', '@nobody', ...data]), { code: 'bad_input' })
  assert.equal(await stop.run(['verkeerde prijzen', ...data]), 0)
  const [standing, other] = await readStops(house.as('noor'))
  assert.equal(standing?.stop.reason, 'verkeerde prijzen')
  assert.equal(standing?.by, null)
  assert.equal(other, undefined)
  await assert.rejects(resume.run(['--then', 'forget', ...data]), { code: 'bad_input' })
  await assert.rejects(resume.run(['--spread', 'soon', ...data]), { code: 'bad_input' })
  assert.equal((await readStops(house.as('noor'))).length, 1)
  assert.equal(await resume.run(data), 0)
  assert.deepEqual(await readStops(house.as('noor')), [])
  await assert.rejects(resume.run(data), { code: 'not_found' })
})
