import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { lockDataFolder } from './data-lock.ts'
import { lifeOf } from './process-identity.ts'

test('one of many that claim a folder at once gets it', async (t) => {
  const folder = await temporaryFolder(t)
  const claims = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)))
  assert.equal(claims.filter((claim) => claim.status === 'fulfilled').length, 1)
})

test('a released folder can be claimed again, and nothing is left lying about', async (t) => {
  const folder = await temporaryFolder(t)
  await (await lockDataFolder(folder))()
  assert.deepEqual(await readdir(folder), [])
  await (await lockDataFolder(folder))()
})

test('a living process keeps its claim', async (t) => {
  const folder = await temporaryFolder(t)
  const other = spawn('sleep', ['600'], { stdio: 'ignore' })
  t.after(() => void other.kill())
  const pid = other.pid ?? 0
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid, life: await lifeOf(pid) }))
  await assert.rejects(lockDataFolder(folder), { code: 'taken', message: new RegExp(`process ${pid}`) })
})

for (const [what, text] of [
  ['of a process that is gone', JSON.stringify({ pid: 4_100_000, life: 'x 1' })],
  [
    'whose number another process has now',
    JSON.stringify({ pid: process.pid, life: 'an earlier start of the machine' }),
  ],
  ['that was torn by a crash', '{"pid": 12'],
  ['that is empty', ''],
] as const) {
  test(`a claim ${what} is taken over`, async (t) => {
    const folder = await temporaryFolder(t)
    await writeFile(join(folder, 'lock'), text)
    await (await lockDataFolder(folder))()
  })
}
