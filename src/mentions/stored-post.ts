import { authors, mentions } from '#db/tables/mentions.ts'
import type { PostInput } from '#match/post-input.ts'

/** What a stored mention is matched by; its author is joined. */
export const matchedColumns = {
  network: mentions.network,
  kind: mentions.kind,
  url: mentions.url,
  title: mentions.title,
  text: mentions.text,
  isCut: mentions.isCut,
  lang: mentions.lang,
  parentId: mentions.parentId,
  editedAt: mentions.editedAt,
  links: mentions.links,
  tags: mentions.tags,
  addressed: mentions.addressed,
  media: mentions.media,
  rating: mentions.rating,
  author: {
    handle: authors.handle,
    name: authors.name,
    avatarUrl: authors.avatarUrl,
    followers: authors.followers,
  },
}

export type MatchedMention = Pick<
  typeof mentions.$inferSelect,
  | 'network'
  | 'kind'
  | 'url'
  | 'title'
  | 'text'
  | 'isCut'
  | 'lang'
  | 'parentId'
  | 'editedAt'
  | 'links'
  | 'tags'
  | 'addressed'
  | 'media'
  | 'rating'
> & { author: { handle: string; name: string; avatarUrl: string | null; followers: number | null } }

/** A stored mention as the engine read it when it was heard, but for its language: that is what triage says. */
export function storedPost(row: MatchedMention): PostInput {
  const { handle, name, followers } = row.author
  return {
    text: row.text,
    title: row.title ?? undefined,
    lang: row.lang === 'und' ? undefined : row.lang,
    network: row.network,
    source: row.network,
    author: { handle, name, followers: followers ?? undefined },
    url: row.url ?? undefined,
    links: row.links,
    tags: row.tags,
    mentions: row.addressed,
    kind: row.kind,
    rating: row.rating ?? undefined,
    has: row.media.map(({ kind }) => kind),
    is: [...(row.parentId ? ['reply'] : []), ...(row.editedAt ? ['edited'] : []), ...(row.isCut ? ['cut'] : [])],
  }
}
