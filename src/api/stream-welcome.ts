import type { Context as HonoContext } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { minute, second } from '#base/clock.ts'
import { AppError, messageOf } from '#base/errors.ts'
import { type Connector, type Failure, type Heard, isFailure, type Words } from '#domain/connector.ts'
import { postSchema } from '#domain/post.ts'
import { type Engine, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { queryFor } from '#mentions/start-listening.ts'
import { matchable, termsOf } from '#mentions/topic-engines.ts'
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
export function streamWelcome(context: HonoContext, visit: MemberVisit): Response {
  const names = texts(context, 'names', 20)
  const query = queryFor({ names, excluded: texts(context, 'excluded', 50) })
  const parsed = parseQuery(query)
  if (!parsed.ok) throw new AppError('bad_input', parsed.errors[0]?.words.en ?? 'Type a name first.')
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
  const connectors = [...app.connectors.values()].filter(
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

async function hearOne(visit: MemberVisit, connector: Connector, hearing: Hearing): Promise<void> {
  const { app } = visit.house
  const { signal } = hearing
  const ask = { settings: connector.firstSource?.(hearing.terms), cursor: undefined as unknown, terms: hearing.terms }
  const context = app.connectorContext(signal)
  const told = { seen: new Set<string>() }
  while (!signal.aborted) {
    try {
      if (connector.stream) {
        for await (const outcome of connector.stream(context, ask)) {
          if (!take(visit, connector, { outcome, hearing, told, ask })) break
        }
      } else if (connector.poll) {
        take(visit, connector, { outcome: await connector.poll(context, ask), hearing, told, ask })
      }
    } catch (error) {
      const why = { en: messageOf(error), nl: messageOf(error) }
      take(visit, connector, { outcome: { kind: 'retry', why }, hearing, told, ask })
    }
    await app.clock.sleep(againMs, signal)
  }
}

function take(
  visit: MemberVisit,
  connector: Connector,
  input: { outcome: Heard | Failure; hearing: Hearing; told: { seen: Set<string> }; ask: { cursor: unknown } },
): boolean {
  const { outcome, hearing, told, ask } = input
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
    if (item.kind !== 'post' || told.seen.size >= hitsMax) continue
    const parsed = postSchema.safeParse(item.post)
    if (!parsed.success || told.seen.has(parsed.data.nativeId)) continue
    const [match] = hearing.engine.match(matchable(parsed.data))
    if (!match) continue
    told.seen.add(parsed.data.nativeId)
    const said = assess(parsed.data, { brands: hearing.names })
    hearing.hit(
      presentPost(visit.house.app, parsed.data, {
        spans: match.spans,
        sentiment: said.sentiment.class,
        lang: said.lang,
      }),
    )
  }
  return !hearing.signal.aborted
}

function texts(context: HonoContext, name: string, most: number): string[] {
  return (context.req.queries(name) ?? [])
    .map((text) => text.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, most)
}
