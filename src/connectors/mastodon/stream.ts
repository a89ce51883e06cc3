import { z } from 'zod'
import { second } from '#base/clock.ts'
import type { ConnectorContext, Failure, Heard, HeardItem, PollAsk, Unreadable } from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import { readInstance, readOwnAccount } from './account.ts'
import { type Credentials, hostOf, listenTo, type Server } from './call.ts'
import { postOfStatus, readStatuses } from './status.ts'
import type { Settings } from './tags.ts'
import { threadOf } from './thread.ts'

const waitingMax = 5_000
const openWithinMs = 10 * second
/** A deletion tells only the number of a status, so we remember whose numbers we saw. */
const uriByIdMax = 10_000

const frameSchema = z.object({ event: z.string(), payload: z.string() })
const mentionSchema = z.object({ type: z.literal('mention'), status: z.unknown() })

/**
 * Tags and the account's own mentions over one socket, as they happen. Servers open it only to their members: without a token on this
 * server the poll alone listens, and this waits until it is stopped.
 */
export async function* streamTags(
  context: ConnectorContext,
  { settings, credentials, cursor }: PollAsk<Settings, Credentials>,
): AsyncIterable<Heard | Failure> {
  const server = listenTo(settings.server, credentials)
  if (!server.token) return yield* silence(context)
  const own = await readOwnAccount(context, server)
  if (isFailure(own)) return yield own
  const { streamingUrl } = await readInstance(context, server)
  const line = await openLine(context, server, streamingUrl)
  if (!line) return yield broken(server)
  for (const tag of settings.tags) line.send({ type: 'subscribe', stream: 'hashtag', tag })
  line.send({ type: 'subscribe', stream: 'user:notification' })
  const uriById = new Map<string, string>()
  // The line is open: whoever looks at the source may know it, however long nobody says anything.
  yield { kind: 'heard', items: [], cursor: cursor ?? null, more: false }
  for (;;) {
    const frames = await line.take()
    if (!frames) break
    const heard = await heardIn(context, server, { frames, uriById })
    if (heard.items.length > 0 || heard.unreadable.length > 0)
      yield { kind: 'heard', ...heard, cursor: cursor ?? null, more: false }
  }
  if (!context.signal.aborted) yield broken(server)
}

async function* silence({ signal }: ConnectorContext): AsyncIterable<never> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

async function heardIn(
  context: ConnectorContext,
  server: Server,
  { frames, uriById }: { frames: string[]; uriById: Map<string, string> },
) {
  const items: HeardItem[] = []
  const unreadable: Unreadable[] = []
  for (const frame of frames) {
    const { event, payload } = frameSchema.safeParse(parsed(frame)).data ?? { event: '', payload: '' }
    if (event === 'delete') {
      const nativeId = uriById.get(payload)
      if (nativeId) items.push({ kind: 'delete', nativeId })
      continue
    }
    const raw = event === 'notification' ? mentionSchema.safeParse(parsed(payload)).data?.status : parsed(payload)
    if (raw === undefined || !['update', 'status.update', 'notification'].includes(event)) continue
    const page = readStatuses([raw])
    unreadable.push(...page.unreadable)
    for (const status of page.statuses) {
      uriById.set(status.id, status.uri)
      const thread = await threadOf(context, server, status)
      items.push({ kind: event === 'status.update' ? 'edit' : 'post', post: postOfStatus(status, server.base, thread) })
    }
  }
  for (const id of [...uriById.keys()].slice(0, Math.max(0, uriById.size - uriByIdMax))) uriById.delete(id)
  return { items, unreadable }
}

type Line = { send: (message: object) => void; take: () => Promise<string[] | undefined> }

/** Undefined where it does not open. It ends when either side hangs up, or when frames come faster than they are taken. */
async function openLine(context: ConnectorContext, server: Server, streamingUrl: string): Promise<Line | undefined> {
  const url = `${streamingUrl.replace(/\/$/, '')}/api/v1/streaming`
  // A token goes to the house of its server and to nobody the document might name.
  const home = new URL(server.base).hostname
  const { hostname } = new URL(url)
  const isAtHome = hostname === home || hostname.endsWith(`.${home}`)
  if (!isAtHome) return undefined
  const socket = context.openSocket(url, { headers: { authorization: `Bearer ${server.token}` } })
  const waiting: string[] = []
  let hasEnded = false
  let wake = (): void => undefined
  const end = (): void => {
    hasEnded = true
    context.signal.removeEventListener('abort', stop)
    wake()
  }
  function stop(): void {
    socket.close()
    end()
  }
  socket.addEventListener('message', ({ data }) => {
    if (hasEnded || typeof data !== 'string') return
    waiting.push(data)
    if (waiting.length >= waitingMax) stop()
    wake()
  })
  socket.addEventListener('close', end)
  context.signal.addEventListener('abort', stop, { once: true })
  const settled = new Promise<void>((resolve) => {
    wake = resolve
    for (const event of ['open', 'error', 'close']) socket.addEventListener(event, () => resolve(), { once: true })
  })
  await Promise.race([settled, context.sleep(openWithinMs)])
  if (socket.readyState !== socket.OPEN) {
    stop()
    return undefined
  }
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    async take() {
      if (waiting.length === 0 && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return waiting.length > 0 ? waiting.splice(0) : undefined
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function broken(server: Server): Failure {
  const host = hostOf(server.base)
  return {
    kind: 'retry',
    why: { en: `The stream of ${host} was broken off.`, nl: `De stroom van ${host} werd afgebroken.` },
  }
}
