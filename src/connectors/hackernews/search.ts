import { z } from 'zod'
import { type ConnectorContext, type Failure, isFailure, type SearchAsk, type Searched } from '#domain/connector.ts'
import { type Hit, postOf, readHitPage } from './hits.ts'

const pageSize = 100

/** Which term is read, and from which second on downwards. */
const cursorSchema = z.object({ term: z.string(), beforeS: z.int() })

/** Term after term, each from now on back to `since`. The index knows everything that was ever said there. */
export async function searchPast(
  context: ConnectorContext,
  { terms, since, cursor }: SearchAsk<unknown, unknown>,
): Promise<Searched | Failure> {
  const wanted = [...new Set(terms.map((term) => term.trim().toLowerCase()))].filter(Boolean).toSorted()
  const at = cursorSchema.safeParse(cursor).data
  const term = at?.term ?? wanted[0]
  if (term === undefined) return { kind: 'searched', posts: [], cursor, more: false }
  const sinceS = Math.floor(since.getTime() / 1_000)
  const filters = `created_at_i>=${sinceS}${at ? `,created_at_i<${at.beforeS}` : ''}`
  const page = await readHitPage(context, { term, filters, size: pageSize })
  if (isFailure(page)) return page
  const { hits, unreadable, rawCount } = page
  const next =
    rawCount < pageSize || hits.length === 0
      ? afterTerm(wanted, term)
      : { term, beforeS: secondBelow(hits, at?.beforeS) }
  const beforeS = Math.ceil(context.now().getTime() / 1_000) + 1
  return {
    kind: 'searched',
    posts: hits.map(postOf),
    cursor: next && { beforeS, ...next },
    more: next !== undefined,
    ...(unreadable.length > 0 && { unreadable }),
  }
}

function afterTerm(wanted: readonly string[], term: string): { term: string } | undefined {
  const next = wanted[wanted.indexOf(term) + 1]
  return next === undefined ? undefined : { term: next }
}

/** The oldest second is read again, since a page may end within it; unless it fills a whole page, when we would stand still. */
function secondBelow(hits: readonly Hit[], beforeS = Number.POSITIVE_INFINITY): number {
  const oldestS = Math.min(...hits.map((hit) => hit.created_at_i))
  return Math.floor(oldestS) + 1 < beforeS ? Math.floor(oldestS) + 1 : Math.floor(oldestS)
}
