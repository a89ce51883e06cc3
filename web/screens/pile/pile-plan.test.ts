import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountView } from '#api/contract/shapes.ts'
import {
  callingName,
  gatedLines,
  type PileDraft,
  type PilePlan,
  type PileRow,
  planPile,
  type SeenGates,
  unsaidInWording,
  unsaidOf,
} from './pile-plan.ts'

const account: AccountView = {
  ...{
    id: 'us',
    network: 'bluesky',
    networkName: 'Bluesky',
    handle: 'us.example',
    name: 'Us',
    avatarUrl: null,
    url: null,
  },
  ...{ state: 'connected', problem: null, limits: { max: 40, unit: 'grapheme' } },
}
let made = 0
function row(more: Partial<PileRow> = {}): PileRow {
  made += 1
  const author = { id: `a${made}`, network: 'bluesky', handle: `h${made}`, name: 'Els Vos', url: null, avatarUrl: null }
  return {
    ...{
      id: `c${made}`,
      key: `WH-${made}`,
      title: 'Te laat',
      state: 'open',
      network: 'bluesky',
      networkName: 'Bluesky',
    },
    ...{
      latestAt: '2026-11-29T08:00:00Z',
      version: 1,
      owner: null,
      mentionId: `m${made}`,
      text: 'Te laat',
      lang: 'nl',
    },
    ...{ author: { ...author, bio: null, followers: null }, reply: null },
    ...more,
  } as PileRow
}
const draft = (more: Partial<PileDraft> = {}): PileDraft => ({
  ...{ wordings: ['Dag {first name}, sorry.'], accounts: { bluesky: 'us' }, said: {}, own: {} },
  ...more,
})
const given = { accounts: [account], memberId: 'noor' }

test('each gets its own words, in turn, and those left out take no turn', () => {
  const rows = [row(), row(), row(), row()]
  const plan = planPile(
    rows,
    draft({ wordings: ['Een {first name}', 'Twee'], said: { [rows[1]?.id ?? '']: false } }),
    given,
  )
  assert.deepEqual(
    plan.lines.map(({ isIn, text }) => [isIn, text]),
    [
      [true, 'Een Els'],
      [false, 'Een Els'],
      [true, 'Twee'],
      [true, 'Een Els'],
    ],
  )
  assert.deepEqual([plan.count, plan.problems], [3, []])
})

test('who was answered, is gone, or is with a colleague is not answered by itself', () => {
  const sem = { id: 'sem', name: 'Sem' }
  const rows = [
    row({ mentionId: null }),
    row({ state: 'done' }),
    row({ owner: sem }),
    row({ owner: { id: 'noor', name: 'Noor' } }),
  ]
  rows.push(row({ network: 'feed' }))
  const plan = planPile(rows, draft(), given)
  assert.deepEqual(
    plan.lines.map(({ no, isIn }) => [no, isIn]),
    [
      ['gone', false],
      ['done', false],
      [undefined, false],
      [undefined, true],
      ['speechless', false],
    ],
  )
  const taken = planPile(rows, draft({ said: { [rows[2]?.id ?? '']: true, [rows[0]?.id ?? '']: true } }), given)
  assert.deepEqual(
    taken.lines.map(({ isIn }) => isIn),
    [false, false, true, true, false],
  )
})

test('what stands in the way is said before anything is sent', () => {
  const kinds = (rows: PileRow[], one: PileDraft, accounts = [account]) =>
    planPile(rows, one, { ...given, accounts }).problems.map(({ kind }) => kind)
  const five = Array.from({ length: 5 }, () => row())
  assert.deepEqual(kinds([], draft()), ['nobody'])
  assert.deepEqual(kinds(five, draft({ wordings: [' '] })), ['words'])
  assert.deepEqual(kinds(five, draft({ accounts: {} })).slice(0, 1), ['account'])
  assert.deepEqual(kinds(five.slice(0, 2), draft({ wordings: ['x'.repeat(41)] })), ['long'])
  assert.deepEqual(kinds(five, draft({ wordings: ['Sorry.'] })), ['worn'])
  assert.deepEqual(kinds(five, draft({ wordings: ['Sorry.', 'Excuses.'] })), [])
})

for (const [name, expected] of [
  ['Els Vos', 'Els'],
  ['Jean-Luc', 'Jean-Luc'],
  ['els', ''],
  ['x_Gamer_x', ''],
  ['NOS', ''],
  ['De Telegraaf van zaterdag en meer', ''],
  ['', ''],
] as const)
  test(`"${name}" is called "${expected}"`, () =>
    assert.equal(callingName(row({ author: { ...(row().author as NonNullable<PileRow['author']>), name } })), expected))

test('what a wording leaves open is said before anything is sent; what is known of each fills itself', () => {
  const wordings = ['Dag {voornaam}, over {gesprek}: {ordernummer}. {onze naam}']
  const plan = planPile([row({ key: 'WH-9' })], draft({ wordings }), given)
  assert.equal(plan.lines[0]?.text, 'Dag Els, over WH-9: {ordernummer}. Us')
  assert.deepEqual(
    plan.problems.filter(({ kind }) => kind === 'unfilled'),
    [{ kind: 'unfilled', slots: '{ordernummer}' }],
  )
})

const none: SeenGates = new Map()

test('only what the gate stopped goes all the same, and only in the words that it looked at', () => {
  const rows = [row({ id: 'promotes' }), row({ id: 'gone' }), row({ id: 'fine' })]
  const gate = { findings: [], community: 'Bluesky', mayOverride: true }
  const of = (plan: PilePlan, seen: SeenGates) => {
    const said = (id: string) => ({
      ...{ why: 'Nee.', text: 'Dag Els, sorry.', accountId: 'us' },
      gate: id === 'promotes' ? gate : undefined,
    })
    const refused = { promotes: said('promotes'), gone: said('gone') }
    return gatedLines(plan, { refused, seen }).map(({ line, isRefused }) => `${line.row.id} ${isRefused}`)
  }
  assert.deepEqual(of(planPile(rows, draft(), given), none), ['promotes true'])
  assert.deepEqual(of(planPile(rows, draft({ own: { promotes: 'Dag.' } }), given), none), [])
  assert.deepEqual(of(planPile(rows, draft({ said: { promotes: false } }), given), none), [])
  // What came back for another reason waits for that; the others are as they would be.
  const seen = new Map(rows.map(({ id }) => [id, gate]))
  assert.deepEqual(of(planPile(rows, draft(), given), seen), ['promotes true', 'fine false'])
  assert.deepEqual(of(planPile(rows, draft({ said: { fine: false } }), given), seen), ['promotes true'])
})

test('words that an incident forbids are marked for those in it alone, and in the wordings that they get', () => {
  const rows = [row(), row(), row()]
  const [first = '', second = ''] = rows.map(({ id }) => id)
  const incidents = [{ key: 'INC-3', notToSay: ['kleine verstoring'], conversationIds: [first, second] }]
  const text = 'Het was een kleine  verstoring.'
  const marked = (more: Partial<PileDraft>) => {
    const plan = planPile(rows, draft({ wordings: [text, 'Sorry.'], ...more }), given)
    const lines = plan.lines.map((line) => unsaidOf(line, incidents)?.found)
    return { lines, wordings: [0, 1].map((at) => unsaidInWording(plan, incidents, at)) }
  }
  const found = 'kleine  verstoring'
  const words = ['kleine verstoring']
  assert.deepEqual(marked({}), { lines: [found, undefined, undefined], wordings: [words, words] })
  assert.deepEqual(marked({ own: { [second]: text } }), {
    lines: [found, found, undefined],
    wordings: [words, []],
  })
  assert.deepEqual(marked({ said: { [first]: false, [second]: false } }), {
    lines: [undefined, undefined, undefined],
    wordings: [[], []],
  })
  const plan = planPile(rows, draft({ wordings: [text] }), given)
  assert.deepEqual(
    plan.lines.map((line) => unsaidOf(line, incidents)?.incident),
    ['INC-3', 'INC-3', undefined],
  )
})
