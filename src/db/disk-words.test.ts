import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { AppError } from '#base/errors.ts'
import { silentLog } from '#base/log.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { diskWords, onDisk } from './disk-words.ts'
import { openPostgres } from './open-postgres.ts'

for (const [error, words] of [
  [Object.assign(new Error(), { code: 'ENOSPC' }), /\/data is full\. Make room/],
  [new Error('could not write to file "base/1": No space left on device'), /is full/],
  [Object.assign(new Error(), { code: 'EDQUOT' }), /is full/],
  [Object.assign(new Error(), { code: 'EROFS' }), /read-only/],
  [new Error('could not open file: Read-only file system'), /read-only/],
  [Object.assign(new Error(), { code: 'EACCES' }), /may not write to \/data/],
  [new Error('initdb: error: could not change permissions: Operation not permitted'), /may not write/],
  [Object.assign(new Error(), { code: 'ENOTDIR' }), /is a file/],
] as const) {
  test(`a person understands ${'code' in error ? error.code : error.message}`, () => {
    assert.match(diskWords(error, '/data') ?? '', words)
  })
}

test('what has nothing to do with the disk keeps its own words', async () => {
  assert.equal(diskWords(new Error('syntax error'), '/data'), undefined)
  const ours = new AppError('taken', 'permission denied by ourselves')
  await assert.rejects(
    onDisk('/data', () => Promise.reject(ours)),
    ours,
  )
})

test('a data folder below a file is refused in words', async (t) => {
  const file = join(await temporaryFolder(t), 'file')
  await writeFile(file, '')
  await assert.rejects(open(join(file, 'data')), { code: 'unavailable', message: /is a file, or lies below one/ })
})

/** A small disk of its own. Only root may mount one; anybody else is told so, and the words above are what is tested. */
async function smallDisk(t: TestContext, options: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'wederhoor-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=0755,${options}`, 'wederhoor-test', folder], { stdio: 'ignore' })
  } catch {
    await rmdir(folder)
    t.diagnostic('this system lets nobody mount a small disk: not tried on a real one')
    return undefined
  }
  t.after(async () => {
    execFileSync('umount', ['--lazy', folder])
    await rmdir(folder)
  })
  return folder
}

async function open(dataFolder: string): Promise<void> {
  await (await openPostgres({ dataFolder, log: silentLog })).close()
}

test('a full disk is refused in words', async (t) => {
  const disk = await smallDisk(t, 'size=4m')
  if (disk) await assert.rejects(open(join(disk, 'data')), { code: 'unavailable', message: /is full/ })
})

test('a database whose disk filled up later is refused in words', async (t) => {
  const disk = await smallDisk(t, 'size=64m')
  if (!disk) return
  const dataFolder = join(disk, 'data')
  await open(dataFolder)
  await writeFile(join(disk, 'filler'), Buffer.alloc(64 << 20)).catch(() => undefined)
  await assert.rejects(open(dataFolder), { code: 'unavailable', message: /is full/ })
})

test('a read-only disk is refused in words', async (t) => {
  const disk = await smallDisk(t, 'size=4m,ro')
  if (disk) await assert.rejects(open(join(disk, 'data')), { code: 'unavailable', message: /is read-only/ })
})
