import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { Context } from '#team/context.ts'
import { setsHeldFor } from './read-sets.ts'

/** For whoever saves a query. @throws AppError `bad_input` with the place of what is wrong in it. */
export async function assertQueryReads(tx: Tx, ctx: Context, query: string): Promise<void> {
  const parsed = parseQuery(query, await setsHeldFor(tx, { workspaceId: ctx.workspaceId, query }))
  const problem = parsed.ok ? undefined : parsed.errors[0]
  if (!problem) return
  throw new AppError('bad_input', `The query, character ${problem.at[0] + 1}: ${problem.words.en}`, {
    details: { start: problem.at[0], end: problem.at[1], words: problem.words, code: problem.code },
  })
}
