/**
 * What a Jetstream server writes on its two wires, as pure functions. Version 1 is `/subscribe` (frozen, bare JSON objects);
 * version 2 is `/xrpc/network.bsky.jetstream.subscribeEvents` (message frames of the subprotocol `xrpc.v1.json`).
 * After the public description in bluesky-social/jetstream, docs/README.md section 5, and its lexicon.
 */
export type JetstreamEvent = { did: string } & (
  | {
      kind: 'commit'
      operation: 'create' | 'update' | 'delete'
      collection: string
      rkey: string
      rev: string
      cid?: string
      record?: Record<string, unknown>
    }
  | { kind: 'identity'; handle?: string }
  | { kind: 'account'; active: boolean; status?: string }
)
export type StampedEvent = JetstreamEvent & { seq: number; timeUs: number }
export type JetstreamFilter = { kinds: readonly string[]; collections: readonly string[]; dids: readonly string[] }

export const v1Path = '/subscribe'
export const v2Path = '/xrpc/network.bsky.jetstream.subscribeEvents'
const lexicon = 'network.bsky.jetstream.subscribeEvents'

/** A cursor of this size or more is a time in microseconds, a smaller one a sequence number. */
export const timeCursorMin = 1e15

export function wants(filter: JetstreamFilter, event: JetstreamEvent): boolean {
  if (filter.dids.length > 0 && !filter.dids.includes(event.did)) return false
  if (filter.kinds.length > 0 && !filter.kinds.includes(event.kind)) return false
  // Only commits have a collection: news of an account reaches every subscriber on both wires.
  if (event.kind !== 'commit' || filter.collections.length === 0) return true
  return filter.collections.some((pattern) =>
    pattern.endsWith('.*') ? event.collection.startsWith(pattern.slice(0, -1)) : event.collection === pattern,
  )
}

export function toV1(event: StampedEvent): string {
  const { did, seq, timeUs, kind } = event
  const envelope = { did, time_us: timeUs, cursor: seq, kind }
  switch (event.kind) {
    case 'commit': {
      const { rev, operation, collection, rkey, record, cid } = event
      return JSON.stringify({ ...envelope, commit: { rev, operation, collection, rkey, record, cid } })
    }
    case 'identity':
    case 'account':
      return JSON.stringify({ ...envelope, [kind]: upstream(event) })
  }
}

export function toV2(event: StampedEvent): string {
  const { did, seq, kind } = event
  const time = microIso(event.timeUs)
  const envelope = { $type: `${lexicon}#${kind}`, seq, did, time, witnessedAt: time }
  switch (event.kind) {
    case 'commit': {
      const { rev, operation, collection, rkey, record, cid } = event
      return frame({ ...envelope, rev, operation, collection, rkey, record, cid })
    }
    case 'identity':
    case 'account':
      return frame({ ...envelope, [kind]: upstream(event) })
  }
}

export function infoV2(name: 'OutdatedCursor' | 'FutureCursor', message: string): string {
  return frame({ $type: `${lexicon}#info`, name, message })
}

/** Microseconds do not fit into a Date, so the last three digits are written by hand. */
export function microIso(timeUs: number): string {
  const iso = new Date(Math.floor(timeUs / 1_000)).toISOString()
  return `${iso.slice(0, -1)}${String(timeUs % 1_000).padStart(3, '0')}Z`
}

function frame(payload: Record<string, unknown>): string {
  return JSON.stringify({ $type: 'message', payload })
}

function upstream(event: StampedEvent): Record<string, unknown> {
  const { did, seq, timeUs } = event
  const common = { did, seq, time: microIso(timeUs) }
  switch (event.kind) {
    case 'identity':
      return { ...common, handle: event.handle }
    case 'account':
      return { ...common, active: event.active, status: event.status }
    case 'commit':
      return common
  }
}
