import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Connector, Heard, PollAsk } from '#domain/connector.ts'
import { failureOfError, failureOfStatus } from '#domain/http-failure.ts'
import type { PostInput } from '#domain/post.ts'
import { field } from '#domain/settings-form.ts'
import { testConnector } from './connector.ts'
import { type ConnectorTrial, Trial } from './connector-trial.ts'
import { neverGuesses, standsOnce } from './reply-trial.ts'
import type { Tape } from './tape.ts'

type Settings = { url: string }
type Credentials = { token: string }
type Ours = Connector<Settings, Credentials>
const url = 'https://network.test/posts'
const words = { en: 'x', nl: 'x' }

function postOf(id: string): PostInput {
  return {
    network: 'example',
    nativeId: id,
    kind: 'post',
    author: { nativeId: 'a', handle: '', name: '' },
    text: `text ${id}`,
    publishedAt: new Date(0),
  }
}

/** A connector of the simplest network there could be: ids that count up, and replies under a key. */
const good: Ours = {
  id: 'example',
  name: 'Example',
  about: words,
  settings: z.object({ url: z.url().meta(field({ label: words })) }),
  poll: async (context, { settings, cursor }) => {
    try {
      const response = await context.fetch(settings.url, { signal: context.signal })
      const failure = failureOfStatus({
        status: response.status,
        headers: response.headers,
        host: 'network.test',
        now: context.now(),
      })
      const ids = failure ? [] : (z.array(z.number()).safeParse(await response.json().catch(() => [])).data ?? [])
      if (failure) return failure
      const since = Number(cursor ?? 0)
      const fresh = ids.filter((id) => id > since)
      return {
        kind: 'heard',
        items: fresh.map((id) => ({ kind: 'post', post: postOf(String(id)) })),
        cursor: fresh.length > 0 ? Math.max(...fresh) : cursor,
        more: false,
      }
    } catch (error) {
      return failureOfError(error)
    }
  },
  trySource: async (context, ask) => {
    const heard = await good.poll?.(context, ask)
    return heard?.kind === 'heard'
      ? { kind: 'tried', found: [], says: words }
      : (heard ?? { kind: 'retry', why: words })
  },
  reply: {
    recovery: 'key',
    visibleWithinMs: 1_000,
    send: async (context, { key, text }) => {
      const response = await context.fetch(url, {
        method: 'POST',
        body: JSON.stringify({ key, text }),
        signal: context.signal,
      })
      const failure = failureOfStatus({
        status: response.status,
        headers: response.headers,
        host: 'network.test',
        now: context.now(),
      })
      return failure ?? { kind: 'sent', nativeId: `re:${key}` }
    },
  },
}

const tape = (ids: readonly number[]): { tape: Tape } => ({
  tape: (request) => (request.url === url ? { body: ids } : undefined),
})
const trial: ConnectorTrial<Settings, Credentials> = {
  settings: { url },
  credentials: { token: 'x' },
  account: { nativeId: 'us', handle: 'us' },
  tape: () => tape([1, 2]),
  hears: ['text 1', 'text 2'],
  empty: () => tape([]),
  later: { tape: () => tape([1, 2, 3]), hears: ['text 3'] },
  progress: (cursor) => Number(cursor ?? 0),
  sends: {
    post: { nativeId: '1' },
    text: 'Sorry',
    open: () => {
      const stored = new Map<string, string>()
      return {
        stands: () => stored.size,
        tape: ({ body }) => {
          const { key, text } = JSON.parse(body) as { key: string; text: string }
          stored.set(key, text)
          return { body: {} }
        },
      }
    },
  },
}

testConnector(good, trial)

type Poll = NonNullable<Ours['poll']>
/** The good connector, with one thing wrong in what it hears. */
function hearing(bend: (heard: Heard, ask: PollAsk<Settings, Credentials>) => Heard): Ours {
  const poll: Poll = async (context, ask) => {
    const heard = await good.poll?.(context, ask)
    assert.ok(heard)
    return heard.kind === 'heard' ? bend(heard, ask) : heard
  }
  return { ...good, poll }
}
function caught(
  name: string,
  connector: Ours,
  promise: (run: Trial<Settings, Credentials>) => unknown,
  bent: Partial<typeof trial> = {},
): void {
  test(`a connector that ${name} is caught`, async () => {
    await assert.rejects(async () => promise(new Trial(connector, { ...trial, ...bent })))
  })
}

let runs = 0
caught(
  'gives posts that do not fit',
  hearing((heard) => ({
    ...heard,
    items: [
      { kind: 'post', post: { ...postOf('1'), url: 'javascript:1', text: 'text 1' } },
      { kind: 'post', post: postOf('2') },
    ],
  })),
  (run) => run.hears(),
)
caught(
  'names another network',
  hearing((heard) => ({
    ...heard,
    items: heard.items.map((item) =>
      !('post' in item) ? item : { ...item, post: { ...item.post, network: 'other' } },
    ),
  })),
  (run) => run.hears(),
)
caught(
  'misses a post',
  hearing((heard) => ({ ...heard, items: heard.items.slice(1) })),
  (run) => run.hears(),
)
caught(
  'makes up ids',
  hearing((heard) => ({
    ...heard,
    items: heard.items.map((item) =>
      !('post' in item) ? item : { ...item, post: { ...item.post, nativeId: `${runs++}` } },
    ),
  })),
  (run) => run.keepsIds(),
)
caught(
  'loses its cursor on an empty page',
  hearing((heard) => ({ ...heard, cursor: heard.items.length > 0 ? heard.cursor : undefined })),
  (run) => run.keepsCursor(),
)
caught(
  'goes back',
  hearing((heard, { cursor }) => ({ ...heard, cursor: heard.items.length > 0 ? heard.cursor : Number(cursor) - 1 })),
  (run) => run.movesOn(),
)
caught(
  'never moves on',
  hearing((heard) => ({ ...heard, cursor: 0 })),
  (run) => run.movesOn(),
  { progress: undefined },
)
caught(
  'has a cursor that is no JSON',
  hearing((heard) => ({ ...heard, cursor: new Map() })),
  (run) => run.movesOn(),
  { progress: undefined },
)
caught(
  'never ends a page',
  hearing((heard) => ({ ...heard, more: true })),
  (run) => run.hears(),
)
caught(
  'asks for something outside the tape',
  {
    ...good,
    poll: async (context, ask) => {
      await context.fetch('https://elsewhere.test/').catch(() => {})
      return (await good.poll?.(context, ask)) ?? { kind: 'retry', why: words }
    },
  },
  (run) => run.hears(),
)
caught(
  'takes every failure for a passing one',
  {
    ...good,
    poll: async (context, ask) => {
      const heard = await good.poll?.(context, ask)
      return heard?.kind === 'heard' ? heard : { kind: 'retry', why: words }
    },
  },
  (run) => run.waits(),
)
caught('does not know when it is signed out', { ...good, poll: async () => ({ kind: 'refused', why: words }) }, (run) =>
  run.meets({ status: 401 }, ['reconnect']),
)
caught('speaks one language', { ...good, poll: async () => ({ kind: 'retry', why: { en: 'x', nl: '' } }) }, (run) =>
  run.meetsTrouble(),
)
caught('throws', { ...good, poll: () => Promise.reject(new Error('x')) }, (run) => run.meetsNonsense())
caught('does not stop', { ...good, poll: () => new Promise(() => {}) }, (run) => run.aborts())
caught('has a field without words', { ...good, settings: z.object({ url: z.url() }) }, (run) => run.drawsForms())
caught(
  'changes something while it only tries',
  {
    ...good,
    trySource: async (context) => {
      await context.fetch(url, { method: 'POST' })
      return { kind: 'tried', found: [], says: words }
    },
  },
  (run) => run.tries(),
)
const reply = good.reply
assert.ok(reply)
caught(
  'posts twice under one key',
  { ...good, reply: { ...reply, send: (context, ask) => reply.send(context, { ...ask, key: `${ask.key}${runs++}` }) } },
  standsOnce,
)
caught(
  'calls trouble after sending a failure, and would send twice',
  { ...good, reply: { ...reply, recovery: 'blind', find: undefined } },
  neverGuesses,
)
