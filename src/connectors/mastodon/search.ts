import { z } from 'zod'
import {
  type ConnectorContext,
  type Failure,
  isFailure,
  type SearchAsk,
  type Searched,
  type Words,
} from '#domain/connector.ts'
import { type Credentials, compareIds, listenTo, readAs } from './call.ts'
import { readStatuses } from './status.ts'
import { groupsOf, pageSize, postsOf, type Settings } from './tags.ts'

const groupsMax = 4
/** A hashtag has at least one letter and no signs; servers take nothing else. */
const tag = /^(?=.*\p{L})[\p{L}\p{M}\p{N}_]{1,100}$/u

/** Which group of tags is read, and before which status. */
const cursorSchema = z.object({ server: z.string(), group: z.int().nonnegative(), before: z.string().optional() })
type Cursor = z.infer<typeof cursorSchema>

const leavesOut: Words = {
  en: 'shows the past of hashtags only',
  nl: 'toont alleen het verleden van hashtags',
}

/** “Acme Bakery” → AcmeBakery, as people write it; undefined for what no hashtag can be. */
export function tagOf(term: string): string | undefined {
  const name = term.replace(/[^\p{L}\p{M}\p{N}_]/gu, '')
  return name.length >= 3 && tag.test(name) ? name : undefined
}

/** The hashtags of the source and those that the terms would be, each back to `since`. */
export async function searchTags(
  context: ConnectorContext,
  { settings, credentials, terms, since, cursor }: SearchAsk<Settings, Credentials>,
): Promise<Searched | Failure> {
  const server = listenTo(settings.server, credentials)
  const wanted = [...settings.tags, ...terms.map(tagOf).filter((name) => name !== undefined)]
  const groups = groupsOf(wanted).slice(0, groupsMax)
  const known = cursorSchema.safeParse(cursor).data
  const at: Cursor = known?.server === server.base ? known : { server: server.base, group: 0 }
  const [first = '', ...others] = groups[at.group] ?? []
  if (!first) return { kind: 'searched', posts: [], cursor: at, more: false, leavesOut }
  const query: [string, string][] = [
    ['limit', String(pageSize)],
    ...others.map((name): [string, string] => ['any[]', name]),
  ]
  if (at.before !== undefined) query.push(['max_id', at.before])
  const path = `/api/v1/timelines/tag/${encodeURIComponent(first)}`
  const answer = await readAs(context, server, { path, query, schema: z.array(z.unknown()) })
  if (isFailure(answer)) return answer
  const { statuses, unreadable } = readStatuses(answer.value)
  const recent = statuses.filter(({ created_at }) => created_at >= since)
  const oldest = statuses.map(({ id }) => id).toSorted(compareIds)[0]
  // Servers may leave statuses out of a page, so only an empty one, or one with nothing recent, is the end.
  const goesOn = recent.length > 0 && oldest !== undefined && oldest !== at.before
  const next: Cursor = goesOn ? { ...at, before: oldest } : { server: server.base, group: at.group + 1 }
  return {
    kind: 'searched',
    posts: await postsOf(context, server, recent),
    cursor: next,
    more: next.group < groups.length,
    leavesOut,
    ...(unreadable.length > 0 && { unreadable }),
  }
}
