import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversationKey, numberOfKey, promiseGroup, titleFrom } from './conversation.ts'

const now = new Date('2026-11-23T09:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('groups by what was promised', () => {
  const cases: [Date | null, string][] = [
    [inMinutes(-10), 'now'],
    [inMinutes(14), 'now'],
    [inMinutes(15), 'withinHour'],
    [inMinutes(59), 'withinHour'],
    [inMinutes(60), 'today'],
    [inMinutes(3 * 24 * 60), 'later'],
    [null, 'noHurry'],
  ]
  for (const [dueAt, group] of cases) assert.equal(promiseGroup(dueAt, now), group, String(dueAt))
})

test('a title is the first sentence, cut at a word', () => {
  assert.equal(titleFrom('Koffer kwijt. Wie helpt?'), 'Koffer kwijt.')
  assert.equal(titleFrom('  \n'), '')
  assert.equal(titleFrom('iets', 'Mijn vraag'), 'Mijn vraag')
  const long = titleFrom(`${'vertraging '.repeat(20)}`)
  assert.ok(long.length <= 73 && long.endsWith('vertraging…'), long)
  assert.ok(titleFrom('x'.repeat(500)).length <= 73)
})

test('a key is said on the telephone and found again', () => {
  assert.equal(conversationKey(4182), 'WH-4182')
  assert.equal(numberOfKey('wh-4182'), 4182)
  for (const wrong of ['4182', 'WH-', 'WH-1e3', 'WH-99999999999', '01a206f9-fccf-743f-a1b0-ad39556a15ce']) {
    assert.equal(numberOfKey(wrong), undefined, wrong)
  }
})
