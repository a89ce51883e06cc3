import { parseFeed as parseRowan } from '@rowanmanning/feed-parser'
import { parseFeed as parseSmith } from 'feedsmith'
import { dropUndefined } from './drop-undefined.ts'
import { type FeedDocument, type FeedItem, feedItemsMax } from './feed-document.ts'
import { htmlText, htmlTitle, webUrl } from './html-text.ts'
import { parseDate } from './parse-date.ts'

/**
 * Two readers look at the same document. Rowan's finds entries in almost everything, but decodes entities once too often (a text about
 * `&lt;script&gt;` loses the word); feedsmith keeps texts as they are and knows the threading fields, but gives up sooner. Where both
 * see the same entries, the texts and threads come from feedsmith and the rest from whichever has it.
 */
export function readXmlFeed(document: string, url: string): FeedDocument {
  const xml = withoutDoctype(document)
  const rowan = attempt(() => parseRowan(xml).toJSON())
  const smith = attempt(() => parseSmith(xml) as SmithDocument)
  if (!rowan.value && !smith.value) {
    const isReserved = [rowan.error, smith.error].some((error) => /reserved|prototype/i.test(error ?? ''))
    const isForeign = /could not be parsed as a feed/.test(rowan.error ?? '')
    return { kind: 'unreadable', why: isReserved ? 'reserved-name' : isForeign ? 'not-a-feed' : 'broken' }
  }
  return joined(rowan.value, smith.value, url)
}

/** No feed needs a document type, many old ones have a wrong one, and entity bombs live there. */
function withoutDoctype(xml: string): string {
  const start = xml.slice(0, prologCharsMax).search(/<!DOCTYPE\s/i)
  if (start < 0) return xml
  const bracket = xml.indexOf('[', start)
  const simpleEnd = xml.indexOf('>', start)
  const hasSubset = bracket >= 0 && bracket < simpleEnd
  const subsetEnd = hasSubset ? /\]\s*>/g : />/g
  subsetEnd.lastIndex = hasSubset ? bracket : start
  const end = subsetEnd.exec(xml)
  return end ? xml.slice(0, start) + xml.slice(subsetEnd.lastIndex) : xml
}
const prologCharsMax = 4_096

function attempt<T>(read: () => T): { value?: T; error?: string } {
  try {
    return { value: read() }
  } catch (error) {
    return { error: String(error) }
  }
}

type RowanFeed = ReturnType<ReturnType<typeof parseRowan>['toJSON']>
type RowanItem = RowanFeed['items'][number]
type Link = { href?: string; rel?: string }
type Person = { name?: string; uri?: string; link?: string }
type Text = { value?: string; type?: string }
/** The few fields of feedsmith's answer that are used here, the same for its three formats. */
type SmithItem = {
  id?: string
  guid?: { value?: string; isPermaLink?: boolean }
  rdf?: { about?: string }
  link?: string
  links?: Link[]
  title?: string | Text
  description?: string
  summary?: Text
  content?: Text & { encoded?: string }
  authors?: Person[]
  dc?: { creators?: string[]; dates?: string[] }
  pubDate?: string
  published?: string
  updated?: string
  categories?: { name?: string; term?: string; label?: string }[]
  thr?: { inReplyTos?: { ref?: string; href?: string }[]; total?: number }
  slash?: { comments?: number }
  xml?: { lang?: string; base?: string }
}
type SmithFeed = Omit<SmithItem, 'links'> & {
  language?: string
  links?: Link[]
  atom?: { links?: Link[] }
  ttl?: number
  sy?: { updatePeriod?: string; updateFrequency?: number }
  items?: SmithItem[]
  entries?: SmithItem[]
}
type SmithDocument = { format: 'rss' | 'atom' | 'rdf'; feed: SmithFeed }

function joined(rowan: RowanFeed | undefined, smith: SmithDocument | undefined, url: string): FeedDocument {
  const feed = smith?.feed
  const smithItems = feed?.items ?? feed?.entries ?? []
  const rowanItems = rowan?.items ?? []
  const isSame = smithItems.length === rowanItems.length
  const baseUrl = webUrl(feed?.xml?.base, url) ?? url
  const links = [...(feed?.links ?? []), ...(feed?.atom?.links ?? [])]
  const count = Math.min(Math.max(rowanItems.length, smithItems.length), feedItemsMax)
  // Where the two disagree about the number of entries, the one that sees more is believed alone.
  const useSmith = isSame || smithItems.length > rowanItems.length
  const useRowan = isSame || rowanItems.length > smithItems.length
  const items = Array.from({ length: count }, (_, index) =>
    readItem(useRowan ? rowanItems[index] : undefined, useSmith ? smithItems[index] : undefined, baseUrl),
  )
  return dropUndefined({
    kind: 'feed' as const,
    format: smith?.format ?? (rowan?.meta.type === 'atom' ? 'atom' : rowan?.meta.type === 'rdf' ? 'rdf' : 'rss'),
    title: titleOf(feed?.title ?? rowan?.title),
    lang: languageTag(feed?.language ?? feed?.xml?.lang ?? rowan?.language),
    homeUrl: webUrl(rowan?.url ?? feed?.link, baseUrl),
    selfUrl: webUrl(links.find(({ rel }) => rel === 'self')?.href, baseUrl),
    hubUrls: links.flatMap(({ rel, href }) => (rel === 'hub' ? (webUrl(href, baseUrl) ?? []) : [])),
    ttlMs: ttlOf(feed),
    items,
  })
}

function readItem(rowan: RowanItem | undefined, smith: SmithItem | undefined, feedUrl: string): FeedItem {
  const baseUrl = webUrl(smith?.xml?.base, feedUrl) ?? feedUrl
  const guid = smith?.guid
  const permalink = guid && guid.isPermaLink !== false ? webUrl(guid.value, undefined) : undefined
  const url = webUrl(smithLink(smith) ?? rowan?.url, baseUrl) ?? permalink
  const body = htmlText(bodyOf(rowan, smith), smith?.xml?.base ? baseUrl : (url ?? baseUrl))
  const media = mediaOf(rowan, baseUrl)
  const known = new Set(media.map((medium) => medium.url))
  const answered = smith?.thr?.inReplyTos?.[0]
  const replyTo =
    answered && dropUndefined({ id: answered.ref?.trim() || undefined, url: webUrl(answered.href, baseUrl) })
  const replies = smith?.slash?.comments ?? smith?.thr?.total
  return dropUndefined({
    id: (rowan?.id ?? guid?.value ?? smith?.id ?? smith?.rdf?.about)?.trim() || undefined,
    url,
    title: titleOf(smith?.title ?? rowan?.title),
    text: body.text,
    links: body.links,
    media: [
      ...media,
      ...body.images.flatMap((image) => (known.has(image.url) ? [] : { kind: 'image' as const, ...image })),
    ],
    author: authorOf(rowan, smith, baseUrl),
    publishedAt: firstDate(
      smith?.pubDate,
      smith?.published,
      smith?.dc?.dates?.[0],
      rowan?.published,
      smith?.updated,
      rowan?.updated,
    ),
    updatedAt: firstDate(smith?.updated, rowan?.updated),
    tags: tagsOf(rowan, smith),
    lang: languageTag(smith?.xml?.lang),
    replyTo: replyTo && (replyTo.id || replyTo.url) ? replyTo : undefined,
    replies: replies !== undefined && Number.isSafeInteger(replies) && replies >= 0 ? replies : undefined,
  })
}

function smithLink(smith: SmithItem | undefined): string | undefined {
  return smith?.link ?? smith?.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
}

/** Always HTML: literal text of Atom is made into it. */
function bodyOf(rowan: RowanItem | undefined, smith: SmithItem | undefined): string {
  const full = smith?.content?.encoded ?? textAsHtml(smith?.content)
  return full || smith?.description || textAsHtml(smith?.summary) || rowan?.content || rowan?.description || ''
}

/** Many Atom feeds put HTML where they announce none: a text with tags in it is taken for HTML. */
function textAsHtml(text: Text | undefined): string | undefined {
  if (!text?.value) return undefined
  const isHtml =
    text.type === 'html' || text.type === 'xhtml' || text.type === 'text/html' || /<\/?[a-z][^<>]*>/i.test(text.value)
  return isHtml ? text.value : text.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
}

function titleOf(title: string | Text | null | undefined): string {
  const text = typeof title === 'object' ? title?.value : title
  return htmlTitle(text ?? '')
}

function authorOf(
  rowan: RowanItem | undefined,
  smith: SmithItem | undefined,
  baseUrl: string,
): { name: string; url?: string } {
  const [first] = rowan?.authors ?? []
  const [person] = smith?.authors ?? []
  // An e-mail address is not ours to keep; feeds often put one in front of the name.
  const name = (person?.name ?? smith?.dc?.creators?.[0] ?? first?.name ?? '')
    .replace(/\S+@\S+/g, '')
    .replace(/^\s*\((.*)\)\s*$/, '$1')
  return dropUndefined({ name: htmlTitle(name), url: webUrl(person?.uri ?? person?.link ?? first?.url, baseUrl) })
}

function mediaOf(rowan: RowanItem | undefined, baseUrl: string): FeedItem['media'] {
  return (rowan?.media ?? []).flatMap((medium) => {
    const url = webUrl(medium.url, baseUrl)
    const kind = mediaKinds.find((candidate) => candidate === medium.type) ?? 'link'
    return url ? { kind, url, alt: medium.title ?? '' } : []
  })
}
const mediaKinds = ['image', 'video', 'audio'] as const

function tagsOf(rowan: RowanItem | undefined, smith: SmithItem | undefined): string[] {
  const own = smith?.categories?.map(({ label, term, name }) => label ?? term ?? name)
  const names = own ?? rowan?.categories.map(({ label, term }) => label ?? term) ?? []
  return [...new Set(names.flatMap((name) => (name ? htmlTitle(name) : [])))].filter((name) => name !== '')
}

function firstDate(...texts: (string | null | undefined)[]): Date | undefined {
  for (const text of texts) {
    const date = parseDate(text)
    if (date) return date
  }
  return undefined
}

function languageTag(text: string | null | undefined): string | undefined {
  const tag = text?.trim().replaceAll('_', '-')
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined
}

const periodMs: Record<string, number> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
}

function ttlOf(feed: SmithFeed | undefined): number | undefined {
  const minutes = Number(feed?.ttl ?? 0)
  const period = periodMs[feed?.sy?.updatePeriod?.trim().toLowerCase() ?? ''] ?? 0
  const ms = Math.max(minutes * 60_000, period / Math.max(1, feed?.sy?.updateFrequency ?? 1))
  return ms > 0 && Number.isFinite(ms) ? ms : undefined
}
