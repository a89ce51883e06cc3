import { z } from 'zod'

const v1Path = '/subscribe'
const v2Path = '/xrpc/network.bsky.jetstream.subscribeEvents'

/** One frame of either wire: a change of a record, something else that only moves the cursor on, or word from the server itself. */
export type Frame =
  | { kind: 'commit'; timeUs: number; commit: Commit }
  | { kind: 'account'; timeUs: number; did: string; isGone: boolean }
  | { kind: 'other'; timeUs: number }
  | { kind: 'info'; name: string }
  | { kind: 'error'; name: string }
export type Commit = {
  did: string
  operation: 'create' | 'update' | 'delete'
  collection: string
  rkey: string
  cid: string | undefined
  record: unknown
}

const commitSchema = z.object({
  operation: z.enum(['create', 'update', 'delete']),
  collection: z.string(),
  rkey: z.string(),
  cid: z.string().optional(),
  record: z.unknown().optional(),
})
const accountSchema = z.object({ account: z.object({ active: z.boolean(), status: z.string().optional() }) })
/** What ends an account for good. One that is deactivated or suspended may come back, with all it said. */
const goneStatuses: readonly (string | undefined)[] = ['deleted', 'takendown']
const v1Schema = z.looseObject({ did: z.string(), time_us: z.int(), kind: z.string(), commit: z.unknown().optional() })
const v2Schema = z.looseObject({
  $type: z.string(),
  did: z.string(),
  time: z.string(),
  witnessedAt: z.string().optional(),
})
const v2WordSchema = z.object({ name: z.string() })

/** Reads one text frame of version 1 or version 2; undefined when it is neither. */
export function readFrame(text: string): Frame | undefined {
  const json = parseJson(text)
  if (typeof json !== 'object' || json === null) return undefined
  const { $type } = json as { $type?: unknown }
  if ($type === undefined) return readV1(json)
  if ($type === 'error') return { kind: 'error', name: String((json as { error?: unknown }).error ?? 'unknown') }
  return $type === 'message' ? readV2((json as { payload?: unknown }).payload) : undefined
}

/**
 * The address to call. A bare host means version 1, which every Jetstream serves. Both wires take a moment in microseconds
 * as their cursor, and that is what makes one cursor good for every server; sequence numbers are each server's own.
 */
export function subscribeUrl(input: { endpoint: string; collection: string; cursorUs: number | undefined }): string {
  const url = new URL(input.endpoint)
  if (url.pathname === '/') url.pathname = v1Path
  if (isV2(url.href)) {
    url.searchParams.set('kinds', 'commit')
    url.searchParams.append('kinds', 'account')
    url.searchParams.set('collections', input.collection)
  } else {
    url.searchParams.set('wantedCollections', input.collection)
  }
  if (input.cursorUs !== undefined) url.searchParams.set('cursor', String(input.cursorUs))
  return url.href
}

/** `wss://host`, or the full address of either wire. */
export function isJetstreamAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname } = new URL(text)
  return (protocol === 'wss:' || protocol === 'ws:') && ['/', v1Path, v2Path].includes(pathname)
}

export function isV2(endpoint: string): boolean {
  return new URL(endpoint).pathname === v2Path
}

function readV1(json: object): Frame | undefined {
  const parsed = v1Schema.safeParse(json)
  if (!parsed.success) return undefined
  const { did, time_us: timeUs, kind, commit } = parsed.data
  if (kind === 'commit') return withCommit({ did, timeUs, commit })
  return kind === 'account' ? withAccount({ did, timeUs, said: json }) : { kind: 'other', timeUs }
}

function readV2(payload: unknown): Frame | undefined {
  const word = v2WordSchema.safeParse(payload)
  if (word.success) return { kind: 'info', name: word.data.name }
  const parsed = v2Schema.safeParse(payload)
  if (!parsed.success) return undefined
  const { $type, did, time, witnessedAt } = parsed.data
  const timeUs = microseconds(witnessedAt ?? time)
  if (timeUs === undefined) return undefined
  if ($type.endsWith('#commit')) return withCommit({ did, timeUs, commit: parsed.data })
  return $type.endsWith('#account') ? withAccount({ did, timeUs, said: payload }) : { kind: 'other', timeUs }
}

function withCommit({ did, timeUs, commit }: { did: string; timeUs: number; commit: unknown }): Frame | undefined {
  const parsed = commitSchema.safeParse(commit)
  if (!parsed.success) return undefined
  const { operation, collection, rkey, cid, record } = parsed.data
  return { kind: 'commit', timeUs, commit: { did, operation, collection, rkey, cid, record } }
}

function withAccount({ did, timeUs, said }: { did: string; timeUs: number; said: unknown }): Frame {
  const parsed = accountSchema.safeParse(said)
  if (!parsed.success) return { kind: 'other', timeUs }
  const { active, status } = parsed.data.account
  return { kind: 'account', timeUs, did, isGone: !active && goneStatuses.includes(status) }
}

/** A Date holds milliseconds only, so the three digits below are read from the text. */
function microseconds(iso: string): number | undefined {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return undefined
  const [, fraction = ''] = /\.(\d+)/.exec(iso) ?? []
  return ms * 1_000 + Number(fraction.padEnd(6, '0').slice(3, 6))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
