import { createHash } from 'node:crypto'
import type { Tape, TapedAnswer, TapedRequest } from './tape.ts'

export const fakeService = 'https://pds.example'
export const fakeAppview = 'https://appview.example'
const ownDid = 'did:plc:ourselves'

export type FakeBluesky = {
  tape: Tape
  /** What stands, by its at-uri. */
  records: Map<string, Record<string, unknown>>
  signIns: () => number
  refreshes: () => number
  /** The access token is no longer good; with `forEver` the refresh token neither. */
  expire: (how?: { forEver: boolean }) => void
}

type Stored = { appPassword?: string; notifications?: readonly unknown[]; posts?: readonly unknown[] }

/**
 * The few methods of a PDS and an appview that the connector calls, in one server under two names: enough of their rules
 * to fail where the real ones fail. The real ones are asked in test/bluesky.
 */
export function openFakeBluesky({
  appPassword = 'good-password',
  notifications = [],
  posts = [],
}: Stored = {}): FakeBluesky {
  const records = new Map<string, Record<string, unknown>>()
  let signIns = 0
  let refreshes = 0
  let token = 1
  let goodFrom = 1
  let isRefused = false

  const session = (): TapedAnswer => ({
    body: { accessJwt: `access-${token}`, refreshJwt: `refresh-${token}`, handle: 'acme.example', did: ownDid },
  })
  const uriOf = ({ repo, collection, rkey }: Where): string => `at://${repo}/${collection}/${rkey}`

  const methods: Record<string, (ask: Ask) => TapedAnswer> = {
    'com.atproto.server.createSession': ({ body }) => {
      signIns += 1
      if (body.password !== appPassword) return problem(401, 'AuthenticationRequired')
      token += 1
      return session()
    },
    'com.atproto.server.refreshSession': () => {
      refreshes += 1
      if (isRefused) return problem(400, 'ExpiredToken')
      token += 1
      return session()
    },
    'com.atproto.server.getSession': () => ({ body: { handle: 'acme.example', did: ownDid } }),
    'com.atproto.identity.resolveHandle': ({ params }) => {
      const handle = params.get('handle')
      return handle === 'nobody.test'
        ? problem(400, 'HandleNotFound')
        : { body: { did: `did:plc:${handle?.split('.')[0]}` } }
    },
    'com.atproto.repo.putRecord': ({ body }) => {
      const { record } = body as { record: Record<string, unknown> }
      const uri = uriOf(body as Where)
      records.set(uri, record)
      return { body: { uri, cid: cidOf(record) } }
    },
    'com.atproto.repo.getRecord': ({ params }) => {
      const uri = uriOf(Object.fromEntries(params) as Where)
      const value = records.get(uri)
      return value ? { body: { uri, cid: cidOf(value), value } } : problem(400, 'RecordNotFound')
    },
    'com.atproto.repo.listRecords': ({ params }) => ({
      body: {
        records: [...records]
          .filter(([uri]) => uri.startsWith(`at://${params.get('repo')}/${params.get('collection')}/`))
          .map(([uri, value]) => ({ uri, cid: cidOf(value), value })),
      },
    }),
    'com.atproto.repo.deleteRecord': ({ body }) => {
      records.delete(uriOf(body as Where))
      return { body: {} }
    },
    'app.bsky.actor.getProfile': () => ({ body: { did: ownDid, handle: 'acme.example', displayName: 'Acme' } }),
    'app.bsky.actor.getProfiles': ({ params }) => ({
      body: { profiles: params.getAll('actors').flatMap(profileOf) },
    }),
    'app.bsky.feed.getPosts': ({ params }) => ({
      body: { posts: posts.filter((post) => params.getAll('uris').includes((post as { uri: string }).uri)) },
    }),
    'app.bsky.feed.searchPosts': ({ params }) => searchPosts(posts, params),
    'app.bsky.notification.listNotifications': () => ({ body: { notifications } }),
  }

  return {
    records,
    signIns: () => signIns,
    refreshes: () => refreshes,
    expire: ({ forEver } = { forEver: false }) => {
      goodFrom = token + 1
      isRefused = forEver
    },
    tape: (request) => {
      const { origin, pathname, searchParams: params } = new URL(request.url)
      const name = pathname.replace('/xrpc/', '')
      const method = methods[name]
      if (!method || (origin !== fakeService && origin !== fakeAppview)) return undefined
      const needsToken = origin === fakeService && !/(create|refresh)Session$/.test(name)
      const refusal = needsToken ? refuse(request, goodFrom) : undefined
      return refusal ?? method({ params, body: request.body ? JSON.parse(request.body) : {} })
    },
  }
}

/** The newest first, as `sort=latest` gives them; the cursor is a number of posts. */
function searchPosts(posts: readonly unknown[], params: URLSearchParams): TapedAnswer {
  const [words, since] = [params.get('q')?.replaceAll('"', '').toLowerCase() ?? '', params.get('since') ?? '']
  const found = (posts as { indexedAt: string }[])
    .filter((post) => post.indexedAt >= since && JSON.stringify(post).toLowerCase().includes(words))
    .toSorted((a, b) => (a.indexedAt < b.indexedAt ? 1 : -1))
  const [from, limit] = [Number(params.get('cursor') ?? 0), Number(params.get('limit'))]
  const cursor = from + limit < found.length ? String(from + limit) : undefined
  return { body: { posts: found.slice(from, from + limit), cursor } }
}

type Ask = { params: URLSearchParams; body: Record<string, unknown> }
type Where = { repo: string; collection: string; rkey: string }

function refuse(request: TapedRequest, goodFrom: number): TapedAnswer | undefined {
  const [, number] = /^Bearer access-(\d+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (number === undefined) return problem(401, 'AuthMissing')
  return Number(number) < goodFrom ? problem(400, 'ExpiredToken') : undefined
}

function problem(status: number, error: string): TapedAnswer {
  return { status, body: { error, message: error } }
}

/** Nobody is called missing. */
function profileOf(did: string): Record<string, unknown>[] {
  if (did === 'did:plc:missing') return []
  const name = did.replace('did:plc:', '')
  return [
    {
      did,
      handle: `${name}.example`,
      displayName: name.toUpperCase(),
      avatar: 'https://cdn.example/a.jpg',
      followersCount: 7,
    },
  ]
}

/** Not a real content id, but as the real one the same for the same record. */
function cidOf(record: unknown): string {
  return `bafyrei${createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 52)}`
}
