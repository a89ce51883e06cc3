import { z } from 'zod'
import type { Words } from '#domain/connector.ts'
import { type PostInput, type PostMedia, postTextMax } from '#domain/post.ts'

export const postCollection = 'app.bsky.feed.post'

const linksMax = 100
const tagsMax = 200
const mediaMax = 50
const urlMax = 2_048
const noText: Words = { en: 'the record has no text', nl: 'er staat geen tekst in' }
/** A clock ahead of ours by more than this is wrong; the moment of hearing then counts. */
const aheadMsMax = 60_000

export const strongRefSchema = z.object({
  uri: z.string().startsWith('at://').max(2_048),
  cid: z.string().min(1).max(256),
})
export type StrongRef = z.infer<typeof strongRefSchema>

/** What `Post.ref` holds for a post of this network: enough to answer it without asking anybody. */
export const postRefSchema = z.object({
  cid: z.string().min(1).max(256),
  root: strongRefSchema.optional(),
  parent: strongRefSchema.optional(),
})
export type BlueskyRef = z.infer<typeof postRefSchema>

/** Anybody can write anything into his own repository, so a wrong field gives less, and only a missing text refuses a record. */
const recordSchema = z.object({
  text: z.string(),
  createdAt: z.string().optional().catch(undefined),
  langs: z.array(z.string()).optional().catch(undefined),
  reply: z.object({ root: strongRefSchema, parent: strongRefSchema }).optional().catch(undefined),
  facets: z.array(z.unknown()).optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  embed: z.unknown().optional(),
})
const facetSchema = z.object({
  index: z.object({ byteStart: z.int().nonnegative(), byteEnd: z.int().nonnegative() }),
  features: z.array(z.looseObject({ $type: z.string() })),
})

export type SeenRecord = {
  did: string
  rkey: string
  cid: string
  record: unknown
  /** When the network saw it: `createdAt` is written by the author, who may write any moment. */
  seenAt: Date
  author?: PostInput['author']
}

/** The post in a record of `app.bsky.feed.post`, or why it cannot be read. */
export function postFromRecord({ did, rkey, cid, record, seenAt, author }: SeenRecord): PostInput | { why: Words } {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) return { why: noText }
  const { text, createdAt, langs, reply, facets = [], tags = [], embed } = parsed.data
  const marked = readFacets(text, facets)
  const shown = readEmbed(did, embed)
  const ref: BlueskyRef = { cid, ...(reply && { root: reply.root, parent: reply.parent }) }
  return {
    network: 'bluesky',
    nativeId: `at://${did}/${postCollection}/${rkey}`,
    kind: reply ? 'reply' : 'post',
    url: webUrlOfPost(did, rkey),
    author: author ?? { nativeId: did, handle: '', name: '', url: `https://bsky.app/profile/${did}` },
    text: text.slice(0, postTextMax),
    isCut: text.length > postTextMax,
    lang: langs?.find((lang) => lang.length > 0 && lang.length <= 35),
    publishedAt: momentOf(createdAt, seenAt),
    parentId: reply?.parent.uri,
    rootId: reply?.root.uri,
    links: unique([...marked.links, ...shown.links]).slice(0, linksMax),
    tags: unique([...marked.tags, ...tags.map((tag) => tag.replace(/^#/, '').slice(0, 512))]).slice(0, tagsMax),
    mentions: unique(marked.mentions).slice(0, tagsMax),
    media: shown.media.slice(0, mediaMax),
    ref,
  }
}

export function webUrlOfPost(did: string, rkey: string): string {
  return `https://bsky.app/profile/${did}/post/${rkey}`
}

/** `at://did/collection/rkey` in its three parts; undefined for anything else. */
export function partsOfUri(uri: string): { did: string; collection: string; rkey: string } | undefined {
  const [, did, collection, rkey] = /^at:\/\/(did:[^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? []
  return did && collection && rkey ? { did, collection, rkey } : undefined
}

function momentOf(createdAt: string | undefined, seenAt: Date): Date {
  const said = createdAt === undefined ? Number.NaN : Date.parse(createdAt)
  const isBelievable = said > 0 && said <= seenAt.getTime() + aheadMsMax
  return isBelievable ? new Date(Math.min(said, seenAt.getTime())) : seenAt
}

type Marked = { links: string[]; tags: string[]; mentions: string[] }

function readFacets(text: string, facets: readonly unknown[]): Marked {
  const marked: Marked = { links: [], tags: [], mentions: [] }
  const bytes = facets.length > 0 ? Buffer.from(text) : undefined
  for (const facet of facets.slice(0, tagsMax)) {
    const parsed = facetSchema.safeParse(facet)
    if (!parsed.success) continue
    const { byteStart, byteEnd } = parsed.data.index
    const words = bytes?.subarray(byteStart, byteEnd).toString() ?? ''
    for (const feature of parsed.data.features) addFeature(marked, feature, words)
  }
  return marked
}

function addFeature(marked: Marked, feature: { $type: string; [key: string]: unknown }, words: string): void {
  const { $type, uri, tag, did } = feature
  if ($type === 'app.bsky.richtext.facet#link' && typeof uri === 'string') marked.links.push(...httpUrl(uri))
  if ($type === 'app.bsky.richtext.facet#tag' && typeof tag === 'string') marked.tags.push(tag.slice(0, 512))
  if ($type === 'app.bsky.richtext.facet#mention' && typeof did === 'string' && did.length <= 1_024) {
    marked.mentions.push(did)
    // The handle stands in the text only, and is what people type into a topic.
    if (/^@[\w.-]{3,253}$/.test(words)) marked.mentions.push(words.slice(1).toLowerCase())
  }
}

type Shown = { links: string[]; media: PostMedia[] }

const blobSchema = z.union([
  z.object({ ref: z.object({ $link: z.string() }) }).transform((blob) => blob.ref.$link),
  // The form of 2022, still found in old repositories.
  z.object({ cid: z.string() }).transform((blob) => blob.cid),
])
const imageSchema = z.object({ image: blobSchema, alt: z.string().catch('') })
const externalSchema = z.object({
  uri: z.string(),
  title: z.string().catch(''),
  description: z.string().catch(''),
  thumb: blobSchema.optional().catch(undefined),
})
const embedSchema = z.discriminatedUnion('$type', [
  z.object({ $type: z.literal('app.bsky.embed.images'), images: z.array(z.unknown()) }),
  z.object({ $type: z.literal('app.bsky.embed.video'), video: blobSchema, alt: z.string().catch('') }),
  z.object({ $type: z.literal('app.bsky.embed.external'), external: externalSchema }),
  z.object({ $type: z.literal('app.bsky.embed.record'), record: strongRefSchema }),
  z.object({
    $type: z.literal('app.bsky.embed.recordWithMedia'),
    record: z.object({ record: strongRefSchema }),
    media: z.unknown().optional(),
  }),
])

function readEmbed(did: string, embed: unknown): Shown {
  const parsed = embedSchema.safeParse(embed)
  if (!parsed.success) return { links: [], media: [] }
  const shown = parsed.data
  switch (shown.$type) {
    case 'app.bsky.embed.images':
      return { links: [], media: shown.images.flatMap((image) => imageOf(did, image)) }
    case 'app.bsky.embed.video': {
      const base = `https://video.bsky.app/watch/${encodeURIComponent(did)}/${shown.video}`
      const thumbnailUrl = `${base}/thumbnail.jpg`
      return {
        links: [],
        media: [{ kind: 'video', url: `${base}/playlist.m3u8`, thumbnailUrl, alt: shown.alt.slice(0, 10_000) }],
      }
    }
    case 'app.bsky.embed.external':
      return externalOf(did, shown.external)
    case 'app.bsky.embed.record':
      return { links: quoted(shown.record), media: [] }
    case 'app.bsky.embed.recordWithMedia': {
      const below = readEmbed(did, shown.media)
      return { links: [...quoted(shown.record.record), ...below.links], media: below.media }
    }
  }
}

function imageOf(did: string, image: unknown): PostMedia[] {
  const parsed = imageSchema.safeParse(image)
  if (!parsed.success) return []
  const { image: cid, alt } = parsed.data
  return [
    {
      kind: 'image',
      url: cdn('feed_fullsize', did, cid),
      thumbnailUrl: cdn('feed_thumbnail', did, cid),
      alt: alt.slice(0, 10_000),
    },
  ]
}

function externalOf(did: string, external: z.infer<typeof externalSchema>): Shown {
  const [url] = httpUrl(external.uri)
  if (!url) return { links: [], media: [] }
  const { title, description, thumb } = external
  const thumbnailUrl = thumb && cdn('feed_thumbnail', did, thumb)
  const media: PostMedia = {
    kind: 'link',
    url,
    thumbnailUrl,
    alt: description.slice(0, 10_000),
    title: title.slice(0, 1_000),
  }
  return { links: [url], media: [media] }
}

/** A quoted post is a link for people and for matching; other records (lists, feeds) have no page we could name surely. */
function quoted({ uri }: StrongRef): string[] {
  const parts = partsOfUri(uri)
  return parts?.collection === postCollection ? [webUrlOfPost(parts.did, parts.rkey)] : []
}

function cdn(size: 'feed_fullsize' | 'feed_thumbnail', did: string, cid: string): string {
  return `https://cdn.bsky.app/img/${size}/plain/${did}/${encodeURIComponent(cid)}@jpeg`
}

function httpUrl(text: string): string[] {
  if (!URL.canParse(text)) return []
  const { protocol, href } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && href.length <= urlMax ? [href] : []
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word.length > 0))]
}
