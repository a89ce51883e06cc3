/** One entry of a feed of any kind, as plain text. Absent is what the feed does not say or says wrongly. */
export type FeedItem = {
  id?: string
  url?: string
  title: string
  text: string
  links: string[]
  media: { kind: 'image' | 'video' | 'audio' | 'link'; url: string; alt: string }[]
  author: { name: string; url?: string }
  publishedAt?: Date
  updatedAt?: Date
  tags: string[]
  lang?: string
  /** The entry this one answers (`thr:in-reply-to`). */
  replyTo?: { id?: string; url?: string }
  /** How many answers it has (`slash:comments`). */
  replies?: number
}

export type Feed = {
  kind: 'feed'
  format: 'rss' | 'atom' | 'rdf' | 'json'
  title: string
  lang?: string
  homeUrl?: string
  selfUrl?: string
  hubUrls: string[]
  /** How long the feed says it stays as it is. */
  ttlMs?: number
  items: FeedItem[]
}
export type FeedDocument =
  | Feed
  /** A web page; the feeds it names. */
  | { kind: 'page'; title: string; feeds: { url: string; title: string }[] }
  /** `reserved-name`: an element name that no parser may take, such as `__proto__`. */
  | { kind: 'unreadable'; why: 'empty' | 'not-a-feed' | 'broken' | 'reserved-name' }

export type FeedBytes = { bytes: Uint8Array; contentType: string | null; url: string }

/** How many entries of one document are read; the rest of an endless feed is older anyway. */
export const feedItemsMax = 1_000
