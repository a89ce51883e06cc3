import { AppError } from '#base/errors.ts'
import type { MemberVisit } from './handler.ts'

const bytesMax = 10_000_000
const urlMax = 2_048
/** No SVG: it is a document, and documents from outside are not shown from our address. */
const shown = /^image\/(png|jpe?g|gif|webp|avif)\b/u

/** Hosts that did not answer to a workspace, and until when they are not asked: a list shows thirty pictures of one host. */
const silentUntil = new Map<string, number>()
const silentMs = 60_000
const silentMax = 1_000

function markSilent(host: string, nowMs: number): undefined {
  silentUntil.delete(host)
  silentUntil.set(host, nowMs + silentMs)
  const [oldest] = silentUntil.keys()
  if (silentUntil.size > silentMax && oldest !== undefined) silentUntil.delete(oldest)
}

/** A picture from a network, fetched by us: only one whose address we signed, only a picture, only from outside. */
export async function fetchMedia({ house, ctx }: MemberVisit, asked: { url: string; by: string }): Promise<Response> {
  if (asked.url.length > urlMax || house.app.secrets.sign(asked.url, 'media') !== asked.by) {
    throw new AppError('not_found', 'This picture is not known here.')
  }
  const { workspaceId } = ctx
  const host = `${workspaceId} ${URL.parse(asked.url)?.host}`
  const nowMs = house.app.clock.now().getTime()
  const signal = AbortSignal.timeout(10_000)
  const answer =
    (silentUntil.get(host) ?? 0) > nowMs
      ? undefined
      : await house.app
          .connectorContext(signal, workspaceId)
          .fetch(asked.url, { headers: { accept: 'image/*' }, signal })
          .catch(() => markSilent(host, nowMs))
  const type = answer?.headers.get('content-type') ?? ''
  if (!answer?.ok || !shown.test(type))
    throw new AppError('not_found', 'The network does not show this picture any more.')
  const body = await answer.arrayBuffer()
  if (body.byteLength > bytesMax) throw new AppError('too_large', 'This picture is too large to show.')
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'private, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
  })
}
