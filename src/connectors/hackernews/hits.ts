import { z } from 'zod'
import { htmlText, htmlTitle, webUrl } from '#base/html-text.ts'
import type { ConnectorContext, Failure, Unreadable } from '#domain/connector.ts'
import { failureOfError, failureOfStatus } from '#domain/http-failure.ts'
import { refusalWords } from '#domain/issue-words.ts'
import { type PostInput, postTextMax } from '#domain/post.ts'

const host = 'hn.algolia.com'
const site = 'https://news.ycombinator.com'

const text = z.string().nullish().catch(undefined)
const number = z.number().nullish().catch(undefined)
const hitSchema = z.object({
  objectID: z.string().regex(/^\d+$/),
  created_at_i: z.number(),
  author: z.string().min(1),
  title: text,
  url: text,
  story_text: text,
  comment_text: text,
  story_id: number,
  parent_id: number,
  points: number,
  num_comments: number,
})
export type Hit = z.infer<typeof hitSchema>
const pageSchema = z.object({ hits: z.array(z.unknown()), nbHits: z.number().catch(0) })

export type HitPage = { kind: 'hits'; hits: Hit[]; unreadable: Unreadable[]; rawCount: number; allCount: number }

/** Stories and comments with one term, the newest first; without a term all of them. */
export async function readHitPage(
  context: ConnectorContext,
  { term, filters, size }: { term: string | undefined; filters?: string; size: number },
): Promise<HitPage | Failure> {
  const query = new URLSearchParams({ tags: '(story,comment)', typoTolerance: 'false' })
  // Quotes keep the words of a name together; a quote of its own would end them.
  if (term) query.set('query', `"${term.replaceAll('"', ' ')}"`)
  query.set('hitsPerPage', String(size))
  if (filters) query.set('numericFilters', filters)
  const answer = await ask(context, `/api/v1/search_by_date?${query}`)
  if (answer.kind === 'gone') return unexpected
  if (answer.kind !== 'answer') return answer
  const page = pageSchema.safeParse(answer.data)
  if (!page.success) return unexpected
  return { kind: 'hits', ...readHits(page.data.hits), rawCount: page.data.hits.length, allCount: page.data.nbHits }
}

type Asked = { kind: 'answer'; data: unknown } | { kind: 'gone' } | Failure

export async function ask(context: ConnectorContext, path: string): Promise<Asked> {
  try {
    const response = await context.fetch(`https://${host}${path}`, {
      headers: { accept: 'application/json' },
      signal: context.signal,
    })
    const failure = failureOfStatus({ status: response.status, headers: response.headers, host, now: context.now() })
    const body = await response.text()
    if (response.status === 404 && path.startsWith('/api/v1/items/')) return { kind: 'gone' }
    return failure ?? { kind: 'answer', data: parsed(body) }
  } catch (error) {
    return failureOfError(error)
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const unexpected: Failure = {
  kind: 'retry',
  why: { en: `${host} answered something unexpected.`, nl: `${host} gaf een onverwacht antwoord.` },
}

const sampleMax = 500

function readHits(raw: readonly unknown[]): { hits: Hit[]; unreadable: Unreadable[] } {
  const hits: Hit[] = []
  const unreadable: Unreadable[] = []
  for (const one of raw) {
    const hit = hitSchema.safeParse(one)
    if (hit.success) hits.push(hit.data)
    else
      unreadable.push({
        why: refusalWords(hit.error),
        sample: JSON.stringify(one).slice(0, sampleMax),
      })
  }
  return { hits, unreadable }
}

export function postOf(hit: Hit): PostInput {
  const isComment = typeof hit.comment_text === 'string'
  const url = `${site}/item?id=${hit.objectID}`
  const body = htmlText(hit.comment_text ?? hit.story_text ?? '', url)
  const link = webUrl(hit.url, undefined)
  const rootId = isComment && hit.story_id ? String(hit.story_id) : undefined
  return {
    network: 'hackernews',
    nativeId: hit.objectID,
    kind: isComment ? 'comment' : 'post',
    url,
    author: {
      nativeId: hit.author,
      handle: hit.author,
      name: hit.author,
      url: `${site}/user?id=${encodeURIComponent(hit.author)}`,
    },
    title: htmlTitle(hit.title ?? '').slice(0, titleMax) || undefined,
    text: body.text.slice(0, postTextMax),
    isCut: body.text.length > postTextMax,
    lang: 'en',
    publishedAt: new Date(hit.created_at_i * 1_000),
    rootId,
    parentId: isComment && hit.parent_id ? String(hit.parent_id) : rootId,
    links: link ? [link, ...body.links].slice(0, linksMax) : body.links,
    likes: whole(hit.points),
    replies: whole(hit.num_comments),
  }
}
const titleMax = 2_000
const linksMax = 100

function whole(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
