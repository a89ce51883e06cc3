import type { Answer, ApiProblem, RouteName } from '#api/contract/contract.ts'

/** What a question carries, as a canned answer may look at it. */
export type Asked = { params: Record<string, string>; query: URLSearchParams; body: unknown }
type Refusal = { status: number; error: ApiProblem['error'] }
/** What the server does when it is asked: answer, refuse, stay silent for ever, or not be there. */
export type Said<N extends RouteName> =
  | { does: 'answer'; with: (asked: Asked) => Answer<N> }
  | { does: 'refuse'; with: Refusal }
  | { does: 'wait' }
  | { does: 'vanish' }
export type Answers = { readonly [N in RouteName]?: Said<N> }

export function says<T>(answer: T | ((asked: Asked) => T)): { does: 'answer'; with: (asked: Asked) => T } {
  // A function is asked, anything else is the answer itself; no answer of the contract is a function.
  return { does: 'answer', with: typeof answer === 'function' ? (answer as (asked: Asked) => T) : () => answer }
}
export const waits = { does: 'wait' } as const
export const vanishes = { does: 'vanish' } as const
export function refuses(status: number, code: string, words = { en: '', nl: '' }) {
  return { does: 'refuse', with: { status, error: { code, message: words.en, details: { words } } } } as const
}

/** What stands on a line of events: the name of each and what it carries. `lost` is a line that never opens. */
export type Line = 'lost' | readonly { event: string; data: unknown }[]

const notHere = refuses(409, 'conflict', {
  en: 'This is the room of states: nothing is kept here, and nothing leaves.',
  nl: 'Dit is de kamer met toestanden: hier wordt niets bewaard en gaat niets weg.',
})

/** Takes the place of the server for as long as this page lives. Nothing that is asked of `/api` reaches the network. */
export function openCannedServer(answers: Answers, lines: { live: Line; welcome: Line }): void {
  const elsewhere = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.origin)
    if (url.origin !== window.location.origin || !url.pathname.startsWith('/api/')) return await elsewhere(input, init)
    return await answerTo(answers, { url, method: init?.method ?? 'GET', body: init?.body, signal: init?.signal })
  }
  window.EventSource = class extends CannedLine {
    constructor(path: string | URL) {
      super(String(path).startsWith('/api/welcome') ? lines.welcome : lines.live)
    }
    // It offers what the pages use of a real one.
  } as unknown as typeof EventSource
}

type Question = { url: URL; method: string; body: unknown; signal: AbortSignal | null | undefined }

async function answerTo(answers: Answers, { url, method, body, signal }: Question): Promise<Response> {
  for (const [name, said] of Object.entries(answers)) {
    const params = paramsIn(name, `${method} ${url.pathname}`)
    if (params) return await answerBy(said, { params, query: url.searchParams, body: parsed(body) }, signal)
  }
  if (method !== 'GET') return refusal(notHere.with)
  // Every question of a screen must be thought of: a test fails on what stands in the console.
  console.error(`The room of states has no answer to ${method} ${url.pathname}`)
  return refusal(refuses(503, 'unavailable').with)
}

async function answerBy(said: Said<RouteName>, asked: Asked, signal: Question['signal']): Promise<Response> {
  switch (said.does) {
    case 'answer':
      return await responseOf(said.with(asked))
    case 'refuse':
      return refusal(said.with)
    case 'vanish':
      throw new TypeError('Failed to fetch')
    case 'wait':
      return await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  }
}

/** What one of several that ask the same gets may be another thing altogether: then it is the response itself. */
async function responseOf(answer: unknown): Promise<Response> {
  const given = await answer
  return given instanceof Response ? given : Response.json(given)
}

export function refusal({ status, error }: Refusal): Response {
  return Response.json({ error }, { status })
}

function paramsIn(name: string, asked: string): Record<string, string> | undefined {
  const pattern = name.replace(/\{(\w+)\}/gu, '(?<$1>[^/]+)')
  return new RegExp(`^${pattern}$`, 'u').exec(asked)?.groups ?? (name === asked ? {} : undefined)
}

function parsed(body: unknown): unknown {
  return typeof body === 'string' ? JSON.parse(body) : undefined
}

const soonMs = 30

class CannedLine extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readyState: number = CannedLine.CONNECTING
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  onmessage: (() => void) | null = null

  constructor(line: Line) {
    super()
    setTimeout(() => this.begin(line), soonMs)
  }

  begin(line: Line) {
    if (this.readyState === CannedLine.CLOSED) return
    if (line === 'lost') {
      this.onerror?.()
      return
    }
    this.readyState = CannedLine.OPEN
    this.onopen?.()
    this.dispatchEvent(new MessageEvent('hello', { data: '{}' }))
    for (const { event, data } of line) this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }))
  }

  close() {
    this.readyState = CannedLine.CLOSED
  }
}
