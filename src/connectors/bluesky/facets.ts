import type { AppBskyRichtextFacet } from '@atproto/api'
import { z } from 'zod'
import type { ConnectorContext, Failure, SendAsk } from '#domain/connector.ts'
import { type Credentials, call } from './session.ts'

/** A text of 300 characters cannot hold more names worth asking for. */
const mentionsMax = 20

/**
 * The links, tags and names in an answer, at their places in UTF-8 bytes. A name nobody has stays plain text; when the question
 * itself fails nothing was sent yet, so the failure is handed on.
 */
export async function findFacets(
  context: ConnectorContext,
  { text, credentials }: Pick<SendAsk<Credentials>, 'text' | 'credentials'>,
): Promise<{ found: AppBskyRichtextFacet.Main[] } | { failure: Failure }> {
  const { RichText } = await import('@atproto/api')
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  const found: AppBskyRichtextFacet.Main[] = []
  let asked = 0
  for (const { $type: _, ...facet } of rich.facets ?? []) {
    const mention = facet.features.find((feature) => feature.$type === mentionType) as
      | AppBskyRichtextFacet.Mention
      | undefined
    if (!mention) {
      found.push(facet)
      continue
    }
    asked += 1
    if (asked > mentionsMax) continue
    const resolved = await resolveHandle(context, credentials, mention.did)
    if ('failure' in resolved) return resolved
    if (resolved.did) found.push({ ...facet, features: [{ $type: mentionType, did: resolved.did }] })
  }
  return { found }
}

const mentionType = 'app.bsky.richtext.facet#mention'
const resolvedSchema = z.object({ did: z.templateLiteral(['did:', z.string(), ':', z.string()]) })

async function resolveHandle(
  context: ConnectorContext,
  credentials: Credentials,
  handle: string,
): Promise<{ did: z.infer<typeof resolvedSchema>['did'] | undefined } | { failure: Failure }> {
  const answer = await call(context, credentials, { name: 'com.atproto.identity.resolveHandle', params: { handle } })
  if (answer.kind === 'answer') return { did: resolvedSchema.safeParse(answer.data).data?.did }
  return answer.failure.kind === 'refused' ? { did: undefined } : { failure: answer.failure }
}
