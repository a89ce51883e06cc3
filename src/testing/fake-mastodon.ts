import type { FakeSocket } from './fake-socket.ts'
import type { SocketTape, Tape, TapedAnswer, TapedRequest } from './tape.ts'

type Account = ReturnType<typeof accountOf>
export type FakeStatus = ReturnType<typeof statusOf>
type Say = {
  text: string
  by?: string
  at?: string
  tags?: string[]
  answers?: { id: string }
  id?: string
} & Partial<{
  visibility: string
  uri: string
}>

/** The server of these tests and the account that has a token there. */
export const fakeHost = 'social.test'
export const fakeToken = 'a-token'

export type FakeMastodon = {
  tape: Tape
  sockets: SocketTape
  say: (say: Say) => FakeStatus
  edit: (status: FakeStatus, text: string) => void
  /** A mention of our account, told as a notification. */
  mention: (say: Say) => FakeStatus
  remove: (status: FakeStatus) => void
  /** How many statuses of our own stand under one. */
  answersTo: (status: FakeStatus) => FakeStatus[]
  statuses: FakeStatus[]
  favourites: Set<string>
  /** Everybody who listens to the stream. */
  listeners: Set<FakeSocket>
}

const html = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`

function accountOf(acct: string) {
  const [username = '', host = fakeHost] = acct.split('@')
  const url = `https://${host}/@${username}`
  return {
    id: `id-${acct}`,
    username,
    acct,
    display_name: username.toUpperCase(),
    url,
    avatar: `${url}/avatar.png`,
    note: '<p>Hi</p>',
    followers_count: 3,
  }
}

function statusOf(say: Say, { id, account }: { id: string; account: Account }) {
  const tags = (say.tags ?? []).map((name) => ({ name, url: `https://${fakeHost}/tags/${name}` }))
  const created_at = say.at ?? '2026-05-04T08:00:00.000Z'
  const uri = say.uri ?? `https://${fakeHost}/users/${account.username}/statuses/${id}`
  return {
    id,
    uri,
    url: `${account.url}/${id}`,
    created_at,
    edited_at: null as string | null,
    content: html(say.text),
    spoiler_text: '',
    visibility: say.visibility ?? 'public',
    language: 'en',
    in_reply_to_id: say.answers?.id ?? null,
    account,
    reblog: null,
    mentions: [],
    tags,
    media_attachments: [],
    replies_count: 0,
    reblogs_count: 1,
    favourites_count: 2,
    source: say.text,
  }
}

/** A server that speaks the documented API, as far as we use it. `keepsKeys: false` ignores Idempotency-Key, as some servers do. */
export function openFakeMastodon({ keepsKeys = true, hasV2 = true } = {}): FakeMastodon {
  const statuses: FakeStatus[] = []
  const notifications: { id: string; type: string; status: FakeStatus }[] = []
  const favourites = new Set<string>()
  const byKey = new Map<string, FakeStatus>()
  const listeners = new Set<FakeSocket>()
  const own = accountOf('acme')
  let lastId = 1_000

  const tell = (event: string, payload: unknown): void => {
    for (const socket of listeners)
      socket.say({
        stream: ['hashtag'],
        event,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      })
  }
  function say(what: Say): FakeStatus {
    const status = statusOf(what, { id: what.id ?? String(++lastId), account: what.by ? accountOf(what.by) : own })
    statuses.push(status)
    tell('update', status)
    return status
  }
  function remove(status: FakeStatus): void {
    statuses.splice(statuses.indexOf(status), 1)
    tell('delete', status.id)
  }
  const newestFirst = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.toSorted((a, b) => Number(b.id) - Number(a.id))

  /** `min_id` gives what comes right after it, `max_id` what comes right before; both newest first. */
  function page<T extends { id: string }>(rows: readonly T[], { searchParams }: URL): T[] {
    const limit = Math.min(40, Number(searchParams.get('limit') ?? 20))
    const [min, max] = [searchParams.get('min_id'), searchParams.get('max_id')]
    const within = newestFirst(rows).filter(
      ({ id }) => (min === null || Number(id) > Number(min)) && (max === null || Number(id) < Number(max)),
    )
    return min === null ? within.slice(0, limit) : within.slice(-limit)
  }

  function post({ headers, body }: TapedRequest): TapedAnswer {
    const key = headers.get('idempotency-key') ?? ''
    const before = keepsKeys ? byKey.get(key) : undefined
    if (before) return { body: before }
    const { status: text, in_reply_to_id: answered, visibility } = JSON.parse(body) as Record<string, string>
    if ([...(text ?? '')].length > 500)
      return { status: 422, body: { error: 'Validation failed: Text character limit of 500 exceeded' } }
    const parent = statuses.find(({ id }) => id === answered)
    if (answered && !parent)
      return { status: 404, body: { error: 'The post you are trying to reply to does not appear to exist.' } }
    const status = say({ text: text ?? '', answers: parent, visibility, at: '2026-05-04T09:00:01.000Z' })
    byKey.set(key, status)
    return { body: status }
  }

  function ancestorsOf(status: FakeStatus): FakeStatus[] {
    const parent = statuses.find(({ id }) => id === status.in_reply_to_id)
    return parent ? [...ancestorsOf(parent), parent] : []
  }

  function answerOf(status: FakeStatus, rest: string, method: string): TapedAnswer {
    if (method === 'DELETE') {
      remove(status)
      return { body: status }
    }
    if (rest === 'favourite') favourites.add(status.id)
    if (rest === 'context') return { body: { ancestors: ancestorsOf(status), descendants: [] } }
    if (rest === 'source') return { body: { id: status.id, text: status.source, spoiler_text: '' } }
    return { body: status }
  }

  function tape(request: TapedRequest): TapedAnswer | undefined {
    const url = new URL(request.url)
    const [, root, version, ...parts] = url.pathname.split('/')
    if (url.host !== fakeHost || root !== 'api') return undefined
    const bearer = request.headers.get('authorization')
    if (bearer && bearer !== `Bearer ${fakeToken}`)
      return { status: 401, body: { error: 'The access token is invalid' } }
    const path = parts.map(decodeURIComponent)
    if (path[0] === 'instance') return instanceOf(version, hasV2)
    const open = request.method === 'GET' ? forAll(path, url) : undefined
    if (open) return open
    return bearer ? forMembers(path, request) : { status: 401, body: { error: 'The access token is invalid' } }
  }

  function forAll([what, id, rest = '']: string[], url: URL): TapedAnswer | undefined {
    if (what === 'statuses') return ofStatus(id, rest, 'GET')
    if (what !== 'timelines') return undefined
    const wanted = [rest, ...url.searchParams.getAll('any[]')].map((tag) => tag.toLowerCase())
    return {
      body: page(
        statuses.filter(({ tags }) => tags.some(({ name }) => wanted.includes(name.toLowerCase()))),
        url,
      ),
    }
  }

  function forMembers([what, id, rest = '']: string[], request: TapedRequest): TapedAnswer | undefined {
    const url = new URL(request.url)
    if (what === 'statuses') return id === undefined ? post(request) : ofStatus(id, rest, request.method)
    if (what === 'notifications') return { body: page(notifications, url) }
    if (what === 'search')
      return { body: { statuses: statuses.filter(({ uri }) => uri === url.searchParams.get('q')) } }
    if (what !== 'accounts') return undefined
    return {
      body:
        id === 'verify_credentials'
          ? own
          : page(
              statuses.filter(({ account }) => account.id === id),
              url,
            ),
    }
  }

  function ofStatus(id: string | undefined, rest: string, method: string): TapedAnswer {
    const status = statuses.find((one) => one.id === id)
    return status ? answerOf(status, rest, method) : { status: 404, body: '' }
  }

  return {
    tape,
    say,
    remove,
    statuses,
    favourites,
    listeners,
    sockets: (url) =>
      url === `wss://streaming.${fakeHost}/api/v1/streaming` ? (socket) => void listeners.add(socket) : undefined,
    edit(status, text) {
      Object.assign(status, { content: html(text), source: text, edited_at: '2026-05-04T08:59:00.000Z' })
      tell('status.update', status)
    },
    mention(what) {
      const status = say(what)
      const notification = { id: String(++lastId), type: 'mention', status }
      notifications.push(notification)
      tell('notification', notification)
      return status
    },
    answersTo: ({ id }) =>
      statuses.filter(({ in_reply_to_id, account }) => in_reply_to_id === id && account.id === own.id),
  }
}

function instanceOf(version: string | undefined, hasV2: boolean): TapedAnswer {
  const configuration = { statuses: { max_characters: 640, characters_reserved_per_url: 20 } }
  if (version === 'v1')
    return {
      body: { ...(hasV2 ? {} : { max_toot_chars: 3_000 }), urls: { streaming_api: `wss://streaming.${fakeHost}` } },
    }
  return hasV2
    ? { body: { configuration: { ...configuration, urls: { streaming: `wss://streaming.${fakeHost}` } } } }
    : { status: 404, body: '' }
}
