import { createHash } from 'node:crypto'
import { z } from 'zod'
import { minute } from '#base/clock.ts'
import type { Feed, FeedItem } from '#base/feed-document.ts'
import { readFeed } from '#base/read-feed.ts'
import { type Hub, hubOf } from '#base/web-sub.ts'
import type {
  ConnectorContext,
  Failure,
  Heard,
  HeardItem,
  PollAsk,
  PostRef,
  Rechecked,
  SearchAsk,
  Searched,
  Tried,
  Words,
} from '#domain/connector.ts'
import { defineConnector, isFailure } from '#domain/connector.ts'
import { failureOfError, failureOfStatus } from '#domain/http-failure.ts'
import { type PostInput, postTextMax } from '#domain/post.ts'
import { field } from '#domain/settings-form.ts'

const everyMs = 10 * minute
/** A feed may ask to be read less often, but not so seldom that it looks forgotten. */
const pauseMsMax = 6 * 60 * minute
const seenMax = 2_000
const foundMax = 10
const urlMax = 2_048

const settingsSchema = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(urlMax)
    .meta(
      field({
        label: { en: 'Address of the feed or site', nl: 'Adres van de feed of site' },
        help: {
          en: 'RSS, Atom or JSON Feed, also of comments. The address of a site will do when the site names its feed.',
          nl: 'RSS, Atom of JSON Feed, ook van reacties. Het adres van een site is genoeg als die haar feed noemt.',
        },
        example: 'https://example.org/feed',
      }),
    ),
})
type Settings = z.infer<typeof settingsSchema>

/** `seen` holds `id:content` of entries, newest first, both hashed: what is new, what was edited, and what was there before. */
const cursorSchema = z.object({
  from: z.string(),
  url: z.string(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  newestAt: z.string().optional(),
  seen: z.array(z.string()).max(seenMax),
})
type Cursor = z.infer<typeof cursorSchema>

/** Feeds of blogs, news sites, forums and comments, in every format that is still about. Read only: answers are assisted. */
export default defineConnector<Settings, unknown>({
  id: 'feed',
  name: 'RSS, Atom and JSON Feed',
  about: {
    en: 'Blogs, news sites, forums and their comments, by the feed that they publish. No account needed.',
    nl: 'Blogs, nieuwssites, forums en hun reacties, via de feed die ze publiceren. Geen account nodig.',
  },
  settings: settingsSchema,
  everyMs,
  poll,
  search,
  trySource,
  sourceName: ({ url }) => hostOf(url).replace(/^www\./u, ''),
  // A site and who reads it: a comment below one article is said to those of all its articles.
  community: ({ url }) => {
    const site = url ? hostOf(url).replace(/^www\./u, '') : ''
    return site ? { place: site, name: site } : undefined
  },
  recheck,
})

async function poll(
  context: ConnectorContext,
  { settings, cursor }: PollAsk<Settings, unknown>,
): Promise<Heard | Failure> {
  const before = cursorSchema.safeParse(cursor).data
  const known = before?.from === settings.url ? before : undefined
  const answer = await fetchFeed(context, known?.url ?? settings.url, known)
  if (answer.kind === 'unchanged') return { kind: 'heard', items: [], cursor, more: false, nextInMs: answer.nextInMs }
  // What was a feed before is rarely gone for good: an error page in its place passes.
  if (answer.kind === 'refused' && answer.isDocument && known) return { kind: 'retry', why: answer.why }
  if (isFailure(answer)) return failureOnly(answer)
  const items = itemsOf(answer, context.now())
  const { fresh, seen } = compare(items, known?.seen ?? [])
  const newestAt = [known?.newestAt ?? '', ...items.map(({ post }) => post.publishedAt.toISOString())].toSorted().at(-1)
  const { url, etag, modified, nextInMs, hub } = answer
  const next: Cursor = {
    from: settings.url,
    url,
    seen,
    ...(etag && { etag }),
    ...(modified && { modified }),
    ...(newestAt && { newestAt }),
  }
  const heard: Heard = { kind: 'heard', items: fresh, cursor: next, more: false, nextInMs }
  return hub ? { ...heard, hub: { hub: hub.hubUrl, topic: hub.topicUrl } } : heard
}

const leavesOut = words('keep only their newest entries', 'bewaren alleen hun nieuwste berichten')

/** A feed has no past but what still stands in it. */
async function search(
  context: ConnectorContext,
  { settings, since, cursor }: SearchAsk<Settings, unknown>,
): Promise<Searched | Failure> {
  const answer = await fetchFeed(context, settings.url, undefined)
  if (answer.kind === 'unchanged') return { kind: 'searched', posts: [], cursor, more: false, leavesOut }
  if (isFailure(answer)) return failureOnly(answer)
  const posts = itemsOf(answer, context.now()).map(({ post }) => post)
  const recent = posts.filter(({ publishedAt }) => publishedAt >= since)
  return { kind: 'searched', posts: recent, cursor, more: false, leavesOut }
}

async function trySource(
  context: ConnectorContext,
  { settings }: PollAsk<Settings, unknown>,
): Promise<Tried | Failure> {
  const answer = await fetchFeed(context, settings.url, undefined)
  if (answer.kind === 'unchanged')
    return { kind: 'retry', why: words('It answered without the feed.', 'Er kwam een antwoord zonder de feed.') }
  if (isFailure(answer)) return failureOnly(answer)
  const posts = itemsOf(answer, context.now()).map(({ post }) => post)
  const title = answer.feed.title || hostOf(answer.url)
  const via =
    answer.url === settings.url
      ? words('', '')
      : words(` The site names this feed: ${answer.url}`, ` De site noemt deze feed: ${answer.url}`)
  const says =
    posts.length === 0
      ? words(`“${title}” has no entries yet.`, `“${title}” heeft nog geen berichten.`)
      : counted(title, posts)
  const found = posts.slice(0, foundMax)
  return { kind: 'tried', found, says: words(says.en + via.en, says.nl + via.nl), name: title }
}

/** A page that answers 404 or 410 is gone; anything else, trouble included, is no proof. */
async function recheck(context: ConnectorContext, { post }: { post: PostRef }): Promise<Rechecked | Failure> {
  if (!post.url) return { kind: 'stands' }
  try {
    const response = await context.fetch(post.url, { method: 'GET', signal: context.signal })
    await response.body?.cancel()
    if (response.status === 404 || response.status === 410) return { kind: 'removed' }
    return (
      failureOfStatus({
        status: response.status,
        headers: response.headers,
        host: hostOf(post.url),
        now: context.now(),
      }) ?? { kind: 'stands' }
    )
  } catch (error) {
    return failureOfError(error)
  }
}

type Read = { kind: 'read'; feed: Feed; url: string; etag?: string; modified?: string; nextInMs?: number; hub?: Hub }
/** `isDocument`: it answered, but with something that is no feed. */
type Unread = Failure & { isDocument?: boolean }
type Unchanged = { kind: 'unchanged'; nextInMs?: number }

const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1'

/** Reads the address, and where that is a page, the first feed it names. */
async function fetchFeed(
  context: ConnectorContext,
  url: string,
  known: Cursor | undefined,
  isSecond = false,
): Promise<Read | Unchanged | Unread> {
  try {
    const headers: Record<string, string> = { accept }
    if (known?.etag) headers['if-none-match'] = known.etag
    if (known?.modified) headers['if-modified-since'] = known.modified
    const response = await context.fetch(url, { headers, signal: context.signal })
    const nextInMs = pauseOf(maxAgeMs(response.headers))
    if (response.status === 304) return { kind: 'unchanged', nextInMs }
    const failure = failureOfStatus({
      status: response.status,
      headers: response.headers,
      host: hostOf(url),
      now: context.now(),
    })
    if (failure) {
      await response.body?.cancel()
      return failure
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    const document = await readFeed({
      bytes,
      contentType: response.headers.get('content-type'),
      url: response.url || url,
    })
    if (document.kind === 'page') {
      const [named] = document.feeds
      if (!named || isSecond) return { ...refusal('page', url), isDocument: true }
      return await fetchFeed(context, named.url, undefined, true)
    }
    if (document.kind !== 'feed')
      return { ...refusal(document.kind === 'unreadable' ? document.why : document.kind, url), isDocument: true }
    const etag = response.headers.get('etag') ?? undefined
    const modified = response.headers.get('last-modified') ?? undefined
    return {
      kind: 'read',
      feed: document,
      url,
      etag,
      modified,
      nextInMs: pauseOf(Math.max(maxAgeMs(response.headers), document.ttlMs ?? 0)),
      hub: hubOf({ ...document, linkHeader: response.headers.get('link'), url: response.url || url }),
    }
  } catch (error) {
    return failureOfError(error)
  }
}

/** Only what is slower than our own pace counts. */
function pauseOf(wantedMs: number): number | undefined {
  return wantedMs > everyMs ? Math.min(wantedMs, pauseMsMax) : undefined
}

function maxAgeMs(headers: Headers): number {
  return Number(headers.get('cache-control')?.match(/max-age\s*=\s*(\d{1,9})/i)?.[1] ?? 0) * 1_000
}

type Entry = { post: PostInput; hash: string }

/** Oldest first. An id that several entries share is no id: then their addresses are. */
function itemsOf({ feed, url }: Read, now: Date): Entry[] {
  const isComments = /^(?:comments (?:on|for)|reacties op|commentaren)\b/i.test(feed.title)
  const ids = feed.items.map(({ id }) => id)
  const posts = new Map<string, PostInput>()
  for (const item of feed.items) {
    const isShared = item.id !== undefined && ids.indexOf(item.id) !== ids.lastIndexOf(item.id)
    const post = postOf(isShared ? { ...item, id: undefined } : item, { feed, url, now, isComments })
    if (!posts.has(post.nativeId) && (post.text || post.title)) posts.set(post.nativeId, post)
  }
  return [...posts.values()]
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
    .map((post) => ({ post, hash: `${hashOf(post.nativeId)}:${hashOf(`${post.title}\n${post.text}`)}` }))
}

function postOf(item: FeedItem, about: { feed: Feed; url: string; now: Date; isComments: boolean }): PostInput {
  const { feed, url, now } = about
  const nativeId = nativeIdOf(item, url)
  const isComment =
    about.isComments || item.replyTo !== undefined || /#(?:comment|respond|reactie|c)-?\d+$/i.test(item.url ?? '')
  const rootId = isComment ? (item.replyTo?.url ?? item.url?.replace(/#.*$/, '')) : undefined
  const parentId = isComment && item.replyTo?.id ? scopedId(item.replyTo.id, url) : rootId
  const publishedAt = earlier(item.publishedAt ?? item.updatedAt ?? now, now)
  const isEdited = item.updatedAt !== undefined && item.updatedAt > publishedAt
  const isLong = item.text.length > postTextMax
  return {
    network: 'feed',
    nativeId,
    kind: isComment ? 'comment' : 'article',
    url: item.url,
    author: authorOf(item, feed, url),
    title: item.title.slice(0, titleMax) || undefined,
    text: item.text.slice(0, postTextMax),
    isCut: isLong,
    lang: item.lang ?? feed.lang,
    publishedAt,
    editedAt: isEdited ? earlier(item.updatedAt ?? now, now) : undefined,
    parentId: parentId === nativeId ? undefined : parentId?.slice(0, urlMax),
    rootId: rootId === nativeId ? undefined : rootId,
    links: item.links.slice(0, linksMax),
    tags: item.tags.slice(0, tagsMax).map((tag) => tag.slice(0, tagMax)),
    media: item.media.slice(0, mediaMax).map(({ alt, ...medium }) => ({ ...medium, alt: alt.slice(0, altMax) })),
    replies: item.replies,
  }
}
const titleMax = 2_000
const linksMax = 100
const tagsMax = 200
const tagMax = 512
const mediaMax = 50
const altMax = 10_000
const nameMax = 640

function nativeIdOf(item: FeedItem, feedUrl: string): string {
  if (item.id) return scopedId(item.id, feedUrl)
  if (item.url) return scopedId(item.url, feedUrl)
  return scopedId(hashOf(`${item.title}\n${item.text}`), feedUrl)
}

/** An id counts within the site that says it: "5" is no name in the world, and nobody may edit the posts of another site. */
function scopedId(id: string, feedUrl: string): string {
  const host = hostOf(feedUrl)
  const isOwn = URL.canParse(id) && hostOf(id) === host
  const scoped = isOwn ? id : `${host}#${id}`
  return scoped.length <= urlMax ? scoped : `${host}#${hashOf(id)}`
}

function authorOf(item: FeedItem, feed: Feed, url: string): PostInput['author'] {
  const name = (item.author.name || feed.title || hostOf(url)).slice(0, nameMax)
  const author = {
    nativeId: item.author.url ?? `${hostOf(url)}#${name}`,
    handle: '',
    name,
    url: item.author.url ?? feed.homeUrl,
  }
  return { ...author, nativeId: author.nativeId.slice(0, 1_024) }
}

/** What is new or changed, and what is now known: this document first, then what has left it, up to a limit. */
function compare(entries: readonly Entry[], seenBefore: readonly string[]): { fresh: HeardItem[]; seen: string[] } {
  const contentById = new Map(seenBefore.map((entry) => [entry.slice(0, hashChars), entry]))
  const fresh: HeardItem[] = []
  for (const { post, hash } of entries) {
    const before = contentById.get(hash.slice(0, hashChars))
    if (before === hash) continue
    fresh.push({ kind: before ? 'edit' : 'post', post })
    contentById.delete(hash.slice(0, hashChars))
  }
  const here = new Set(entries.map(({ hash }) => hash.slice(0, hashChars)))
  const left = seenBefore.filter((entry) => !here.has(entry.slice(0, hashChars)))
  return { fresh, seen: [...entries.map(({ hash }) => hash), ...left].slice(0, seenMax) }
}

const hashChars = 12
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, hashChars)
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}

function failureOnly(unread: Unread): Failure {
  const { isDocument: _isDocument, ...failure } = unread
  return failure
}

function refusal(
  why: 'page' | 'too-heavy' | 'empty' | 'not-a-feed' | 'broken' | 'reserved-name',
  url: string,
): Failure {
  const host = hostOf(url)
  switch (why) {
    case 'page':
      return refused(
        `${host} gives a page that names no feed. Look for an RSS link on it.`,
        `${host} geeft een pagina die geen feed noemt. Zoek er een RSS-link op.`,
      )
    case 'too-heavy':
      return refused(
        `The feed of ${host} is too heavy to read safely.`,
        `De feed van ${host} is te zwaar om veilig te lezen.`,
      )
    case 'empty':
      return refused(`${host} answered with nothing.`, `${host} antwoordde met niets.`)
    case 'not-a-feed':
      return refused(`What ${host} gives is no feed.`, `Wat ${host} geeft, is geen feed.`)
    case 'broken':
      return refused(
        `The feed of ${host} is broken: it has no channel or is cut off.`,
        `De feed van ${host} is kapot: er is geen kanaal of hij is afgebroken.`,
      )
    case 'reserved-name':
      return refused(
        `The feed of ${host} uses an element name that cannot be read safely.`,
        `De feed van ${host} gebruikt een elementnaam die niet veilig te lezen is.`,
      )
  }
}

function refused(en: string, nl: string): Failure {
  return { kind: 'refused', why: { en, nl } }
}

function words(en: string, nl: string): Words {
  return { en, nl }
}

function counted(title: string, posts: readonly PostInput[]): Words {
  const newest = posts.at(-1)?.publishedAt ?? new Date(0)
  const day = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(newest)
  const { length } = posts
  return words(
    `“${title}” has ${length} ${length === 1 ? 'entry' : 'entries'}, the newest of ${day('en-GB')}.`,
    `“${title}” heeft ${length} ${length === 1 ? 'bericht' : 'berichten'}, het nieuwste van ${day('nl-NL')}.`,
  )
}
