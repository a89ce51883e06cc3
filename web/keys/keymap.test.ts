import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bindingOf, type CommandId, commandIds } from './command-keys.ts'
import {
  asItComes,
  clashesOf,
  isChanged,
  isLettersOnly,
  type KeySettings,
  keymapOf,
  ownChanges,
  plainSettings,
  reachedBy,
  withKeys,
  withNoKey,
} from './keymap.ts'

const given = (id: CommandId, keys: string, before: KeySettings = plainSettings) => withKeys(before, { id, keys })
const keysIn = (settings: KeySettings, id: CommandId) => keymapOf(settings).get(id)

test('what the commands come with has no two for one key, and none that another hides', () => {
  const keymap = keymapOf(plainSettings)
  const clashes = commandIds.flatMap((id) =>
    (keymap.get(id) ?? []).flatMap((keys) =>
      clashesOf(keymap, { id, keys }).map((other) => `${keys}: ${id}, ${other}`),
    ),
  )
  assert.deepEqual(clashes, [])
  const fixed = commandIds.flatMap((id) => bindingOf(id).fixed ?? [])
  const all = [...[...keymap.values()].flat(), ...fixed]
  assert.equal(new Set(all).size, all.length)
  assert.equal(reachedBy(keymap).size, all.length)
})

test('only keys with a modifier, or Escape, work while typing', () => {
  for (const id of commandIds) {
    const { inText, keys = [], fixed = [] } = bindingOf(id)
    if (inText) assert.ok(![...keys, ...fixed].some(isLettersOnly), id)
  }
})

test('a chosen key wins of the one that another command comes with, which gets it back when it is free', () => {
  const moved = given('wait', 'e')
  assert.deepEqual(keysIn(moved, 'wait'), ['e'])
  assert.deepEqual(keysIn(moved, 'done'), [], 'two commands never share a key')
  assert.ok(isChanged(moved, 'done') && isChanged(moved, 'wait'))
  const back = asItComes(moved, 'wait')
  assert.deepEqual([keysIn(back, 'wait'), keysIn(back, 'done')], [['h'], ['e']])
  assert.deepEqual(asItComes(moved, 'done'), plainSettings, 'asking it back takes it from whoever chose it')
})

test('who chose a key loses it to who chooses it later, and has again what it comes with', () => {
  const later = given('mine', 'q', given('wait', 'q'))
  assert.deepEqual([keysIn(later, 'mine'), keysIn(later, 'wait')], [['q'], ['h']])
})

test('a key that begins a row of two takes the rows with it', () => {
  const moved = given('done', 'g')
  assert.deepEqual(clashesOf(keymapOf(plainSettings), { id: 'done', keys: 'g' }), [
    'goInbox',
    'goCrisis',
    'goListen',
    'goScheduled',
    'goReputation',
    'goSettings',
  ])
  assert.deepEqual(keysIn(moved, 'goInbox'), [])
  assert.deepEqual(clashesOf(keymapOf(plainSettings), { id: 'done', keys: 'e x' }), [], 'its own key is no stranger')
  assert.deepEqual(clashesOf(keymapOf(plainSettings), { id: 'wait', keys: 'e x' }), ['done'])
})

test('a command can have no key at all, and keeps none', () => {
  const none = withNoKey(plainSettings, 'done')
  assert.deepEqual(keysIn(none, 'done'), [])
  assert.deepEqual(keysIn(given('wait', 'q', none), 'done'), [])
  assert.deepEqual(keysIn(asItComes(none, 'done'), 'done'), ['e'])
})

test('without single letters only keys with Ctrl, ⌘ or Alt are left, and those that steer', () => {
  const quiet = keymapOf({ own: { wait: ['Alt+h'], mine: ['g m'] }, areLettersOn: false })
  const left = [...quiet].filter(([, keys]) => keys.length > 0).map(([id]) => id)
  assert.deepEqual(left, ['wait', 'send', 'mend', 'checks', 'assist', 'sendAndStay', 'sendLater', 'palette'])
  assert.equal(reachedBy(quiet).get('Escape'), 'back')
  for (const keys of ['e', '?', '1', 'Shift+j', 'g i', 'Plus', '$mod+x y']) assert.ok(isLettersOnly(keys), keys)
  for (const keys of ['$mod+k', 'Alt+e', 'Escape', 'Shift+F10']) assert.ok(!isLettersOnly(keys), keys)
})

test('the server is told what changed, and nothing else', () => {
  const first = given('wait', 'q')
  const second = given('mine', 'q', first)
  assert.deepEqual(ownChanges(plainSettings, first), { wait: ['q'] })
  assert.deepEqual(ownChanges(first, second), { wait: null, mine: ['q'] })
  assert.deepEqual(ownChanges(second, plainSettings), { mine: null })
  assert.deepEqual(ownChanges(second, second), {})
})

test('what an older version knew and this one does not does no harm', () => {
  const keymap = keymapOf({ own: { gone: ['e'] }, areLettersOn: true })
  assert.deepEqual(keymap.get('done'), ['e'])
  assert.ok(![...keymap.keys()].some((id) => String(id) === 'gone'))
})
