import { FetchFailed, type FetchFailedWhy } from '#base/fetch-failed.ts'
import type { ConnectorContext } from '#domain/connector.ts'
import { type FakeClock, openFakeClock } from './fake-clock.ts'
import { FakeSocket } from './fake-socket.ts'

export type TapedRequest = { method: string; url: string; headers: Headers; body: string }
/** `body` as text, bytes, or anything else to be sent as JSON. `hangs` answers only when the request is aborted. */
export type TapedAnswer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | { fails: FetchFailedWhy }
  | 'hangs'
/** The network of one test: a request and its answer, or undefined for what is not on the tape. */
export type Tape = (request: TapedRequest) => TapedAnswer | undefined | Promise<TapedAnswer | undefined>
/** What a socket's other end does once it is open; undefined where nobody listens. */
export type SocketTape = (url: string) => ((socket: FakeSocket) => void) | undefined

export type TapedNetwork = {
  context: (signal?: AbortSignal) => ConnectorContext
  clock: FakeClock
  requests: TapedRequest[]
  /** What was asked for and is not on the tape. A test that ends well leaves it empty. */
  outside: string[]
}

const socketDefaults: SocketTape = () => undefined
const requestsMax = 1_000

/**
 * Lines of a tape: `'GET https://example.org/feed'` → its answer. A key that ends in `*` is a beginning. A list gives one answer a request and
 * then repeats its last; a function decides by itself.
 */
export function tapeOf(lines: Record<string, TapedAnswer | readonly TapedAnswer[] | Tape>): Tape {
  const asked = new Map<string, number>()
  return (request) => {
    const name = `${request.method} ${request.url}`
    const key = Object.keys(lines).find((line) =>
      line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : line === name,
    )
    const line = key === undefined ? undefined : lines[key]
    if (typeof line === 'function') return line(request)
    if (!Array.isArray(line)) return line as TapedAnswer | undefined
    const count = asked.get(name) ?? 0
    asked.set(name, count + 1)
    return line[Math.min(count, line.length - 1)]
  }
}

/** Every request gets this answer: a network in trouble. */
export function always(answer: TapedAnswer): Tape {
  return () => answer
}

export function openTapedNetwork(options: { tape: Tape; sockets?: SocketTape; clock?: FakeClock }): TapedNetwork {
  const clock = options.clock ?? openFakeClock()
  const requests: TapedRequest[] = []
  const outside: string[] = []
  const sockets = options.sockets ?? socketDefaults

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init?.body ? ({ ...init, duplex: 'half' } as RequestInit) : init)
    const host = new URL(request.url).hostname
    if (request.signal.aborted) throw new FetchFailed('aborted', host)
    const taped = {
      method: request.method,
      url: request.url,
      headers: new Headers(request.headers),
      body: await request.text(),
    }
    requests.push(taped)
    if (requests.length > requestsMax) throw new Error(`more than ${requestsMax} requests: this looks like a loop`)
    const answer = await options.tape(taped)
    if (answer === undefined) {
      outside.push(`${taped.method} ${taped.url}`)
      throw new FetchFailed('no-connection', host)
    }
    if (answer === 'hangs') return hang(request.signal, host)
    if ('fails' in answer) throw new FetchFailed(answer.fails, host)
    return responseOf(answer, taped.url)
  }

  return {
    clock,
    requests,
    outside,
    context: (signal = new AbortController().signal) => ({
      fetch,
      signal,
      now: () => clock.now(),
      sleep: (delayMs) => clock.sleep(delayMs, signal),
      openSocket: (url) => {
        const script = sockets(url)
        if (!script) outside.push(`SOCKET ${url}`)
        return new FakeSocket(url, script) as unknown as WebSocket // What a connector may use of a socket, and no more.
      },
    }),
  }
}

function hang(signal: AbortSignal, host: string): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new FetchFailed('aborted', host)), { once: true })
  })
}

const statusesWithoutBody = new Set([204, 205, 304])

function responseOf(
  answer: { status?: number; headers?: Record<string, string>; body?: unknown },
  url: string,
): Response {
  const { status = 200, body } = answer
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body === undefined
  const headers = new Headers(isRaw ? answer.headers : { 'content-type': 'application/json', ...answer.headers })
  const sent = isRaw ? ((body ?? '') as BodyInit) : JSON.stringify(body)
  const response = new Response(statusesWithoutBody.has(status) ? null : sent, { status, headers })
  Object.defineProperty(response, 'url', { value: url })
  return response
}
