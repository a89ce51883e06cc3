import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDraftSaver, type DraftState, draftDelayMs, draftRetryMs } from './draft-saver.ts'

function open(t: { mock: { timers: { enable: (options: { apis: ['setTimeout'] }) => void } } }, saved = '') {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const saves: string[] = []
  const states: DraftState[] = []
  const answers: ((isKept: boolean) => void)[] = []
  const saver = createDraftSaver({
    saved,
    save: (text) => {
      saves.push(text)
      return new Promise((resolve, reject) => answers.push((isKept) => (isKept ? resolve() : reject(new Error('no')))))
    },
    onState: (state) => states.push(state),
  })
  const answer = async (isKept: boolean): Promise<void> => {
    answers.shift()?.(isKept)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return { saver, saves, states, answer }
}

test('one write after the last key', async (t) => {
  const { saver, saves, states, answer } = open(t)
  for (const text of ['H', 'Ho', 'Hoi']) saver.change(text)
  t.mock.timers.tick(draftDelayMs)
  await answer(true)
  assert.deepEqual(saves, ['Hoi'])
  assert.deepEqual(states, ['typing', 'typing', 'typing', 'saving', 'saved'])
})

test('typed on while it was saved: the newest text follows', async (t) => {
  const { saver, saves, answer } = open(t)
  saver.change('Hoi')
  t.mock.timers.tick(draftDelayMs)
  saver.change('Hoi Marieke')
  t.mock.timers.tick(draftDelayMs)
  assert.deepEqual(saves, ['Hoi'], 'one write at a time')
  await answer(true)
  t.mock.timers.tick(draftDelayMs)
  assert.deepEqual(saves, ['Hoi', 'Hoi Marieke'])
})

test('a failure is shown and tried again', async (t) => {
  const { saver, saves, states, answer } = open(t)
  saver.change('Hoi')
  t.mock.timers.tick(draftDelayMs)
  await answer(false)
  assert.equal(states.at(-1), 'failed')
  t.mock.timers.tick(draftRetryMs)
  await answer(true)
  assert.deepEqual(saves, ['Hoi', 'Hoi'])
  assert.equal(states.at(-1), 'saved')
})

test('leaving saves at once', (t) => {
  const { saver, saves } = open(t)
  saver.change('Hoi')
  saver.flush()
  assert.deepEqual(saves, ['Hoi'])
})

test('what was sent is not saved afterwards', (t) => {
  const { saver, saves } = open(t)
  saver.change('Hoi')
  saver.forget()
  t.mock.timers.tick(draftRetryMs)
  assert.deepEqual(saves, [])
})

test('a draft from earlier that is emptied is saved as empty', (t) => {
  const { saver, saves } = open(t, 'Hoi')
  saver.change('')
  t.mock.timers.tick(draftDelayMs)
  assert.deepEqual(saves, [''])
})
