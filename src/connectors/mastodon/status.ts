import { z } from 'zod'
import { htmlText, webUrl } from '#base/html-text.ts'
import type { Unreadable } from '#domain/connector.ts'
import { refusalWords } from '#domain/issue-words.ts'
import type { PostInput, PostMedia } from '#domain/post.ts'
import { postTextMax } from '#domain/post.ts'
import { hostOf } from './call.ts'

const text = z.string().catch('')
const count = z.int().nonnegative().optional().catch(undefined)
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((raw): z.infer<T>[] => {
        const parsed = item.safeParse(raw)
        return parsed.success ? [parsed.data] : []
      }),
    )

export const accountSchema = z.object({
  id: z.string().min(1),
  username: z.string().min(1),
  acct: z.string().min(1),
  display_name: text,
  url: z.string().min(1),
  avatar: text,
  note: text,
  followers_count: count,
})

/** What we use of a Status (docs.joinmastodon.org/entities/Status); other servers leave much of it out. */
export const statusSchema = z.object({
  id: z.string().min(1),
  uri: z.string().min(1),
  url: z.string().nullish().catch(undefined),
  created_at: z.coerce.date(),
  edited_at: z.coerce.date().nullish().catch(undefined),
  content: z.string(),
  spoiler_text: text,
  visibility: z.string().catch('public'),
  language: z.string().nullish().catch(undefined),
  in_reply_to_id: z.string().nullish().catch(undefined),
  account: accountSchema,
  reblog: z.unknown().optional(),
  mentions: list(z.object({ acct: z.string(), url: text })),
  tags: list(z.object({ name: z.string(), url: text })),
  media_attachments: list(
    z.object({
      type: z.string(),
      url: z.string(),
      preview_url: z.string().nullish(),
      description: z.string().nullish(),
    }),
  ),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
})
export type Status = z.infer<typeof statusSchema>

/** What answering needs to know of a status, kept with the post. */
export const statusRefSchema = z.object({
  server: z.string(),
  id: z.string(),
  visibility: z.string(),
  acct: z.string(),
})

/** Statuses of an answer, and what of it could not be read. Boosts of others are left out: the original has its own way here. */
export function readStatuses(raw: readonly unknown[]): {
  statuses: Status[]
  unreadable: Unreadable[]
} {
  const statuses: Status[] = []
  const unreadable: Unreadable[] = []
  for (const one of raw) {
    const status = statusSchema.safeParse(one)
    if (!status.success)
      unreadable.push({
        why: refusalWords(status.error),
        sample: JSON.stringify(one).slice(0, sampleMax),
      })
    else if (!status.data.reblog) statuses.push(status.data)
  }
  return { statuses, unreadable }
}
const sampleMax = 500

export type Thread = { rootId?: string; parentId?: string }

/** The post of a status. `base` is the server that told us: local accounts go without their host there. */
export function postOfStatus(status: Status, base: string, thread: Thread = {}): PostInput {
  const body = htmlText(status.content, base)
  const isReply = Boolean(status.in_reply_to_id)
  const named = new Set([...status.mentions, ...status.tags].map(({ url }) => url))
  return {
    network: 'mastodon',
    nativeId: status.uri,
    kind: status.visibility === 'direct' ? 'message' : isReply ? 'reply' : 'post',
    url: webUrl(status.url, base) ?? webUrl(status.uri, base),
    author: authorOf(status.account, base),
    title: status.spoiler_text.trim().slice(0, titleMax) || undefined,
    text: body.text.slice(0, postTextMax),
    isCut: body.text.length > postTextMax,
    lang: status.language || undefined,
    publishedAt: status.created_at,
    editedAt: status.edited_at ?? undefined,
    ...thread,
    links: body.links.filter((link) => !named.has(link) && !/\/tags?\//.test(link)).slice(0, linksMax),
    tags: status.tags.map(({ name }) => name).slice(0, namesMax),
    mentions: status.mentions.map(({ acct }) => handleOf(acct, base)).slice(0, namesMax),
    media: status.media_attachments.flatMap((medium) => mediumOf(medium, base)),
    likes: status.favourites_count,
    reposts: status.reblogs_count,
    replies: status.replies_count,
    ref: { server: base, id: status.id, visibility: status.visibility, acct: handleOf(status.account.acct, base) },
  }
}
const titleMax = 2_000
const linksMax = 100
const namesMax = 200
const bioMax = 2_000

/** The profile's address names an author: it is the same on every server, which the ids are not. */
export function authorOf(account: z.infer<typeof accountSchema>, base: string): PostInput['author'] {
  return {
    nativeId: account.url,
    handle: handleOf(account.acct, base),
    name: account.display_name || account.username,
    url: webUrl(account.url, base),
    avatarUrl: webUrl(account.avatar, base),
    bio: htmlText(account.note, base).text.slice(0, bioMax) || undefined,
    followers: account.followers_count,
  }
}

/** `jan` on the server itself, `jan@other.example` elsewhere; with us always the long form. */
export function handleOf(acct: string, base: string): string {
  return acct.includes('@') ? acct : `${acct}@${hostOf(base)}`
}

function mediumOf(medium: Status['media_attachments'][number], base: string): PostMedia[] {
  const url = webUrl(medium.url, base)
  if (!url) return []
  const kind =
    medium.type === 'image' || medium.type === 'audio'
      ? medium.type
      : medium.type === 'video' || medium.type === 'gifv'
        ? 'video'
        : 'link'
  const thumbnailUrl = webUrl(medium.preview_url, base)
  return [{ kind, url, alt: medium.description ?? '', ...(thumbnailUrl && { thumbnailUrl }) }]
}
