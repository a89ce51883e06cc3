import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountView } from '#api/contract/shapes.ts'
import { presetAccount, rememberAccount } from './account-choice.ts'

function account(id: string, change: Partial<AccountView> = {}): AccountView {
  const rest = { networkName: 'Bluesky', avatarUrl: null, url: null, problem: null, limits: null }
  return { id, network: 'bluesky', handle: id, name: id, state: 'connected', ...rest, ...change }
}

test('the only one speaks', () => assert.equal(presetAccount([account('a')])?.id, 'a'))
test('nobody speaks for those who have to choose', () =>
  assert.equal(presetAccount([account('a'), account('b')]), undefined))
test('one that must be connected again does not count', () =>
  assert.equal(presetAccount([account('a', { state: 'reconnect' }), account('b')])?.id, 'b'))
test('a choice is remembered for its network only', () => {
  rememberAccount(account('b'))
  assert.equal(presetAccount([account('a'), account('b')])?.id, 'b')
  const elsewhere = { network: 'mastodon' }
  assert.equal(presetAccount([account('a', elsewhere), account('b', elsewhere)])?.id, undefined)
})
