import { z } from 'zod'
import { minute } from '#base/clock.ts'
import type { ConnectorContext, Failure, Heard, HeardItem, PollAsk, Tried, Unreadable } from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import { type Credentials, compareIds, hostOf, listenTo, readAs, type Server } from './call.ts'
import { postOfStatus, readStatuses, type Status } from './status.ts'
import { threadOf } from './thread.ts'

export type Settings = { server: string; tags: string[] }

export const pageSize = 40
/** A server takes one tag and four more in one request (TagFeed::LIMIT_PER_MODE). */
const tagsPerAsk = 5
/** How far back each poll looks again: statuses of other servers come late, with the number of their own moment. */
const overlapMs = 10 * minute
const overlapLeast = 20
const recentMax = 500
/** Looking up a thread costs a request; most replies under a tag match nothing. */
const threadsMax = 10
const foundMax = 10

/** One group of tags: where a walk through a long backlog stands, and what was heard lately, newest first. */
const groupSchema = z.object({
  position: z.string().optional(),
  recent: z.array(z.tuple([z.string(), z.number(), z.string()])).max(recentMax),
})
const cursorSchema = z.object({ server: z.string(), groups: z.record(z.string(), groupSchema) })
type Group = z.infer<typeof groupSchema>

export async function pollTags(
  context: ConnectorContext,
  { settings, credentials, cursor }: PollAsk<Settings, Credentials>,
): Promise<Heard | Failure> {
  const server = listenTo(settings.server, credentials)
  const known = cursorSchema.safeParse(cursor).data
  const before = known?.server === server.base ? known.groups : {}
  const groups: Record<string, Group> = {}
  const items: HeardItem[] = []
  const unreadable: Unreadable[] = []
  let more = false
  for (const tags of groupsOf(settings.tags)) {
    const page = await readPage(context, server, { tags, after: before[tags.join(' ')] })
    if (isFailure(page)) return page
    items.push(...(await itemsOf(context, server, page.fresh)))
    unreadable.push(...page.unreadable)
    groups[tags.join(' ')] = page.group
    more ||= page.group.position !== undefined
  }
  return {
    kind: 'heard',
    items,
    cursor: { server: server.base, groups },
    more,
    ...(unreadable.length > 0 && { unreadable }),
  }
}

export async function tryTags(
  context: ConnectorContext,
  { settings, credentials }: PollAsk<Settings, Credentials>,
): Promise<Tried | Failure> {
  const server = listenTo(settings.server, credentials)
  const statuses = new Map<string, Status>()
  for (const tags of groupsOf(settings.tags)) {
    const page = await readPage(context, server, { tags, after: undefined })
    if (isFailure(page)) return page
    for (const { status } of page.fresh) statuses.set(status.uri, status)
  }
  const found = [...statuses.values()]
    .toSorted((a, b) => b.created_at.getTime() - a.created_at.getTime())
    .map((status) => postOfStatus(status, server.base))
  const names = settings.tags.map((tag) => `#${tag}`).join(' ')
  const host = hostOf(server.base)
  const [newest] = found
  const day = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(newest?.publishedAt)
  const says = newest
    ? {
        en: `${host} has ${found.length} recent posts with ${names}, the newest of ${day('en-GB')}.`,
        nl: `${host} heeft ${found.length} recente berichten met ${names}, het nieuwste van ${day('nl-NL')}.`,
      }
    : { en: `${host} has no posts with ${names} yet.`, nl: `${host} heeft nog geen berichten met ${names}.` }
  return { kind: 'tried', found: found.slice(0, foundMax), says }
}

export function groupsOf(tags: readonly string[]): string[][] {
  const sorted = [...new Set(tags.map((tag) => tag.toLowerCase()))].toSorted()
  return Array.from({ length: Math.ceil(sorted.length / tagsPerAsk) }, (_, index) =>
    sorted.slice(index * tagsPerAsk, (index + 1) * tagsPerAsk),
  )
}

type Fresh = { status: Status; isEdit: boolean }
type Page = { kind: 'page'; fresh: Fresh[]; unreadable: Unreadable[]; group: Group }

/** The page after where we were, the overlap included; the newest one the first time. */
async function readPage(
  context: ConnectorContext,
  server: Server,
  { tags, after }: { tags: string[]; after: Group | undefined },
): Promise<Page | Failure> {
  const [first = '', ...others] = tags
  const from = after?.position ?? after?.recent.at(-1)?.[0]
  const query: [string, string][] = [
    ['limit', String(pageSize)],
    ...others.map((tag): [string, string] => ['any[]', tag]),
  ]
  if (from !== undefined) query.push(['min_id', from])
  const answer = await readAs(context, server, {
    path: `/api/v1/timelines/tag/${encodeURIComponent(first)}`,
    query,
    schema: z.array(z.unknown()),
  })
  if (answer.kind !== 'read') return answer
  const { statuses, unreadable } = readStatuses(answer.value)
  const marks = new Map(after?.recent.map(([id, , mark]) => [id, mark]))
  const fresh = statuses
    .filter((status) => marks.get(status.id) !== markOf(status))
    .map((status) => ({ status, isEdit: marks.has(status.id) }))
    .toSorted((a, b) => compareIds(a.status.id, b.status.id))
  // The first page is the newest one, so what lies behind it is history, not a backlog.
  const isFull = from !== undefined && answer.value.length >= pageSize
  const position = isFull
    ? statuses
        .map(({ id }) => id)
        .toSorted(compareIds)
        .at(-1)
    : undefined
  const recent = recentOf(after?.recent ?? [], statuses)
  return { kind: 'page', fresh, unreadable, group: { ...(position && position !== from && { position }), recent } }
}

function recentOf(before: Group['recent'], statuses: readonly Status[]): Group['recent'] {
  const byId = new Map(before.map((entry) => [entry[0], entry]))
  for (const status of statuses) byId.set(status.id, [status.id, status.created_at.getTime(), markOf(status)])
  const sorted = [...byId.values()].toSorted((a, b) => compareIds(b[0], a[0])).slice(0, recentMax)
  const newestMs = Math.max(...sorted.map(([, at]) => at))
  return sorted.filter(([, at], index) => index < overlapLeast || at >= newestMs - overlapMs)
}

function markOf({ edited_at }: Status): string {
  return edited_at?.toISOString() ?? ''
}

/** As they are heard, with the threads they stand in. */
export async function postsOf(
  context: ConnectorContext,
  server: Server,
  statuses: readonly Status[],
): Promise<PostInput[]> {
  const items = await itemsOf(
    context,
    server,
    statuses.map((status) => ({ status, isEdit: false })),
  )
  return items.flatMap((item) => ('post' in item ? [item.post] : []))
}

async function itemsOf(context: ConnectorContext, server: Server, fresh: readonly Fresh[]): Promise<HeardItem[]> {
  const items: HeardItem[] = []
  let threads = 0
  for (const { status, isEdit } of fresh) {
    const thread = status.in_reply_to_id && threads++ < threadsMax ? await threadOf(context, server, status) : {}
    items.push({ kind: isEdit ? 'edit' : 'post', post: postOfStatus(status, server.base, thread) })
  }
  return items
}
