import { z } from 'zod'
import { dropUndefined } from './drop-undefined.ts'
import { type Feed, type FeedItem, feedItemsMax } from './feed-document.ts'
import { htmlText, htmlTitle, webUrl } from './html-text.ts'
import { parseDate } from './parse-date.ts'

const text = z.string().optional().catch(undefined)
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((raw) => item.safeParse(raw).data ?? []))
const person = z.object({ name: text, url: text })

// A wrong field gives less; only a wrong document is no feed (jsonfeed.org, versions 1 and 1.1).
const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  date_published: text,
  date_modified: text,
  language: text,
  tags: list(z.string()),
  authors: list(person),
  author: person.optional().catch(undefined),
  attachments: list(z.object({ url: z.string(), mime_type: z.string().catch(''), title: text })),
})
const feedSchema = z.object({
  version: z.string().regex(/^https?:\/\/jsonfeed\.org\/version\//),
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  hubs: list(z.object({ type: z.string(), url: z.string() })),
  authors: list(person),
  author: person.optional().catch(undefined),
  items: z.array(z.unknown()),
})

/** A JSON Feed, or undefined where the document is something else. */
export function readJsonFeed(json: string, url: string): Feed | undefined {
  const feed = feedSchema.safeParse(parsed(json)).data
  if (!feed) return undefined
  const writer = feed.authors[0] ?? feed.author
  return dropUndefined({
    kind: 'feed' as const,
    format: 'json' as const,
    title: htmlTitle(feed.title ?? ''),
    lang: feed.language,
    homeUrl: webUrl(feed.home_page_url, url),
    selfUrl: webUrl(feed.feed_url, url),
    hubUrls: feed.hubs.flatMap((hub) => (/^websub$/i.test(hub.type) ? (webUrl(hub.url, url) ?? []) : [])),
    items: feed.items.slice(0, feedItemsMax).flatMap((raw) => {
      const item = itemSchema.safeParse(raw).data
      return item ? readItem(item, writer, url) : []
    }),
  })
}

function readItem(
  item: z.infer<typeof itemSchema>,
  feedWriter: z.infer<typeof person> | undefined,
  feedUrl: string,
): FeedItem {
  const url = webUrl(item.url ?? item.external_url, feedUrl)
  const body = item.content_html
    ? htmlText(item.content_html, url ?? feedUrl)
    : { text: item.content_text ?? item.summary ?? '', links: [], images: [] }
  const writer = item.authors[0] ?? item.author ?? feedWriter
  const picture = webUrl(item.image, feedUrl)
  const attached = item.attachments.flatMap((attachment) => {
    const found = webUrl(attachment.url, feedUrl)
    const kind: FeedItem['media'][number]['kind'] =
      (['image', 'video', 'audio'] as const).find((candidate) => attachment.mime_type.startsWith(`${candidate}/`)) ??
      'link'
    return found ? [{ kind, url: found, alt: attachment.title ?? '' }] : []
  })
  return dropUndefined({
    id: item.id,
    url,
    title: htmlTitle(item.title ?? ''),
    text: body.text.trim(),
    links: body.links,
    media: [
      ...(picture ? [{ kind: 'image' as const, url: picture, alt: '' }] : []),
      ...attached,
      ...body.images.map((image) => ({ kind: 'image' as const, ...image })),
    ],
    author: dropUndefined({ name: htmlTitle(writer?.name ?? ''), url: webUrl(writer?.url, feedUrl) }),
    publishedAt: parseDate(item.date_published ?? item.date_modified),
    updatedAt: parseDate(item.date_modified),
    tags: item.tags,
    lang: item.language,
  })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
