import { AppError } from '#base/errors.ts'
import type { MemberVisit } from './handler.ts'

const bytesMax = 10_000_000
const urlMax = 2_048
/** No SVG: it is a document, and documents from outside are not shown from our address. */
const shown = /^image\/(png|jpe?g|gif|webp|avif)\b/u

/** A picture from a network, fetched by us: only one whose address we signed, only a picture, only from outside. */
export async function fetchMedia({ house, ctx }: MemberVisit, asked: { url: string; by: string }): Promise<Response> {
  if (asked.url.length > urlMax || house.app.secrets.sign(asked.url, 'media') !== asked.by) {
    throw new AppError('not_found', 'This picture is not known here.')
  }
  const signal = AbortSignal.timeout(10_000)
  const { workspaceId } = ctx
  const answer = await house.app
    .connectorContext(signal, workspaceId)
    .fetch(asked.url, { headers: { accept: 'image/*' }, signal })
    .catch(() => undefined)
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
