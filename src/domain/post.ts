import { z } from 'zod'
import { postKinds } from './post-kind.ts'

/** Longest text we keep of one post, in UTF-16 units. A longer article is cut here, and says so by `isCut`. */
export const postTextMax = 50_000

/** PostgreSQL takes neither NUL nor half a surrogate pair; one such character must not cost us the post. */
const clean = (value: string) => value.replaceAll('\u0000', '').toWellFormed()
const words = (max: number) => z.string().overwrite(clean).max(max)

const httpUrl = z.url({ protocol: /^https?$/ }).max(2_048)

export const postAuthorSchema = z.object({
  /** Stable on the network: a DID, an actor URI, a user id. Not the handle, which people change. */
  nativeId: words(1_024).min(1),
  /** As the network writes it, without a leading @. Empty where the network has no handles. */
  handle: words(512),
  name: words(640),
  url: httpUrl.optional(),
  avatarUrl: httpUrl.optional(),
  bio: words(10_000).optional(),
  followers: z.int().nonnegative().optional(),
})

export const postMediaSchema = z.object({
  kind: z.enum(['image', 'video', 'audio', 'link']),
  url: httpUrl,
  thumbnailUrl: httpUrl.optional(),
  /** The description its maker gave; empty when there is none. */
  alt: words(10_000).default(''),
  title: words(1_000).optional(),
})

/** What a connector heard, in flight. A post that matches no topic is never stored. */
export const postSchema = z.object({
  /** The connector's id. With `nativeId` it names the post for ever: both poll and stream must give the same. */
  network: z.string().min(1).max(64),
  nativeId: words(2_048).min(1),
  kind: z.enum(postKinds),
  /** Where a person reads it. */
  url: httpUrl.optional(),
  author: postAuthorSchema,
  title: words(2_000).optional(),
  /** Plain text, never HTML. */
  text: words(postTextMax),
  isCut: z.boolean().default(false),
  /** As the network or the writer says: BCP 47. Triage decides for itself. */
  lang: z.string().max(35).optional(),
  publishedAt: z.date(),
  editedAt: z.date().optional(),
  /** Native ids on the same network. `rootId` names the thread; absent when this post starts one. */
  parentId: z.string().max(2_048).optional(),
  rootId: z.string().max(2_048).optional(),
  links: z.array(httpUrl).max(100).default([]),
  /** Without #. */
  tags: z.array(words(512)).max(200).default([]),
  /** Handles or native ids that the network itself says are addressed, without @. */
  mentions: z.array(words(1_024)).max(200).default([]),
  media: z.array(postMediaSchema).max(50).default([]),
  likes: z.int().nonnegative().optional(),
  reposts: z.int().nonnegative().optional(),
  replies: z.int().nonnegative().optional(),
  /** Reviews: 1..5. */
  rating: z.number().min(1).max(5).optional(),
  /** What the connector needs to answer it later (a cid, an id on one server). Opaque to everybody else. */
  ref: z.json().optional(),
})

export type Post = z.infer<typeof postSchema>
export type PostInput = z.input<typeof postSchema>
export type PostAuthor = z.infer<typeof postAuthorSchema>
export type PostMedia = z.infer<typeof postMediaSchema>
export type PostKind = (typeof postKinds)[number]

/** The thread a post belongs to: its root, or itself. */
export function threadOf(post: Pick<Post, 'nativeId' | 'rootId' | 'parentId'>): string {
  return post.rootId ?? post.parentId ?? post.nativeId
}
