// What a person posts by hand leaves us by the clipboard: that is sending, and waits for all that sending waits for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Hands, handToPerson } from './hand-to-person.ts'

const url = 'https://forum.example/1'

/** A browser, and what was done in it, in order. */
function browser({ copies = true } = {}) {
  const done: string[] = []
  const hands: Hands = {
    copy: async (text) => {
      if (!copies) throw new Error('The browser refuses it.')
      done.push(`copied ${await text}`)
    },
    open: (page) => done.push(`opened ${page}`),
  }
  return { hands, done }
}

test('what the promotion gate stops is not copied, and opens nothing', async () => {
  const { hands, done } = browser()
  const stopped = Promise.reject(new Error('Not sent: it promotes.'))
  assert.equal(await handToPerson(stopped, url, hands), undefined)
  assert.deepEqual(done, [])
})

test('what somebody has to approve first is not copied, and opens nothing', async () => {
  const { hands, done } = browser()
  const asked = Promise.resolve({ state: 'awaits_approval', text: 'Koop nu.' } as const)
  assert.equal(await handToPerson(asked, url, hands), undefined)
  assert.deepEqual(done, [])
})

test('what waits for the connection was looked at by nobody, and is not copied', async () => {
  const { hands, done } = browser()
  assert.equal(await handToPerson(Promise.resolve({ key: 'k' }), url, hands), undefined)
  assert.deepEqual(done, [])
})

test('nothing is copied before the server has answered; then the words are, and after that the page opens', async () => {
  const { hands, done } = browser()
  const { promise, resolve } = Promise.withResolvers<{ state: 'assisted'; text: string }>()
  const handed = handToPerson(promise, url, hands)
  await Promise.resolve()
  assert.deepEqual(done, [])
  resolve({ state: 'assisted', text: 'Wat vervelend.' })
  assert.equal(await handed, true)
  assert.deepEqual(done, ['copied Wat vervelend.', `opened ${url}`])
})

test('where the browser copies nothing it is said, and the page opens all the same', async () => {
  const { hands, done } = browser({ copies: false })
  const handed = handToPerson(Promise.resolve({ state: 'assisted', text: 'Dag.' } as const), url, hands)
  assert.equal(await handed, false)
  assert.deepEqual(done, [`opened ${url}`])
})
