import assert from 'node:assert/strict'
import { chmod, cp, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { present } from '#base/assert.ts'
import { silentLog } from '#base/log.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { placeCluster, runnableBinaries } from './cluster-place.ts'
import { openDatabase } from './open-database.ts'
import { binariesIn, findPostgresBinaries } from './postgres-binaries.ts'
import { canRun, chooseRunAs, parseUsers } from './run-as.ts'

const isRoot = process.getuid?.() === 0

/** A folder that only its owner can enter, like root's home. */
async function privateHome(t: TestContext): Promise<string> {
  const home = await temporaryFolder(t)
  await chmod(home, 0o700)
  return home
}

async function writeAndReadAgain(dataFolder: string): Promise<void> {
  const first = await openDatabase({ dataFolder, log: silentLog })
  await first.pool.query(`create table kept as select 'wederhoor' as word`)
  await first.close()
  const second = await openDatabase({ dataFolder, log: silentLog })
  assert.deepEqual((await second.pool.query('select word from kept')).rows, [{ word: 'wederhoor' }])
  await second.close()
}

test('a data folder in a private home works, as root too', async (t) => {
  const dataFolder = join(await privateHome(t), 'data')
  await writeAndReadAgain(dataFolder)
  const place = await placeCluster(dataFolder, silentLog)
  if (!isRoot) return assert.equal(place.folder, join(dataFolder, 'postgres'))
  t.after(async () => await rm(place.folder, { recursive: true }))
  assert.match(place.folder, /^\/var\/lib\/wederhoor\/[0-9a-f]{12}$/)
  assert.equal(await readFile(join(dataFolder, 'postgres-is-elsewhere'), 'utf8'), `${place.folder}\n`)
})

test('a database somebody else made is run as that somebody', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const folder = join(dataFolder, 'postgres')
  await mkdir(folder)
  const { uid } = await stat(folder)
  const runAs = await chooseRunAs(folder)
  assert.equal(runAs?.uid === 0, false, 'never as root')
  assert.equal(runAs === undefined, uid !== 0)
})

test('programs in a private home are copied to where the server’s user can run them', async (t) => {
  const found = await findPostgresBinaries()
  const runAs = await chooseRunAs('/nowhere')
  if (!runAs) return assert.equal(await runnableBinaries(found, undefined, silentLog), found)
  const home = await privateHome(t)
  const hidden = binariesIn(join(home, 'native'), found)
  await cp(found.folder, hidden.folder, { recursive: true, verbatimSymlinks: true })
  assert.equal(await canRun(hidden.postgres, runAs), false)
  const usable = await runnableBinaries(hidden, runAs, silentLog)
  assert.equal(usable.folder.startsWith(home), false)
  assert.equal(await canRun(usable.postgres, runAs), true)
})

test('the server’s user is read from the system’s list, and is never root', () => {
  const users = parseUsers('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n\nbroken\n')
  assert.deepEqual(users, [{ name: 'nobody', uid: 65534, gid: 65534 }])
  assert.equal(present(users[0], 'nobody').uid, 65534)
})
