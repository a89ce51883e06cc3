import type { Context as HonoContext } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { connectorsIn } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { AppError, messageOf } from '#base/errors.ts'
import {
  type Connector,
  type ConnectorContext,
  type Failure,
  type Heard,
  isFailure,
  type Words,
} from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import type { Span } from '#domain/span.ts'
import { topicQueryMax } from '#domain/topic.ts'
import { type Engine, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { setsFor } from '#mentions/read-sets.ts'
import { queryFor } from '#mentions/start-listening.ts'
import { matchable, termsOf } from '#mentions/topic-engine.ts'
import { assertMay } from '#team/change.ts'
import { assess } from '#triage/assess.ts'
import type { MemberVisit } from './handler.ts'
import { presentPost } from './present/present-listening.ts'

/** Long enough to see whether the names are right; the real sources begin when they are confirmed. */
const listenMostMs = 3 * minute
const hitsMax = 60
const againMs = 20 * second
const listenersMax = 8

let listeners = 0

type Hearing = {
  engine: Engine
  terms: readonly string[]
  names: readonly string[]
  signal: AbortSignal
  hit: (line: object) => void
  status: () => void
  sources: { id: string; name: string; ok: boolean | null; why?: Words }[]
}

/** "What do people call you?": listens at once on every network that needs no key, and shows what it hears. Nothing is kept. */
export async function streamWelcome(context: HonoContext, visit: MemberVisit): Promise<Response> {
  assertMay(visit.ctx, 'topic.create')
  const names = texts(context, 'names', 20)
  const excluded = texts(context, 'excluded', 50)
  // While a search is being written, its own words are listened for.
  const query = context.req.query('query')?.slice(0, topicQueryMax) ?? queryFor({ names, excluded })
  const { workspaceId } = visit.ctx
  const sets = await visit.house.app.db.inWorkspace(workspaceId, (tx) => setsFor(tx, { workspaceId, query }))
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) throw new AppError('bad_input', parsed.errors[0]?.words ?? 'Type a name first.')
  if (listeners >= listenersMax) throw new AppError('too_many', 'Others are trying names right now. Wait a minute.')
  const engine = openEngine()
  engine.add('names', parsed.tree)
  return streamSSE(context, async (stream) => {
    listeners += 1
    const over = new AbortController()
    stream.onAbort(() => over.abort())
    try {
      await hear(stream, visit, {
        engine,
        terms: termsOf(parsed.tree),
        names,
        signal: AbortSignal.any([over.signal, AbortSignal.timeout(listenMostMs)]),
      })
    } finally {
      over.abort()
      listeners -= 1
    }
  })
}

async function hear(
  stream: SSEStreamingApi,
  visit: MemberVisit,
  asked: Pick<Hearing, 'engine' | 'terms' | 'names' | 'signal'>,
): Promise<void> {
  const { app } = visit.house
  const connectors = [...connectorsIn(app, visit.ctx.workspaceId).values()].filter(
    (connector) => connector.firstSource?.(asked.terms) !== undefined,
  )
  const sources = connectors.map(({ id, name }) => ({ id, name, ok: null as boolean | null }))
  const write = (event: string, data: object) =>
    void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => {})
  const hearing: Hearing = {
    ...asked,
    sources,
    hit: (line) => write('hit', line),
    status: () => write('status', { sources }),
  }
  hearing.status()
  const beat = setInterval(hearing.status, 5 * second)
  try {
    await Promise.all(connectors.map((connector) => hearOne(visit, connector, hearing)))
    write('end', {})
  } finally {
    clearInterval(beat)
  }
}

type Ear = {
  connector: Connector
  context: ConnectorContext
  hearing: Hearing
  /** What was shown already: a network that is both streamed and polled tells things twice. */
  seen: Set<string>
}
type Ask = { settings: unknown; cursor: unknown; terms: readonly string[] }

/** By every way the network has, as a source would: where a stream is for members only, the poll still hears. */
async function hearOne(visit: MemberVisit, connector: Connector, hearing: Hearing): Promise<void> {
  const context = visit.house.app.connectorContext(hearing.signal, visit.ctx.workspaceId)
  const ear: Ear = { connector, context, hearing, seen: new Set() }
  const { stream, poll } = connector
  const streamed = async function* (ask: Ask) {
    if (stream) yield* stream(context, ask)
  }
  const polled = async function* (ask: Ask) {
    if (poll) yield await poll(context, ask)
  }
  await Promise.all([stream && hearBy(visit, ear, streamed), poll && hearBy(visit, ear, polled)])
}

async function hearBy(
  visit: MemberVisit,
  ear: Ear,
  outcomes: (ask: Ask) => AsyncIterable<Heard | Failure>,
): Promise<void> {
  const { terms, signal } = ear.hearing
  const ask: Ask = { settings: ear.connector.firstSource?.(terms), cursor: undefined, terms }
  while (!signal.aborted) {
    try {
      for await (const outcome of outcomes(ask)) if (!take(visit, ear, { outcome, ask })) break
    } catch (error) {
      const why = { en: messageOf(error), nl: messageOf(error) }
      take(visit, ear, { outcome: { kind: 'retry', why }, ask })
    }
    await visit.house.app.clock.sleep(againMs, signal)
  }
}

function take(visit: MemberVisit, ear: Ear, { outcome, ask }: { outcome: Heard | Failure; ask: Ask }): boolean {
  const { connector, hearing, seen } = ear
  const status = hearing.sources.find((one) => one.id === connector.id)
  if (isFailure(outcome)) {
    if (status) Object.assign(status, { ok: false, why: outcome.why })
    hearing.status()
    return false
  }
  ask.cursor = outcome.cursor
  if (status && status.ok !== true) {
    Object.assign(status, { ok: true, why: undefined })
    hearing.status()
  }
  for (const item of outcome.items) {
    const post = item.kind === 'post' ? postSchema.safeParse(item.post).data : undefined
    const [match] = post && !seen.has(post.nativeId) ? hearing.engine.match(matchable(post)) : []
    if (!post || !match || seen.size >= hitsMax) continue
    seen.add(post.nativeId)
    // Who says it is looked up beside the stream: a slow answer must not hold up what comes after.
    void withAuthor(ear, { post, settings: ask.settings }).then((named) => show(visit, hearing, named, match.spans))
  }
  return !hearing.signal.aborted
}

/** A stream often knows only the author's id; people know names. */
async function withAuthor(
  { connector, context }: Ear,
  { post, settings }: { post: Post; settings: unknown },
): Promise<Post> {
  if (!connector.fillAuthors || post.author.name || post.author.handle) return post
  const filled = await connector.fillAuthors(context, { settings, posts: [post] }).catch(() => undefined)
  return (filled && !isFailure(filled) && filled.posts[0]) || post
}

function show(visit: MemberVisit, hearing: Hearing, post: Post, spans: readonly Span[]): void {
  const said = assess(post, { brands: hearing.names })
  hearing.hit(presentPost(visit.house.app, post, { spans, said }))
}

function texts(context: HonoContext, name: string, most: number): string[] {
  return (context.req.queries(name) ?? [])
    .map((text) => text.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, most)
}
