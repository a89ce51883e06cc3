import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeRow } from './fake-row.ts'
import {
  arrivals,
  departed,
  type ListWindow,
  neighbour,
  openWindow,
  type Page,
  putBack,
  step,
  takeIn,
  withChange,
  withFresh,
  without,
  withoutForNow,
  withPage,
} from './list-window.ts'

function page(ids: string, next: string | null = null): Page {
  return { items: [...ids].map((id) => fakeRow(id)), next }
}
const ids = (list: ListWindow): string => list.rows.map((row) => row.id).join('')

/** Shown, then the newest look → what is news, what is gone, what is shown after taking it in. */
function check(shown: Page, fresh: Page, expected: { news: string; gone: string; taken: string }): void {
  const list = withFresh(openWindow(shown), fresh)
  assert.equal(ids(list), shown.items.map((row) => row.id).join(''), 'nothing moves by itself')
  assert.deepEqual(
    {
      news: arrivals(list)
        .map((row) => row.id)
        .join(''),
      gone: [...departed(list)].join(''),
      taken: ids(takeIn(list)),
    },
    expected,
  )
}

test('nothing changed', () => check(page('abc'), page('abc'), { news: '', gone: '', taken: 'abc' }))
test('what is new waits to be taken in', () =>
  check(page('abc'), page('xabyc'), { news: 'xy', gone: '', taken: 'xabyc' }))
test('what a colleague decided stays in its place, and is known to be gone', () =>
  check(page('abc'), page('ac'), { news: '', gone: 'b', taken: 'ac' }))
test('a row that was pushed to the next page is not gone', () =>
  check(page('abc', 'n'), page('xab', 'n'), { news: 'x', gone: '', taken: 'xab' }))
test('a row that came up from the next page is not news', () =>
  check(page('abc', 'n'), page('acd', 'n'), { news: '', gone: 'b', taken: 'acd' }))
test('news in an empty list', () => check(page(''), page('x'), { news: 'x', gone: '', taken: 'x' }))

test('a page goes below, and a row that moved in between is shown once', () => {
  const list = withPage(openWindow(page('abc', 'n')), page('cde'))
  assert.equal(ids(list), 'abcde')
  assert.equal(list.next, null)
})

test('what was decided here does not come back with an older look or a later page', () => {
  const list = without(openWindow(page('abc', 'n')), fakeRow('b'))
  assert.equal(ids(list), 'ac')
  assert.deepEqual(arrivals(withFresh(list, page('abc', 'n'))), [])
  assert.equal(ids(takeIn(withFresh(list, page('abc', 'n')))), 'ac')
  assert.equal(ids(withPage(list, page('bd'))), 'acd')
})

test('what was decided here and came back later is news', () => {
  const list = without(openWindow(page('ab')), fakeRow('a'))
  const reopened = { items: [fakeRow('a', { version: 3 }), fakeRow('b')], next: null }
  assert.deepEqual(
    arrivals(withFresh(list, reopened)).map((row) => row.id),
    ['a'],
  )
})

test('undo puts it back where it was, once', () => {
  const b = fakeRow('b')
  const list = without(openWindow(page('abc')), fakeRow('b'))
  assert.equal(ids(putBack(list, b, 1)), 'abc')
  assert.equal(ids(putBack(putBack(list, b, 1), b, 0)), 'abc')
  assert.equal(ids(putBack(openWindow(page('')), b, 7)), 'b')
})

test('an older look does not undo a newer change on a card', () => {
  const list = withChange(openWindow(page('a')), 'a', { version: 3, title: 'Ours' })
  assert.equal(withFresh(list, page('a')).rows[0]?.title, 'Ours')
})

test('after a decision the one below is next, at the end the one above', () => {
  const { rows } = openWindow(page('abc'))
  assert.deepEqual(
    ['a', 'b', 'c', 'z'].map((id) => neighbour(rows, id)?.id),
    ['b', 'c', 'b', 'a'],
  )
  assert.equal(neighbour(openWindow(page('a')).rows, 'a'), undefined)
})

test('stepping does not fall off the list', () => {
  const { rows } = openWindow(page('abc'))
  assert.deepEqual(
    [step(rows, undefined, 1)?.id, step(rows, 'a', 1)?.id, step(rows, 'c', 1)?.id, step(rows, 'a', -1)?.id],
    ['a', 'b', 'c', 'a'],
  )
})

test('what was decided about an answer comes back when it is asked about anew, in the same version', () => {
  const row = fakeRow('a')
  const list = withoutForNow({ ...openWindow({ items: [row], next: null }), fresh: { items: [row], next: null } }, row)
  assert.deepEqual([list.rows, arrivals(list)], [[], []])
  assert.deepEqual(
    arrivals(withFresh(list, { items: [row], next: null })).map(({ id }) => id),
    ['a'],
  )
})
