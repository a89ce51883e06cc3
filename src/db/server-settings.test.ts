import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingOptions, sharedBuffersMb } from './server-settings.ts'

const gb = 1024 ** 3

test('the server keeps an eighth of the memory at hand, within bounds', () => {
  assert.equal(sharedBuffersMb(gb / 2), 128)
  assert.equal(sharedBuffersMb(4 * gb), 512)
  assert.equal(sharedBuffersMb(64 * gb), 1024)
})

test('what is for tests takes little', () => {
  assert.ok(settingOptions('scratch').includes('shared_buffers=128MB'))
  assert.ok(settingOptions('durable').includes('fsync=on'))
})
