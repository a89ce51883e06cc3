import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import {
  type ActAsk,
  type Connector,
  type ConnectorContext,
  defineConnector,
  type Failure,
  type SendAsk,
} from '#domain/connector.ts'

export type FakePost = {
  id: string
  key: string
  account: string
  parent: string
  text: string
  visibleAtMs: number
  isRemoved: boolean
}
/** What happens to one call to post: whether it stands afterwards, and what the caller hears of it. */
const faults = {
  none: { posts: 'at once', answers: 200 },
  late: { posts: 'late', answers: 200 },
  refused: { posts: 'no', answers: 422 },
  '429': { posts: 'no', answers: 429 },
  '401': { posts: 'no', answers: 401 },
  '500 before': { posts: 'no', answers: 500 },
  '500 after': { posts: 'late', answers: 500 },
  'cut before': { posts: 'no', answers: 'a broken line' },
  'cut after': { posts: 'at once', answers: 'a broken line' },
  'hangs before': { posts: 'no', answers: 'nothing' },
  'hangs after': { posts: 'late', answers: 'nothing' },
} as const
export type FakeFault = keyof typeof faults

export type FakeNetwork = {
  url: string
  /** The truth: everything that was ever accepted. */
  posts: FakePost[]
  /** How many requests of each kind came in. */
  asked: { post: number; find: number; like: number; remove: number; whoami: number }
  /** The fault of the next call to post; by default none. */
  nextFault: () => FakeFault
  close(): Promise<void>
}

const retryAfterSeconds = 3

/** A server on loopback that keeps the truth. It knows one token an account (`token-of-<account>`), and refuses others. */
export async function openFakeNetwork(options: { hasKeys: boolean; lateMs: number }): Promise<FakeNetwork> {
  const network: FakeNetwork = {
    url: '',
    posts: [],
    asked: { post: 0, find: 0, like: 0, remove: 0, whoami: 0 },
    nextFault: () => 'none',
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((request, response) => {
    void answer(network, options, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  network.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return network
}

type Options = { hasKeys: boolean; lateMs: number }

async function answer(
  network: FakeNetwork,
  options: Options,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const account = /^Bearer token-of-(.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const url = new URL(request.url ?? '/', network.url)
  if (!account) return end(response, 401, {})
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /whoami':
      network.asked.whoami += 1
      return end(response, 200, { id: account })
    case 'GET /posts': {
      network.asked.find += 1
      const [parent, text] = [url.searchParams.get('parent'), url.searchParams.get('text')]
      const isIt = (post: FakePost) =>
        post.account === account && post.parent === parent && post.text === text && isVisible(post)
      return end(response, 200, { found: network.posts.find(isIt)?.id ?? null })
    }
    case 'POST /posts':
      network.asked.post += 1
      return receive(network, { ...options, account, body: await bodyOf(request), response })
    case 'POST /likes':
      network.asked.like += 1
      return end(response, 200, {})
    case 'DELETE /posts': {
      network.asked.remove += 1
      const post = network.posts.find((one) => one.id === url.searchParams.get('id') && one.account === account)
      if (post) post.isRemoved = true
      return end(response, post ? 200 : 404, {})
    }
    default:
      return end(response, 404, {})
  }
}

function isVisible(post: FakePost): boolean {
  return !post.isRemoved && post.visibleAtMs <= Date.now()
}

const bodySchema = z.object({ key: z.string(), parent: z.string(), text: z.string() })

function receive(
  network: FakeNetwork,
  input: Options & { account: string; body: unknown; response: ServerResponse },
): void {
  const { response, account, hasKeys, lateMs } = input
  const wish = bodySchema.parse(input.body)
  const { posts, answers } = faults[network.nextFault()]
  let post = hasKeys ? network.posts.find((one) => one.key === wish.key) : undefined
  if (!post && posts !== 'no') {
    const visibleAtMs = Date.now() + (posts === 'late' ? lateMs : 0)
    post = { id: `${account}-${network.posts.length + 1}`, account, ...wish, visibleAtMs, isRemoved: false }
    network.posts.push(post)
  }
  if (answers === 'nothing') return
  if (answers === 'a broken line') {
    response.destroy()
    return
  }
  if (answers === 429) response.setHeader('Retry-After', `${retryAfterSeconds}`)
  end(response, answers, answers === 200 ? { id: post?.id } : {})
}

function end(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const credentials = z.object({ token: z.string().min(1) })
type Credentials = z.infer<typeof credentials>
const idAnswer = z.object({ id: z.string() })
const foundAnswer = z.object({ found: z.string().nullable() })

/** The connector of such a server, as a good one is written: what it cannot be sure of, it throws. */
export function fakeNetworkConnector(input: {
  id: string
  url: string
  recovery: 'key' | 'read-back' | 'blind'
  visibleWithinMs: number
}): Connector {
  const { id, url, recovery, visibleWithinMs } = input
  const ask = (context: ConnectorContext, { token }: Credentials, path: string, init: RequestInit = {}) =>
    context.fetch(`${url}${path}`, { ...init, headers: { Authorization: `Bearer ${token}` }, signal: context.signal })
  const act = async (context: ConnectorContext, given: Credentials, path: string, init: RequestInit) => {
    const response = await ask(context, given, path, init)
    return response.ok ? ({ kind: 'acted' } as const) : failureOf(context, response)
  }
  const search = ({ post, text }: SendAsk<Credentials>) => new URLSearchParams({ parent: post.nativeId, text })
  const typed = defineConnector<unknown, Credentials>({
    id,
    name: `Fake (${recovery})`,
    about: { en: 'A network for tests.', nl: 'Een netwerk voor tests.' },
    settings: z.object({}),
    credentials,
    limits: { max: 300, unit: 'grapheme' },
    trySource: async () => ({ kind: 'tried', found: [], says: { en: 'It answers.', nl: 'Het antwoordt.' } }),
    notifications: async (_context, { cursor }) => ({ kind: 'heard', items: [], cursor, more: false }),
    async connect(context, given) {
      const response = await ask(context, given, '/whoami')
      if (!response.ok) return failureOf(context, response)
      const { id: nativeId } = idAnswer.parse(await response.json())
      return { kind: 'connected', account: { nativeId, handle: nativeId, name: nativeId } }
    },
    reply: {
      recovery,
      visibleWithinMs,
      async send(context, given) {
        const body = JSON.stringify({ key: given.key, parent: given.post.nativeId, text: given.text })
        const response = await ask(context, given.credentials, '/posts', { method: 'POST', body })
        if (!response.ok) return failureOf(context, response)
        return { kind: 'sent', nativeId: idAnswer.parse(await response.json()).id }
      },
      ...(recovery === 'blind'
        ? {}
        : {
            async find(context: ConnectorContext, given: SendAsk<Credentials>) {
              const response = await ask(context, given.credentials, `/posts?${search(given)}`)
              if (!response.ok) return failureOf(context, response)
              const { found } = foundAnswer.parse(await response.json())
              return found ? ({ kind: 'found', nativeId: found } as const) : ({ kind: 'not-found' } as const)
            },
          }),
      remove: (context, { credentials: given, post }: ActAsk<Credentials>) =>
        act(context, given, `/posts?id=${encodeURIComponent(post.nativeId)}`, { method: 'DELETE' }),
    },
    like: (context, { credentials: given }) => act(context, given, '/likes', { method: 'POST' }),
  })
  // Shared code holds every connector as one of unknown settings and credentials; the loader of connectors/ does the same.
  return typed as Connector
}

/** A 500 says nothing about whether it was posted, so it is thrown. */
function failureOf(context: ConnectorContext, response: Response): Failure {
  const why = { en: `The network said ${response.status}.`, nl: `Het netwerk zei ${response.status}.` }
  switch (response.status) {
    case 401:
      return { kind: 'reconnect', why }
    case 429: {
      const seconds = Number(response.headers.get('Retry-After') ?? 60)
      return { kind: 'wait', why, until: new Date(context.now().getTime() + seconds * 1_000) }
    }
    case 404:
    case 422:
      return { kind: 'refused', why }
    default:
      throw new Error(why.en)
  }
}
