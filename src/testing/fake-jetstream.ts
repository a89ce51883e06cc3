import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import {
  infoV2,
  type JetstreamEvent,
  type JetstreamFilter,
  type StampedEvent,
  timeCursorMin,
  toV1,
  toV2,
  v1Path,
  v2Path,
  wants,
} from './jetstream-wire.ts'

/** More than this is forgotten, the oldest first: what a real server does after its look-back of 36 hours. */
const eventsMax = 200_000
const postCollection = 'app.bsky.feed.post'

export type FakeJetstream = {
  /** Base address (`ws://127.0.0.1:…`); `v1Url` and `v2Url` name the two wires. */
  url: string
  v1Url: string
  v2Url: string
  /** Sends one event to everybody who wants it and keeps it for replay. */
  broadcast: (event: JetstreamEvent) => StampedEvent
  /** Says a post: a text, or a whole record. Without `did` a fixed speaker says it. */
  post: (post: PostToSay) => SaidPost
  remove: (uri: string) => StampedEvent
  subscribers: () => number
  /** Resolves as soon as so many subscribers are connected. */
  whenSubscribed: (count?: number) => Promise<void>
  /** Breaks every line, as networks do. */
  dropSubscribers: () => void
  /** Everything before this moment is gone, as after the look-back of a real server. */
  forgetBefore: (timeUs: number) => void
  close: () => Promise<void>
}
export type PostToSay = {
  did?: string
  rkey?: string
  text?: string
  record?: Record<string, unknown>
  isEdit?: boolean
}
export type SaidPost = { uri: string; cid: string; did: string; rkey: string; timeUs: number }

type Subscriber = { socket: WebSocket; filter: JetstreamFilter; write: (event: StampedEvent) => string }

/** A Jetstream server of our own on loopback, on both wires. It holds nothing but what it is told to say. */
export async function openFakeJetstream(options: { port?: number; now?: () => Date } = {}): Promise<FakeJetstream> {
  const now = options.now ?? (() => new Date())
  const events: StampedEvent[] = []
  const subscribers = new Set<Subscriber>()
  const waiting: { count: number; resolve: () => void }[] = []
  let seq = 0
  let lastUs = 0
  let forgottenUs = 0

  const http = createServer((_request, response) => response.writeHead(404).end())
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'xrpc.v1.json' })
  http.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const asked = readRequest(request)
    const floor = events[0]?.seq ?? seq + 1
    const refusal = refuse(asked, floor)
    if (refusal) return refuseUpgrade(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (opened) => admit(opened, asked))
  })

  function admit(socket: WebSocket, asked: Asked): void {
    const subscriber: Subscriber = { socket, filter: asked.filter, write: asked.wire === 'v1' ? toV1 : toV2 }
    const notice = noticeFor(asked, { seq, forgottenUs })
    if (notice) socket.send(notice)
    for (const event of events.slice(replayStart(events, asked.cursor))) {
      if (wants(subscriber.filter, event)) socket.send(subscriber.write(event))
    }
    subscribers.add(subscriber)
    socket.on('close', () => subscribers.delete(subscriber))
    socket.on('error', () => subscribers.delete(subscriber))
    for (const waiter of waiting.splice(0)) {
      if (subscribers.size >= waiter.count) waiter.resolve()
      else waiting.push(waiter)
    }
  }

  function forget(count: number): void {
    forgottenUs = events.splice(0, count).at(-1)?.timeUs ?? forgottenUs
  }

  function broadcast(event: JetstreamEvent): StampedEvent {
    seq += 1
    lastUs = Math.max(lastUs + 1, now().getTime() * 1_000)
    const stamped: StampedEvent = { ...event, seq, timeUs: lastUs }
    events.push(stamped)
    if (events.length > eventsMax) forget(1)
    for (const { socket, filter, write } of subscribers) if (wants(filter, stamped)) socket.send(write(stamped))
    return stamped
  }

  function post({
    did = 'did:plc:speaker',
    rkey = `fake${seq + 1}`,
    text = '',
    record,
    isEdit = false,
  }: PostToSay): SaidPost {
    const whole = record ?? { $type: postCollection, text, createdAt: now().toISOString(), langs: ['en'] }
    const cid = cidOf(whole)
    const operation = isEdit ? 'update' : 'create'
    const said = broadcast({
      kind: 'commit',
      did,
      operation,
      collection: postCollection,
      rkey,
      rev: `rev${seq + 1}`,
      cid,
      record: whole,
    })
    return { uri: `at://${did}/${postCollection}/${rkey}`, cid, did, rkey, timeUs: said.timeUs }
  }

  function remove(uri: string): StampedEvent {
    const [did = '', collection = '', rkey = ''] = uri.replace('at://', '').split('/')
    return broadcast({ kind: 'commit', did, operation: 'delete', collection, rkey, rev: `rev${seq + 1}` })
  }

  const url = await listen(http, options.port ?? 0)
  return {
    url,
    v1Url: url + v1Path,
    v2Url: url + v2Path,
    broadcast,
    post,
    remove,
    subscribers: () => subscribers.size,
    whenSubscribed: (count = 1) =>
      subscribers.size >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    dropSubscribers: () => {
      for (const { socket } of subscribers) socket.terminate()
    },
    forgetBefore: (timeUs) => forget(replayStart(events, timeUs)),
    close: async () => {
      for (const { socket } of subscribers) socket.terminate()
      sockets.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

type Asked = {
  wire: 'v1' | 'v2' | undefined
  cursor: number | undefined
  filter: JetstreamFilter
  params: URLSearchParams
}

function readRequest(request: IncomingMessage): Asked {
  const { pathname, searchParams: params } = new URL(request.url ?? '/', 'ws://host')
  const wire = pathname === v1Path ? 'v1' : pathname === v2Path ? 'v2' : undefined
  const names =
    wire === 'v1'
      ? { collections: 'wantedCollections', dids: 'wantedDids' }
      : { collections: 'collections', dids: 'dids' }
  const filter = {
    kinds: params.getAll('kinds'),
    collections: params.getAll(names.collections),
    dids: params.getAll(names.dids),
  }
  const cursor = params.has('cursor') ? Number(params.get('cursor')) : undefined
  return { wire, cursor, filter: wire === 'v1' ? { ...filter, kinds: [] } : filter, params }
}

type Refusal = { status: number; error: string; message: string }

function refuse({ wire, cursor, params }: Asked, floorSeq: number): Refusal | undefined {
  if (!wire) return { status: 404, error: 'NotFound', message: 'no such endpoint' }
  if (wire === 'v1') return undefined
  if (params.has('wantedCollections') || params.has('wantedDids')) {
    return { status: 400, error: 'InvalidRequest', message: 'use collections and dids' }
  }
  const isTooOld = cursor !== undefined && cursor < timeCursorMin && cursor < floorSeq && floorSeq > 1
  return isTooOld ? { status: 400, error: 'CursorTooOld', message: `the oldest seq is ${floorSeq}` } : undefined
}

function refuseUpgrade(socket: Socket, { status, error, message }: Refusal): void {
  const body = JSON.stringify({ error, message })
  socket.end(
    `HTTP/1.1 ${status} ${error}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** Version 2 says so when a cursor cannot be honoured; version 1 never does. */
function noticeFor({ wire, cursor }: Asked, state: { seq: number; forgottenUs: number }): string | undefined {
  if (wire === 'v1' || cursor === undefined) return undefined
  if (cursor >= timeCursorMin)
    return cursor <= state.forgottenUs ? infoV2('OutdatedCursor', 'resumed from the oldest event') : undefined
  return cursor > state.seq + 1 ? infoV2('FutureCursor', `the tip is ${state.seq}`) : undefined
}

/** Where a replay starts. No cursor, or one beyond the tip, means: only what comes from now on. */
function replayStart(events: readonly StampedEvent[], cursor: number | undefined): number {
  if (cursor === undefined) return events.length
  const start = events.findIndex((event) => (cursor >= timeCursorMin ? event.timeUs : event.seq) >= cursor)
  return start === -1 ? events.length : start
}

function listen(http: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => resolve(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`))
  })
}

/** A content id of the right form (CIDv1, dag-cbor, SHA-256), made from the JSON text: nothing here checks it against CBOR. */
function cidOf(record: unknown): string {
  const bytes = Buffer.concat([
    Buffer.from([1, 0x71, 0x12, 0x20]),
    createHash('sha256').update(JSON.stringify(record)).digest(),
  ])
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return `b${(bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')}`
}
