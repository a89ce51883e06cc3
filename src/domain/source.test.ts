import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SourceHealth, type SourceLedger, sourceHealth } from './source.ts'

const now = new Date('2026-11-23T09:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const fine: SourceLedger = {
  state: 'on',
  lastHeardAt: ago(30),
  lastSuccessAt: ago(10),
  delayMs: 400,
  nextAt: null,
  failure: null,
  expectEveryMs: 60_000,
}

const cases: [string, Partial<SourceLedger>, SourceHealth][] = [
  ['answers and is heard', {}, 'live'],
  ['answers, but nobody said anything yet', { lastHeardAt: null }, 'quiet'],
  ['was never asked', { lastSuccessAt: null, lastHeardAt: null }, 'starting'],
  ['has been silent for more than three turns', { lastSuccessAt: ago(181) }, 'behind'],
  ['fails', { failure: { kind: 'retry', since: ago(5) } }, 'failing'],
  ['asked for patience', { failure: { kind: 'wait', since: ago(5) } }, 'failing'],
  ['wants its account again', { failure: { kind: 'reconnect', since: ago(5) } }, 'reconnect'],
  ['will not have us', { failure: { kind: 'refused', since: ago(5) } }, 'refused'],
  ['is paused, whatever went before', { state: 'paused', failure: { kind: 'retry', since: ago(5) } }, 'paused'],
]
for (const [name, given, health] of cases) {
  test(`a source that ${name} is ${health}`, () => assert.equal(sourceHealth({ ...fine, ...given }, now), health))
}
