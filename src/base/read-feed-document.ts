import { Parser } from 'htmlparser2'
import { decodeBytes } from './decode-bytes.ts'
import type { FeedBytes, FeedDocument } from './feed-document.ts'
import { readJsonFeed } from './feed-json.ts'
import { readXmlFeed } from './feed-xml.ts'
import { webUrl } from './html-text.ts'

/** Reads what an address gave: a feed of any kind, or a page that names feeds. It never throws. */
export function readFeedDocument({ bytes, contentType, url }: FeedBytes): FeedDocument {
  const text = decodeBytes(bytes, contentType)
    .replace(/^\ufeff/, '')
    .trim()
  if (text === '') return { kind: 'unreadable', why: 'empty' }
  if (text.startsWith('{')) return readJsonFeed(text, url) ?? { kind: 'unreadable', why: 'not-a-feed' }
  const hasRoot = /<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]/i.test(text.slice(0, 20_000))
  if (!hasRoot)
    return looksLikePage(text, contentType) ? readPage(text, url) : { kind: 'unreadable', why: 'not-a-feed' }
  const feed = readXmlFeed(text, url)
  if (feed.kind === 'feed') return feed
  const isPage = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)/i.test(text)
  return isPage ? readPage(text, url) : feed
}

function looksLikePage(text: string, contentType: string | null): boolean {
  return (
    /^text\/html|xhtml/i.test(contentType ?? '') ||
    /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 2_000))
  )
}

const pageCharsMax = 500_000
const pageFeedsMax = 20
const feedTypes = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$|^text\/xml$/i

/** `<link rel="alternate" type="application/rss+xml" href="…">`, as pages have named their feeds for twenty years. */
function readPage(html: string, url: string): FeedDocument {
  const feeds = new Map<string, string>()
  let title = ''
  let isInTitle = false
  let baseUrl = url
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title: linkTitle = '' }) {
      isInTitle = name === 'title' && title === ''
      if (name === 'base') baseUrl = webUrl(href, url) ?? url
      const isFeed = name === 'link' && /(?:^|\s)alternate(?:\s|$)/i.test(rel) && feedTypes.test(type.trim())
      const found = isFeed ? webUrl(href, baseUrl) : undefined
      if (found && feeds.size < pageFeedsMax && !feeds.has(found)) feeds.set(found, linkTitle.trim())
    },
    ontext(text) {
      if (isInTitle) title += text
    },
    onclosetag(name) {
      if (name === 'title') isInTitle = false
    },
  })
  parser.end(html.slice(0, pageCharsMax))
  return {
    kind: 'page',
    title: title.replace(/\s+/g, ' ').trim(),
    feeds: [...feeds].map(([found, name]) => ({ url: found, title: name })),
  }
}
