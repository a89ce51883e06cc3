import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAsk } from '#web/screens/inbox/filters.ts'
import { columnsShown } from './columns-shown.ts'

const press = { id: 'p', name: 'Pers', isShared: true, isMine: false, ask: { view: 'all' as const, q: 'krant' } }

type Case = { kept: string[]; saved?: (typeof press)[] | undefined; isFailed?: boolean; view?: string; q?: string }
function check({ kept, saved, isFailed = false, view = 'mine', q }: Case, wanted: string): void {
  const columns = columnsShown({ kept, saved, isFailed, at: listAsk(view, q ? { q } : {}) })
  const said = columns.map((one) => `${one.key}${one.isKept ? '' : '?'}${'lacks' in one ? ` ${one.lacks}` : ''}`)
  assert.equal(said.join(', '), wanted)
}

test('the columns one keeps stand in their order', () =>
  check({ kept: ['all', 'mine', 'saved:p'], saved: [press] }, 'all, mine, saved:p'))

test('an address beside them is a guest at the end', () => {
  check({ kept: ['all'], saved: [], view: 'done' }, 'all, done?')
  check({ kept: ['all'], saved: [press], view: 'all', q: 'krant' }, 'all, saved:p?')
  check({ kept: ['all'], saved: [], view: 'all', q: 'x' }, 'all, guest:{"view":"all","q":"x"}?')
})

test('a saved view that is here already is no guest', () =>
  check({ kept: ['all', 'saved:p'], saved: [press], view: 'all', q: 'krant' }, 'all, saved:p'))

test('what is not known yet, or no longer, keeps its place and says so', () => {
  check({ kept: ['saved:p', 'mine'] }, 'saved:p loading, mine')
  check({ kept: ['saved:p'], view: 'all', q: 'krant' }, 'saved:p loading')
  check({ kept: ['saved:p', 'mine'], isFailed: true }, 'saved:p failed, mine')
  check({ kept: ['saved:p', 'mine'], saved: [] }, 'saved:p gone, mine')
})

test('what no version knows is passed over', () => check({ kept: ['starred', 'mine'], saved: [] }, 'mine'))
