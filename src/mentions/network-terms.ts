import type { Tx } from '#db/database.ts'
import { anchorTerms } from '#match/anchor-terms.ts'
import { parseQuery } from '#match/parse-query.ts'
import { setsFor } from './read-sets.ts'

/** A search with more ways in than this would take a network a day; the commonest names stand first. */
const termsMax = 20

/** What a network is asked for, so that among what it shows is all that the query matches. */
export async function networkTerms(tx: Tx, asked: { workspaceId: string; query: string }): Promise<readonly string[]> {
  const parsed = parseQuery(asked.query, await setsFor(tx, asked))
  return parsed.ok ? anchorTerms(parsed.tree).terms.slice(0, termsMax) : []
}
