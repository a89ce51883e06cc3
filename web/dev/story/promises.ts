import type { Answer } from '#api/contract/contract.ts'
import type { ClockView, NoticeView } from '#api/contract/shapes.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { sources, topics } from './listening.ts'
import { inMinutes } from './moments.ts'
import { departments, noor } from './people.ts'
import { rows } from './rows.ts'

const anything = { urgencies: [], departmentIds: [], sourceIds: [], networks: [], topicIds: [] }
const baggage = departments.at(-1)?.id ?? ''

export const promiseRules: PromiseRule[] = [
  {
    id: 'r1',
    name: 'Storing',
    isOn: true,
    when: { ...anything, urgencies: [3, 2], topicIds: topics.slice(0, 1).map(({ id }) => id) },
    minutes: { first: 30, next: 15, resolution: 1_440 },
    actions: [
      { id: 'a1', clock: 'first', when: { kind: 'before', minutes: 10 }, does: { kind: 'notify', to: 'owner' } },
      { id: 'a2', clock: null, when: { kind: 'broken' }, does: { kind: 'to_department', departmentId: baggage } },
      { id: 'a3', clock: null, when: { kind: 'share', percent: 25 }, does: { kind: 'raise' } },
      { id: 'a4', clock: null, when: { kind: 'broken' }, does: { kind: 'notify_member', memberId: noor.id } },
    ],
  },
  {
    id: 'r2',
    name: 'Bagage, ook in het weekend en met een naam die lang is',
    isOn: true,
    when: { ...anything, departmentIds: [baggage], sourceIds: sources.slice(0, 1).map(({ id }) => id) },
    minutes: { first: 120, next: 60, resolution: null },
    actions: [],
  },
  {
    id: 'r3',
    name: 'Lof',
    isOn: false,
    when: { ...anything, urgencies: [0] },
    minutes: { first: null, next: null, resolution: null },
    actions: [],
  },
]

export const wrongRules: PromiseRule[] = promiseRules.map((rule) =>
  rule.id === 'r2' ? { ...rule, name: 'Storing' } : rule,
)

const base = { rule: 'Storing', brokenAt: null, stoppedAt: null, isRunning: true } as const

export const clocks: ClockView[] = [
  {
    ...base,
    ...{
      id: 'c1',
      kind: 'first',
      minutes: 30,
      countsFrom: inMinutes(-24),
      heardAt: inMinutes(-12),
      dueAt: inMinutes(6),
    },
  },
  {
    ...base,
    ...{ id: 'c2', kind: 'resolution', minutes: 1_440, countsFrom: inMinutes(-24), heardAt: inMinutes(-12) },
    dueAt: inMinutes(1_416),
  },
]

export const brokenClocks: ClockView[] = [
  {
    ...base,
    ...{ id: 'c3', kind: 'next', rule: null, minutes: 15, countsFrom: inMinutes(-18.2), heardAt: inMinutes(-18) },
    ...{ dueAt: inMinutes(-3.2), brokenAt: inMinutes(-3.2) },
  },
]

const said = { clock: 'first', rule: 'Storing', minutes: 30 } as const
const near = { kind: 'before', minutes: 10 }

export const promiseHappenings = [
  {
    id: 11,
    at: inMinutes(-9),
    by: null,
    action: 'promise.act',
    details: { ...said, when: near, does: 'notify', toldNames: ['Noor', 'Sanne'] },
  },
  { id: 12, at: inMinutes(-3), by: null, action: 'promise.break', details: said },
  {
    id: 13,
    at: inMinutes(-3),
    by: null,
    action: 'promise.act',
    details: { ...said, rule: null, when: { kind: 'broken' }, does: 'raise' },
  },
]

const more = [
  { kind: 'mentioned', by: 'Sanne' },
  { kind: 'handed_over', by: 'Tess van der Meer' },
  { kind: 'reopened' },
  { kind: 'reply_failed' },
  { kind: 'held_back', why: 'message' },
  { kind: 'queued', by: 'Sanne', name: 'Bagage en gevonden voorwerpen' },
  { kind: 'promise_flagged' },
] as const

export const notices: NoticeView[] = rows.slice(0, 8).map(({ id, key, title, lang }, at) => ({
  id: `notice${at}`,
  kind: at % 2 === 0 ? 'promise_broken' : 'promise_near',
  conversation: { id, key, title, lang },
  clock: at === 3 ? 'resolution' : 'first',
  rule: at === 2 ? null : 'Storing',
  minutes: at === 3 ? 2_880 : 30,
  dueAt: inMinutes(-3 * at),
  by: null,
  name: null,
  at: inMinutes(-3 - 40 * at),
  readAt: at > 1 ? inMinutes(-2) : null,
  ...more[at - 2],
}))

export const told: Answer<'GET /api/notices'> = { unread: 2, notices, standSince: null }
