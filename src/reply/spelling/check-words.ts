import { foldSpelled } from '#domain/draft/spelled-words.ts'
import { type Context, memberOf } from '#team/context.ts'
import { houseWords } from './read-own-words.ts'
import { spell } from './spell.ts'
import type { SpellingLang, UnknownWord } from './spelling-job.ts'

/** What nobody knows of these words: no dictionary, and nobody of this house. `isTold` is false when it cannot be told at this moment. */
export async function checkWords(
  ctx: Context,
  { lang, words }: { lang: SpellingLang; words: readonly string[] },
): Promise<{ isTold: boolean; unknown: UnknownWord[] }> {
  memberOf(ctx)
  const ours = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => houseWords(tx, ctx.workspaceId))
  const asked = [...new Set(words)].filter((word) => !ours.has(foldSpelled(word)))
  if (asked.length === 0) return { isTold: true, unknown: [] }
  const unknown = await spell(lang, asked)
  return unknown ? { isTold: true, unknown } : { isTold: false, unknown: [] }
}
