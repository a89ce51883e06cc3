import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Urgency } from './assessment.ts'
import { type Asked, type PromiseConditions, type PromiseRule, promisedTime, withAsked } from './promise-rule.ts'

const anything: PromiseConditions = { urgencies: [], departmentIds: [], sourceIds: [], networks: [], topicIds: [] }
const byUrgency = { '0': null, '1': 480, '2': 120, '3': 30 }

function rule(
  name: string,
  when: Partial<PromiseConditions>,
  minutes: Partial<PromiseRule['minutes']> = {},
): PromiseRule {
  const times = { first: 10, next: null, resolution: null, ...minutes }
  return { id: name, name, isOn: true, when: { ...anything, ...when }, minutes: times, actions: [] }
}

function said(given: Partial<Asked> = {}): Asked {
  const at = '2026-11-23T09:00:00.000Z'
  const where = { departmentIds: [], sourceId: 'feed', network: 'forum', topicIds: [] }
  return { at, heardAt: at, urgency: 1, ...where, ...given }
}

const alarm = rule('alarm', { urgencies: [3] }, { first: 5, next: 5, resolution: 60 })
const late = rule('late', { urgencies: [1, 2] }, { first: 60, next: 15 })
const baggage = rule('baggage', { departmentIds: ['bags'] }, { first: 20, resolution: 2_880 })
const shop = rule('shop', { sourceIds: ['reviews'] }, { first: 1_440 })
const forum = rule('forum', { networks: ['forum'] }, { first: 90 })
const strike = rule('strike', { topicIds: ['strike'] }, { first: 15, next: 10 })
const off = { ...rule('off', {}, { first: 1 }), isOn: false }
const silent = rule('silent', { topicIds: ['jokes'] }, { first: null })
const rest = rule('rest', {}, { first: 300, next: 200, resolution: 100 })
const narrow = rule('narrow', { urgencies: [2], networks: ['forum'], topicIds: ['strike'] }, { first: 7 })

type Case = [rules: PromiseRule[], said: Partial<Asked>, kind: 'first' | 'next' | 'resolution', holds: string]

/** Which rule holds, and how long: `rule minutes`, where `-` is by urgency and `none` no promise. */
const cases: Case[] = [
  [[], {}, 'first', '- 480'],
  [[], { urgency: 0 }, 'first', '- none'],
  [[], { urgency: 2 }, 'first', '- 120'],
  [[], { urgency: 3 }, 'first', '- 30'],
  [[], { urgency: 2 }, 'next', '- 120'],
  [[], { urgency: 3 }, 'resolution', '- none'],
  [[alarm], { urgency: 3 }, 'first', 'alarm 5'],
  [[alarm], { urgency: 3 }, 'resolution', 'alarm 60'],
  [[alarm], { urgency: 2 }, 'first', '- 120'],
  [[late], { urgency: 1 }, 'first', 'late 60'],
  [[late], { urgency: 2 }, 'next', 'late 15'],
  [[late], { urgency: 2 }, 'resolution', 'late none'],
  [[late], { urgency: 0 }, 'first', '- none'],
  [[baggage], { departmentIds: ['bags'] }, 'first', 'baggage 20'],
  [[baggage], { departmentIds: ['press', 'bags'] }, 'resolution', 'baggage 2880'],
  [[baggage], { departmentIds: ['press'] }, 'first', '- 480'],
  [[baggage], { departmentIds: [] }, 'first', '- 480'],
  [[shop], { sourceId: 'reviews' }, 'first', 'shop 1440'],
  [[shop], { sourceId: null }, 'first', '- 480'],
  [[forum], {}, 'first', 'forum 90'],
  [[forum], { network: 'elsewhere' }, 'first', '- 480'],
  [[strike], { topicIds: ['strike', 'delay'] }, 'next', 'strike 10'],
  [[strike], { topicIds: ['delay'] }, 'next', '- 480'],
  [[alarm, strike], { urgency: 3, topicIds: ['strike'] }, 'first', 'alarm 5'],
  [[strike, alarm], { urgency: 3, topicIds: ['strike'] }, 'first', 'strike 15'],
  [[off], {}, 'first', '- 480'],
  [[off, forum], {}, 'first', 'forum 90'],
  [[silent, rest], { topicIds: ['jokes'], urgency: 3 }, 'first', 'silent none'],
  [[silent, rest], { urgency: 3 }, 'first', 'rest 300'],
  [[rest, alarm], { urgency: 3 }, 'resolution', 'rest 100'],
  [[narrow], { urgency: 2, topicIds: ['strike'] }, 'first', 'narrow 7'],
  [[narrow], { urgency: 1, topicIds: ['strike'] }, 'first', '- 480'],
  [[narrow], { urgency: 2, topicIds: ['strike'], network: 'elsewhere' }, 'first', '- 120'],
  [[narrow], { urgency: 2 }, 'first', '- 120'],
  [[narrow, late, rest], { urgency: 2 }, 'first', 'late 60'],
]

for (const [rules, given, kind, holds] of cases) {
  const names = rules.map(({ name }) => name).join(', ') || 'no rule'
  test(`${names}: ${JSON.stringify(given)} is promised ${kind} ${holds}`, () => {
    const found = promisedTime(kind, said(given), { rules, minutes: byUrgency })
    assert.equal(`${found.rule?.name ?? '-'} ${found.minutes ?? 'none'}`, holds)
  })
}

test('what is alike is kept once, the first of it, and all stands in order', () => {
  const message = fc.record({ minute: fc.integer({ min: 0, max: 999 }), urgency: fc.integer({ min: 0, max: 3 }) })
  fc.assert(
    fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
      const all = messages.map(({ minute, urgency }) =>
        said({ at: new Date(minute * 60_000).toISOString(), urgency: urgency as Urgency }),
      )
      const kept = all.reduce<readonly Asked[]>(withAsked, [])
      assert.deepEqual(
        kept.map(({ at }) => at),
        kept.map(({ at }) => at).toSorted(),
      )
      for (const urgency of [0, 1, 2, 3]) {
        const first = all
          .filter((one) => one.urgency === urgency)
          .map(({ at }) => at)
          .toSorted()[0]
        assert.equal(kept.find((one) => one.urgency === urgency)?.at, first)
      }
    }),
  )
})
