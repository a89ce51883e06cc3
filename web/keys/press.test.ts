import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandIds } from './command-keys.ts'
import { keymapOf, plainSettings, reachedBy } from './keymap.ts'
import { type PressEvent, pressOf, signsOf } from './press.ts'
import { createPressReader, pauseMaxMs } from './press-reader.ts'
import { type Refusal, refusalOf } from './refusal.ts'

const reach = reachedBy(keymapOf(plainSettings))

type Held = Partial<Omit<PressEvent, 'key' | 'getModifierState'>> & { altGraph?: boolean }

function press(key: string, { altGraph = false, ...held }: Held = {}, isApple = false): string | undefined {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  return pressOf({ key, ...none, ...held, getModifierState: () => altGraph }, isApple)
}

/** What the layout makes of the key, and what is held to make it. */
const layouts: [layout: string, key: string, held: Held, command: string | undefined][] = [
  ['US', 'e', {}, 'done'],
  ['US with caps lock', 'E', {}, 'done'],
  ['US', 'J', { shiftKey: true }, 'selectNext'],
  ['US', '?', { shiftKey: true }, 'keys'],
  ['US', '/', {}, 'search'],
  ['US', '1', {}, 'view1'],
  ['US', 'k', { ctrlKey: true }, 'palette'],
  ['US', 'Enter', { ctrlKey: true, shiftKey: true }, 'sendAndStay'],
  ['AZERTY: figures with Shift', '1', { shiftKey: true }, 'view1'],
  ['AZERTY: without Shift it is another sign', '&', {}, undefined],
  ['AZERTY', '.', { shiftKey: true }, 'takeIn'],
  ['AZERTY', '/', { shiftKey: true }, 'search'],
  ['AZERTY', '?', { shiftKey: true }, 'keys'],
  ['AZERTY on Windows: AltGr is Ctrl and Alt', '[', { ctrlKey: true, altKey: true, altGraph: true }, 'rail'],
  ['AZERTY on Linux', ']', { altGraph: true }, 'author'],
  ['AZERTY: A lies where Q lies elsewhere', 'a', {}, 'handOver'],
  ['Dutch', '/', { shiftKey: true }, 'search'],
  ['Dutch', '[', { altGraph: true, ctrlKey: true, altKey: true }, 'rail'],
  ['German: the figure pad', '1', {}, 'view1'],
  ['US: Ctrl and a sign is the browser’s', '/', { ctrlKey: true }, undefined],
  ['US: Alt and a letter is another key', 'e', { altKey: true }, undefined],
  ['US: an upper-case letter is another key', 'E', { shiftKey: true }, undefined],
]
for (const [layout, key, held, command] of layouts)
  test(`${layout}: ${JSON.stringify(key)} reaches ${command ?? 'nothing'}`, () =>
    assert.equal(reach.get(press(key, held) ?? ''), command))

test('on a Mac ⌘ is the modifier, and Option makes signs', () => {
  assert.equal(press('k', { metaKey: true }, true), '$mod+k')
  assert.equal(press('k', { ctrlKey: true }, true), 'Control+k')
  assert.equal(press('[', { altKey: true }, true), '[')
  assert.deepEqual(signsOf('$mod+Shift+Enter', true), ['⌘', '⇧', '↵'])
  assert.deepEqual(signsOf('$mod+Shift+Enter', false), ['Ctrl', '⇧', '↵'])
  assert.deepEqual(signsOf('g ,', false), ['G', ','])
  assert.deepEqual(signsOf('$mod+Plus', false), ['Ctrl', '+'])
})

test('a modifier by itself, or half of an accent, is no press', () => {
  for (const key of ['Shift', 'Control', 'AltGraph', 'Dead', 'CapsLock']) assert.equal(press(key), undefined)
})

function readAll(presses: [press: string, atMs: number][]): (string | undefined)[] {
  const read = createPressReader()
  return presses.map(([one, atMs]) => reach.get(read(one, reach, atMs) ?? ''))
}

test('two presses after each other are one command, and the second is not also its own', () => {
  assert.deepEqual(
    readAll([
      ['g', 0],
      ['i', 300],
      ['i', 600],
    ]),
    [undefined, 'goInbox', 'mine'],
  )
})
test('too late is by itself', () =>
  assert.deepEqual(
    readAll([
      ['g', 0],
      ['i', pauseMaxMs],
    ]),
    [undefined, 'mine'],
  ))
test('what leads nowhere counts by itself', () =>
  assert.deepEqual(
    readAll([
      ['g', 0],
      ['e', 100],
    ]),
    [undefined, 'done'],
  ))
test('a beginning may be begun again', () =>
  assert.deepEqual(
    readAll([
      ['g', 0],
      ['g', 100],
      ['l', 200],
    ]),
    [undefined, undefined, 'goListen'],
  ))

const refusals: [keys: string, refusal: Refusal | undefined][] = [
  ['$mod+t', 'browser'],
  ['$mod+w', 'browser'],
  ['$mod+Shift+n', 'browser'],
  ['$mod+1', 'browser'],
  ['$mod+Plus', 'browser'],
  ['F5', 'browser'],
  ['Alt+F4', 'browser'],
  ['Meta+e', 'browser'],
  ['Tab', 'moving'],
  ['Shift+Tab', 'moving'],
  ['Escape', 'moving'],
  ['Enter', 'moving'],
  ['Space', 'moving'],
  ['ArrowDown', 'moving'],
  ['g Tab', 'moving'],
  ['Backspace', 'writing'],
  ['Shift+Enter', 'writing'],
  ['q', undefined],
  ['Shift+q', undefined],
  ['Alt+e', undefined],
  ['$mod+e', undefined],
  ['$mod+Shift+Enter', undefined],
  ['g x', undefined],
  ['é', undefined],
]
for (const [keys, refusal] of refusals)
  test(`${keys} is ${refusal ? `refused: ${refusal}` : 'free to choose'}`, () =>
    assert.equal(refusalOf('done', keys), refusal))

test('what works while typing cannot be a letter', () => {
  assert.equal(refusalOf('send', 's'), 'typed')
  assert.equal(refusalOf('send', '$mod+e'), undefined)
})

test('nothing that a command comes with would be refused', () => {
  const refused = commandIds.flatMap((id) => (keymapOf(plainSettings).get(id) ?? []).map((keys) => refusalOf(id, keys)))
  assert.deepEqual(refused.filter(Boolean), [])
})
