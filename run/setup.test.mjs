import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { installWords } from './npm.mjs'
import { isInstalled, major, unlinkModules } from './setup.mjs'

for (const [output, words] of [
  ['\nENOENT spawn npm ENOENT', /npm was not found/],
  ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', /disk is full/],
  ['npm error code EROFS\nnpm error syscall mkdir', /read-only/],
  ['npm error code EACCES\nnpm error path /root/.npm/_cacache', /may not write/],
  [
    'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org failed',
    /registry was not reached/,
  ],
  ['npm error code ECONNREFUSED', /registry was not reached/],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', /npm failed:\nnpm error code EUSAGE/],
]) {
  test(`a person understands ${output.trim().split('\n')[0]}`, () => assert.match(installWords(output, '/app'), words))
}

test('what these tests run on is installed', () => assert.equal(isInstalled({ withTools: true }), true))
test('a version begins with its major number', () => assert.equal(major('20.11.1'), 20))

test('an install does not empty the packages of another checkout that are linked here', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'wederhoor-setup-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [theirs, ours] = [join(folder, 'theirs'), join(folder, 'ours')]
  mkdirSync(theirs)
  writeFileSync(join(theirs, 'package'), '')
  symlinkSync(theirs, ours, 'junction')
  unlinkModules(ours)
  assert.equal(existsSync(ours), false)
  assert.equal(existsSync(join(theirs, 'package')), true)
  unlinkModules(theirs)
  assert.equal(existsSync(join(theirs, 'package')), true)
})
