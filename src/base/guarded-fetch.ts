import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, WebSocket as UndiciWebSocket, fetch as undiciFetch } from 'undici'
import { type AddressRules, addressRules, isAddress, plainHost } from './address-rules.ts'
import { second } from './clock.ts'
import { FetchFailed, type FetchFailedWhy } from './fetch-failed.ts'

/** How long and how much one request may take. `bytesMax` is counted after decompression. */
export type FetchLimits = { headersMs: number; idleMs: number; totalMs: number; bytesMax: number }

const usual: FetchLimits = { headersMs: 5 * second, idleMs: 3 * second, totalMs: 10 * second, bytesMax: 5_000_000 }
/** No caller may ask for more than this. */
export const fetchLimitsMost: FetchLimits = {
  headersMs: 30 * second,
  idleMs: 60 * second,
  totalMs: 300 * second,
  bytesMax: 100_000_000,
}

const redirectsMax = 5
const urlCharsMax = 8_192
const sentBytesMax = 20_000_000
const headerBytesMax = 32_768
const socketsPerOriginMax = 8
const frameBytesMax = 5_000_000
const handshakeMs = 10 * second

export type GuardedInit = RequestInit & { limits?: Partial<FetchLimits> }
export type GuardedNetwork = {
  /** Rejects with `FetchFailed` and nothing else. A caller may widen `limits` up to `fetchLimitsMost`. */
  fetch: (input: string | URL | Request, init?: GuardedInit) => Promise<Response>
  /** Throws `FetchFailed` where the address itself is refused; later troubles come as `error` and `close`. */
  openSocket: (url: string, options?: { protocols?: string[]; headers?: Record<string, string> }) => WebSocket
  /** Where a host stands, for what does not speak HTTP (mail). Rejects with `FetchFailed` where it leads inside. */
  resolveHost: (host: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * The only way out of the house: our own client, which looks at every address at the moment it connects, so that neither a name that
 * changes its mind nor a redirect leads inside. Made once; connections are shared.
 */
export function openGuardedNetwork(options: {
  userAgent: string
  /** Hosts, addresses and CIDRs inside that an administrator allows. */
  allow?: readonly string[]
  limits?: Partial<FetchLimits>
  /** For tests: names resolved without a name server. */
  lookup?: LookupFunction
}): GuardedNetwork {
  const rules = addressRules(options.allow)
  const guarded = guardLookup(rules, options.lookup ?? systemLookup)
  const agent = openAgent(rules, guarded)
  const start: Start = { agent, rules, userAgent: options.userAgent, limits: { ...usual, ...options.limits } }
  return {
    fetch: (input, init) => fetchGuarded(start, input, init),
    openSocket: (url, socketOptions) => openSocketGuarded(start, url, socketOptions),
    resolveHost: (host) => resolveGuarded(host, { rules, guarded }),
    close: () => agent.destroy(),
  }
}

/** `Wederhoor/0.1.0 (+https://care.example.org)`: whoever is asked can see who asks, and where to complain. */
export function userAgentOf({ version, address }: { version: string; address?: string | undefined }): string {
  return `Wederhoor/${version} (+${address ?? 'self-hosted'})`
}

type Start = { agent: Agent; rules: AddressRules; userAgent: string; limits: FetchLimits }

function guardLookup(rules: AddressRules, lookup: LookupFunction): LookupFunction {
  return (hostname, lookupOptions, done) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return done(error, [])
      const addresses = Array.isArray(found) ? found : [{ address: found, family: found.includes(':') ? 6 : 4 }]
      // One inside address among many is enough to refuse: the next attempt would take it.
      const isFine = addresses.length > 0 && addresses.every(({ address }) => rules.isAllowed(address, hostname))
      if (!isFine) return done(new FetchFailed('inside-address', hostname), [])
      if (lookupOptions.all) return done(null, addresses)
      done(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}

async function resolveGuarded(
  given: string,
  { rules, guarded }: { rules: AddressRules; guarded: LookupFunction },
): Promise<string> {
  const host = plainHost(given)
  if (isAddress(host)) {
    if (!rules.isAllowed(host, host)) throw new FetchFailed('inside-address', host)
    return host
  }
  return new Promise((resolve, reject) => {
    guarded(host, { all: true }, (error, found) => {
      const [first] = Array.isArray(found) ? found : [{ address: found }]
      if (error || !first?.address) reject(asFetchFailed(error ?? new FetchFailed('not-found', host), host))
      else resolve(first.address)
    })
  })
}

function openAgent(rules: AddressRules, guarded: LookupFunction): Agent {
  const connect = buildConnector({ allowH2: false, timeout: handshakeMs, lookup: guarded })
  return new Agent({
    // A literal address never passes a lookup, so it is asked here as well.
    connect: (to, done) => {
      const host = plainHost(to.hostname)
      if (isAddress(host) && !rules.isAllowed(host, host)) return done(new FetchFailed('inside-address', host), null)
      connect({ ...to, hostname: host }, done)
    },
    connections: socketsPerOriginMax,
    maxHeaderSize: headerBytesMax,
    headersTimeout: fetchLimitsMost.headersMs,
    bodyTimeout: fetchLimitsMost.totalMs,
    webSocket: { maxPayloadSize: frameBytesMax },
  })
}

async function fetchGuarded(start: Start, input: string | URL | Request, init: GuardedInit = {}): Promise<Response> {
  const limits = boundedLimits(start.limits, init.limits)
  const address = typeof input === 'string' || input instanceof URL ? String(input) : input.url
  const url = checkedUrl(start.rules, address, webProtocols)
  const signal = init.signal ?? (input instanceof Request ? input.signal : undefined)
  const watch = openWatch(url.hostname, limits.totalMs, signal)
  try {
    const outgoing = await readOutgoing(input, init, start.userAgent, url)
    return await follow(start, { ...outgoing, url, watch, limits, redirect: init.redirect ?? 'follow' })
  } catch (error) {
    watch.end()
    throw asFetchFailed(error, url.hostname)
  }
}

type Outgoing = { method: string; headers: Headers; body: Uint8Array | undefined }
type Walk = Outgoing & { url: URL; watch: Watch; limits: FetchLimits; redirect: RequestRedirect }

async function readOutgoing(
  input: string | URL | Request,
  init: GuardedInit,
  userAgent: string,
  url: URL,
): Promise<Outgoing> {
  const { limits: _limits, signal: _signal, ...plain } = init
  // Node's own Request turns every kind of body into bytes; undici from npm would not know Node's FormData.
  const request = new Request(input, plain.body ? ({ ...plain, duplex: 'half' } as RequestInit) : plain)
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined
  if (body && body.length > sentBytesMax) throw new FetchFailed('too-large', url.hostname)
  const headers = new Headers(request.headers)
  if (!headers.has('user-agent')) headers.set('user-agent', userAgent)
  return { method: request.method, headers, body }
}

async function follow(start: Start, first: Walk): Promise<Response> {
  let walk = first
  for (let redirects = 0; redirects <= redirectsMax; redirects++) {
    const response = await ask(start, walk)
    const location = isRedirect(response.status) ? response.headers.get('location') : null
    if (location === null || walk.redirect === 'manual') return finish(response, walk, redirects > 0)
    await response.body?.cancel()
    walk = nextStep(start, walk, response.status, location)
  }
  throw new FetchFailed('too-many-redirects', first.url.hostname)
}

async function ask(start: Start, walk: Walk): Promise<Response> {
  const stopTimer = walk.watch.within(walk.limits.headersMs)
  try {
    const { method, body, watch } = walk
    const headers = Object.fromEntries(walk.headers)
    const response = await undiciFetch(walk.url, {
      method,
      headers,
      body,
      signal: watch.signal,
      redirect: 'manual',
      dispatcher: start.agent,
    })
    return response as unknown as Response // The same shape as Node's own, from another copy of the class.
  } finally {
    stopTimer()
  }
}

function nextStep(start: Start, walk: Walk, status: number, location: string): Walk {
  const from = walk.url
  if (walk.redirect === 'error' || !URL.canParse(location, from)) throw new FetchFailed('bad-redirect', from.hostname)
  const url = new URL(location, from)
  if (!webProtocols.has(url.protocol) || url.username || url.password)
    throw new FetchFailed('bad-redirect', from.hostname)
  checkedUrl(start.rules, url.href, webProtocols)
  const becomesGet = (status === 303 && walk.method !== 'HEAD') || (status < 303 && walk.method === 'POST')
  const isSame = url.origin === from.origin
  const headers = isSame ? new Headers(walk.headers) : harmlessHeaders(walk.headers)
  if (!becomesGet) {
    // What we were to tell one house is not told to another, and never over an open line.
    if (walk.body && !isSame) throw new FetchFailed('bad-redirect', from.hostname)
    return { ...walk, url, headers }
  }
  for (const name of ['content-type', 'content-length', 'content-encoding', 'content-language']) headers.delete(name)
  return { ...walk, url, headers, method: 'GET', body: undefined }
}

/** Everything else may be a secret of the first host: Authorization, cookies, keys under names we do not know. */
const harmless = ['accept', 'accept-language', 'user-agent', 'if-none-match', 'if-modified-since', 'range']
function harmlessHeaders(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => harmless.includes(name)))
}

const statusesWithoutBody = new Set([204, 205, 304])

function finish(response: Response, walk: Walk, isRedirected: boolean): Response {
  const { watch, limits, url } = walk
  if (response.status > 599) throw new FetchFailed('bad-answer', url.hostname)
  if (Number(response.headers.get('content-length') ?? 0) > limits.bytesMax && walk.method !== 'HEAD')
    throw new FetchFailed('too-large', url.hostname)
  const hasBody = response.body && !statusesWithoutBody.has(response.status)
  if (!hasBody) watch.end()
  const { status, statusText } = response
  const headers = new Headers([...response.headers])
  const result = new Response(hasBody ? cappedBody(response.body, walk) : null, { status, statusText, headers })
  Object.defineProperties(result, { url: { value: url.href }, redirected: { value: isRedirected } })
  return result
}

function cappedBody(body: ReadableStream<Uint8Array>, { watch, limits, url }: Walk): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  const fail = (why: FetchFailed): never => {
    watch.stop(why)
    throw why
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const stopTimer = watch.within(limits.idleMs)
        try {
          const { done, value } = await reader.read()
          if (done) {
            watch.end()
            return controller.close()
          }
          bytes += value.length
          if (bytes > limits.bytesMax) throw new FetchFailed('too-large', url.hostname)
          controller.enqueue(value)
        } catch (error) {
          fail(asFetchFailed(error, url.hostname))
        } finally {
          stopTimer()
        }
      },
      cancel: () => watch.stop(new FetchFailed('aborted', url.hostname)),
    },
    { highWaterMark: 0 },
  )
}

type Watch = {
  signal: AbortSignal
  stop: (why: FetchFailed) => void
  /** Stops everything when the returned function was not called within `delayMs`. */
  within: (delayMs: number) => () => void
  end: () => void
}

function openWatch(host: string, totalMs: number, outer: AbortSignal | null | undefined): Watch {
  const controller = new AbortController()
  const stop = (why: FetchFailed): void => {
    end()
    controller.abort(why)
  }
  const within = (delayMs: number): (() => void) => {
    const timer = setTimeout(() => stop(new FetchFailed('too-slow', host)), delayMs).unref()
    return () => clearTimeout(timer)
  }
  const stopTotal = within(totalMs)
  const onAbort = (): void => stop(new FetchFailed('aborted', host, { cause: outer?.reason }))
  function end(): void {
    stopTotal()
    outer?.removeEventListener('abort', onAbort)
  }
  if (outer?.aborted) onAbort()
  else outer?.addEventListener('abort', onAbort, { once: true })
  return { signal: controller.signal, stop, within, end }
}

function openSocketGuarded(
  start: Start,
  address: string,
  options: { protocols?: string[]; headers?: Record<string, string> } = {},
): WebSocket {
  const url = checkedUrl(start.rules, address, socketProtocols)
  const headers = { 'user-agent': start.userAgent, ...options.headers }
  const socket = new UndiciWebSocket(url, { protocols: options.protocols ?? [], headers, dispatcher: start.agent })
  const timer = setTimeout(() => socket.close(), handshakeMs)
  for (const event of ['open', 'close', 'error'])
    socket.addEventListener(event, () => clearTimeout(timer), { once: true })
  return socket as unknown as WebSocket // The same shape as the global one, from another copy of the class.
}

const webProtocols = new Set(['http:', 'https:'])
const socketProtocols = new Set(['ws:', 'wss:'])

/** The URL parser makes every spelling of an address plain (`0x7f.1` → `127.0.0.1`) before it is judged. */
function checkedUrl(rules: AddressRules, address: string, protocols: ReadonlySet<string>): URL {
  if (address.length > urlCharsMax || !URL.canParse(address)) throw new FetchFailed('bad-url', '')
  const url = new URL(address)
  if (!protocols.has(url.protocol) || url.username || url.password) throw new FetchFailed('bad-url', url.hostname)
  const host = plainHost(url.hostname)
  if (isAddress(host) && !rules.isAllowed(host, host)) throw new FetchFailed('inside-address', host)
  return url
}

function boundedLimits(base: FetchLimits, wanted: Partial<FetchLimits> = {}): FetchLimits {
  const limits = { ...base, ...wanted }
  return {
    headersMs: Math.min(limits.headersMs, fetchLimitsMost.headersMs),
    idleMs: Math.min(limits.idleMs, fetchLimitsMost.idleMs),
    totalMs: Math.min(limits.totalMs, fetchLimitsMost.totalMs),
    bytesMax: Math.min(limits.bytesMax, fetchLimitsMost.bytesMax),
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

const causesMax = 8

/** Whatever undici, TLS, the name server or zlib threw, as one of ours. */
function asFetchFailed(error: unknown, host: string): FetchFailed {
  let at: unknown = error
  let why: FetchFailedWhy = 'no-connection'
  for (let depth = 0; depth < causesMax && at instanceof Error; depth++) {
    if (at instanceof FetchFailed) return at
    why = whyOf(at) ?? why
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  return new FetchFailed(why, host, { cause: error })
}

function whyOf(error: Error): FetchFailedWhy | undefined {
  const code = 'code' in error ? String(error.code) : ''
  if (error.message === 'bad port') return 'bad-url' // The fetch standard closes some ports; undici gives no code for it.
  if (error.name === 'HTTPParserError') return 'bad-answer'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'not-found'
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'ETIMEDOUT')
    return 'too-slow'
  if (/CERT|SELF_SIGNED|^ERR_TLS|UNABLE_TO/.test(code)) return 'bad-certificate'
  if (/^HPE_|^Z_|^ERR_BROTLI|^ERR_|_OVERFLOW$|CONTENT_LENGTH/.test(code)) return 'bad-answer'
  return undefined
}
