import { z } from 'zod'
import type { AccountAsk, Connected, ConnectorContext, Failure, Heard, HeardItem } from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import type { TextLimit } from '#domain/text-length.ts'
import { type Credentials, compareIds, readAs, type Server, serverOf } from './call.ts'
import { accountSchema, authorOf, postOfStatus, readStatuses } from './status.ts'
import { threadOf } from './thread.ts'

/** What Mastodon allows unless a server says otherwise: 500 graphemes, a link counts 23. */
export const usualLimit: TextLimit = { max: 500, unit: 'grapheme', linkWeight: 23 }
const pageSize = 40

export async function connect(context: ConnectorContext, credentials: Credentials): Promise<Connected | Failure> {
  const server = serverOf(credentials)
  const own = await readOwnAccount(context, server)
  if (isFailure(own)) return own
  const { nativeId, handle, name, url, avatarUrl } = authorOf(own.value, server.base)
  const instance = await readInstance(context, server)
  return { kind: 'connected', account: { nativeId, handle, name, url, avatarUrl, limits: instance.limits } }
}

export function readOwnAccount(
  context: ConnectorContext,
  server: Server,
): Promise<{ kind: 'read'; value: z.infer<typeof accountSchema> } | Failure> {
  return readAs(context, server, { path: '/api/v1/accounts/verify_credentials', schema: accountSchema })
}

const positive = z.int().positive().optional().catch(undefined)
const instanceSchema = z.object({
  configuration: z
    .object({
      statuses: z.object({ max_characters: positive, characters_reserved_per_url: positive }).catch({}),
      urls: z.object({ streaming: z.string().optional().catch(undefined) }).catch({}),
    })
    .catch({ statuses: {}, urls: {} }),
  urls: z.object({ streaming_api: z.string().optional().catch(undefined) }).catch({}),
  max_toot_chars: positive,
})

/** Length and streaming address as the server says them: version 2 of the document, else version 1, else what is usual. */
export async function readInstance(
  context: ConnectorContext,
  server: Server,
): Promise<{ limits: TextLimit; streamingUrl: string }> {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const answer = await readAs(context, server, { path, schema: instanceSchema })
    if (answer.kind !== 'read') continue
    const { configuration, urls, max_toot_chars } = answer.value
    const { max_characters, characters_reserved_per_url } = configuration.statuses
    const limits = {
      ...usualLimit,
      max: max_characters ?? max_toot_chars ?? usualLimit.max,
      linkWeight: characters_reserved_per_url ?? usualLimit.linkWeight,
    }
    return { limits, streamingUrl: configuration.urls.streaming ?? urls.streaming_api ?? streamingOf(server) }
  }
  return { limits: usualLimit, streamingUrl: streamingOf(server) }
}

function streamingOf({ base }: Server): string {
  return base.replace(/^http/, 'ws')
}

const notificationSchema = z.object({ id: z.string().min(1), type: z.string(), status: z.unknown() })
const cursorSchema = z.object({ newestId: z.string() })

/** Mentions of the account, answers to it included. Their numbers only grow, so the newest one is the whole cursor. */
export async function notifications(
  context: ConnectorContext,
  { credentials, cursor }: AccountAsk<Credentials>,
): Promise<Heard | Failure> {
  const server = serverOf(credentials)
  const from = cursorSchema.safeParse(cursor).data?.newestId
  const query: [string, string][] = [
    ['types[]', 'mention'],
    ['limit', String(pageSize)],
  ]
  if (from) query.push(['min_id', from])
  const answer = await readAs(context, server, {
    path: '/api/v1/notifications',
    query,
    schema: z.array(notificationSchema),
  })
  if (answer.kind !== 'read') return answer
  const told = answer.value.toSorted((a, b) => compareIds(a.id, b.id))
  const { statuses, unreadable } = readStatuses(
    told.filter(({ type, status }) => type === 'mention' && status).map(({ status }) => status),
  )
  const items: HeardItem[] = []
  for (const status of statuses) {
    const thread = await threadOf(context, server, status)
    items.push({ kind: 'post', post: postOfStatus(status, server.base, thread) })
  }
  const newestId = told.at(-1)?.id
  const more = from !== undefined && answer.value.length >= pageSize
  return {
    kind: 'heard',
    items,
    cursor: newestId ? { newestId } : cursor,
    more,
    ...(unreadable.length > 0 && { unreadable }),
  }
}
