import { createHmac, timingSafeEqual } from 'node:crypto'
import { webUrl } from './html-text.ts'

/**
 * The pure parts of WebSub (W3C Recommendation, 23 January 2018): a hub tells us of a feed's news, so that we need not ask. What stores the
 * subscription and answers the hub's requests stands elsewhere.
 */
export type Hub = { hubUrl: string; topicUrl: string }

const linkHeaderCharsMax = 8_192
const secretBytesMax = 199

/** The hub of a feed and the name it has there: from the Link header, else from the document (section 4). */
export function hubOf(answer: {
  linkHeader: string | null
  url: string
  hubUrls: readonly string[]
  selfUrl?: string | undefined
}): Hub | undefined {
  const links = linksOf(answer.linkHeader ?? '', answer.url)
  const hubUrl = links.get('hub') ?? answer.hubUrls[0]
  return hubUrl ? { hubUrl, topicUrl: links.get('self') ?? answer.selfUrl ?? answer.url } : undefined
}

/** The first address of each relation (RFC 8288). */
function linksOf(header: string, baseUrl: string): Map<string, string> {
  const links = new Map<string, string>()
  for (const [, target, parameters = ''] of header
    .slice(0, linkHeaderCharsMax)
    .matchAll(/<([^<>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)) {
    const url = webUrl(target, baseUrl)
    const relations = parameters.match(/;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i)
    for (const relation of (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/)) {
      if (url && relation && !links.has(relation)) links.set(relation, url)
    }
  }
  return links
}

/** The body of the request that asks the hub to begin or end (section 5.1). The secret is ours, made for this one subscription. */
export function hubRequest(wish: {
  mode: 'subscribe' | 'unsubscribe'
  topicUrl: string
  callbackUrl: string
  secret: string
  leaseSeconds: number
}): URLSearchParams {
  if (Buffer.byteLength(wish.secret) > secretBytesMax)
    throw new RangeError(`a hub takes secrets of at most ${secretBytesMax} bytes`)
  return new URLSearchParams({
    'hub.mode': wish.mode,
    'hub.topic': wish.topicUrl,
    'hub.callback': wish.callbackUrl,
    'hub.secret': wish.secret,
    'hub.lease_seconds': String(wish.leaseSeconds),
  })
}

export type HubAnswer =
  /** Send `challenge` back as the whole body, with status 200. */
  | { kind: 'confirm'; challenge: string; leaseSeconds: number | undefined }
  /** The hub will not or no longer tell us. */
  | { kind: 'denied'; reason: string }
  /** Not what we asked for: answer 404. */
  | { kind: 'reject' }

const challengeCharsMax = 2_048
const reasonCharsMax = 500

/** What the hub's question at our callback means: did we ask for this (section 5.3)? */
export function answerHub(
  query: URLSearchParams,
  asked: { mode: 'subscribe' | 'unsubscribe'; topicUrl: string },
): HubAnswer {
  if (query.get('hub.topic') !== asked.topicUrl) return { kind: 'reject' }
  if (query.get('hub.mode') === 'denied')
    return { kind: 'denied', reason: (query.get('hub.reason') ?? '').slice(0, reasonCharsMax) }
  const challenge = query.get('hub.challenge') ?? ''
  if (query.get('hub.mode') !== asked.mode || challenge === '' || challenge.length > challengeCharsMax)
    return { kind: 'reject' }
  const lease = query.get('hub.lease_seconds')
  return { kind: 'confirm', challenge, leaseSeconds: lease && /^\d{1,9}$/.test(lease) ? Number(lease) : undefined }
}

const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Whether the hub that shares our secret sent these bytes (`X-Hub-Signature: sha256=…`, section 7.1). */
export function isSignedByHub(delivery: { signature: string | null; secret: string; body: Uint8Array }): boolean {
  const [method = '', hex = ''] = (delivery.signature ?? '').trim().split('=')
  if (!methods.has(method.toLowerCase()) || !/^[0-9a-f]+$/i.test(hex)) return false
  const expected = createHmac(method.toLowerCase(), delivery.secret).update(delivery.body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether a hub elsewhere can reach us at this address: it was given, and it is not this machine's name for itself. */
export function canBeCalled(publicUrl: string | undefined): boolean {
  if (!publicUrl || !URL.canParse(publicUrl)) return false
  const { protocol, hostname } = new URL(publicUrl)
  const isHere = /^(?:(?:.+\.)?localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])\.?$/.test(hostname)
  return /^https?:$/.test(protocol) && !isHere
}
