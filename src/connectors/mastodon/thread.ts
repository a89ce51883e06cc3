import { z } from 'zod'
import type { ConnectorContext } from '#domain/connector.ts'
import { readAs, type Server } from './call.ts'
import type { Status, Thread } from './status.ts'

const contextSchema = z.object({ ancestors: z.array(z.object({ uri: z.string() })) })

/**
 * What a reply answers and what it all began with, by the names every server knows. A status tells only a number of its own server. A thread
 * that cannot be read leaves the post alone: it is still heard.
 */
export async function threadOf(context: ConnectorContext, server: Server, status: Status): Promise<Thread> {
  if (!status.in_reply_to_id) return {}
  const path = `/api/v1/statuses/${encodeURIComponent(status.id)}/context`
  const answer = await readAs(context, server, { path, schema: contextSchema })
  if (answer.kind !== 'read') return {}
  const { ancestors } = answer.value
  const rootId = ancestors[0]?.uri
  const parentId = ancestors.at(-1)?.uri
  return { ...(rootId && { rootId }), ...(parentId && { parentId }) }
}
