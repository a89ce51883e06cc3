import { eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { snippetUses, snippetVersions } from '#db/tables/snippets.ts'
import { slotsIn } from '#domain/slots.ts'
import { type SnippetWording, stillHolds } from '#domain/snippet.ts'
import type { Context } from '#team/context.ts'

/** With which wording of which version an answer was begun. */
export type SnippetUse = { versionId: string; wording: string }

/** What nobody filled in must not reach anybody. @throws AppError `bad_input` with `details.slots` */
export function assertFilled(text: string): void {
  const slots = [...new Set(slotsIn(text).map(({ name }) => `{${name}}`))]
  if (slots.length === 0) return
  const list = slots.join(', ')
  throw new AppError(
    'bad_input',
    {
      en: `Fill in ${list}, or take it out. Braces for people have a space behind the first.`,
      nl: `Vul ${list} in, of haal het weg. Accolades voor mensen hebben een spatie achter de eerste.`,
    },
    { details: { slots } },
  )
}

/**
 * Keeps which version an answer was written with, in its transaction. What was rewritten until little is left of it does not count.
 *
 * @throws AppError `bad_input` for words that are not in that version.
 */
export async function recordSnippetUses(
  tx: Tx,
  ctx: Context,
  { replyId, text, uses }: { replyId: string; text: string; uses: readonly SnippetUse[] },
): Promise<void> {
  if (uses.length === 0) return
  const ids = uses.map(({ versionId }) => versionId)
  const { id, snippetId, wordings } = snippetVersions
  const known = await tx.select({ id, snippetId, wordings }).from(snippetVersions).where(inArray(id, ids))
  const byId = new Map(known.map((row) => [row.id, row]))
  for (const use of uses) {
    const version = byId.get(use.versionId)
    // What was removed meanwhile stands in the way of no answer.
    if (version && !hasText(version.wordings, use.wording))
      throw new AppError('bad_input', 'These are not the words of this version of the snippet.')
  }
  const rows = uses.flatMap(({ versionId, wording }) => {
    const version = byId.get(versionId)
    return version && stillHolds(wording, text) ? { versionId, wording, snippetId: version.snippetId } : []
  })
  if (rows.length === 0) return
  const { workspaceId } = ctx
  const at = ctx.app.clock.now()
  await tx
    .insert(snippetUses)
    .values(rows.map((row) => ({ ...row, replyId, workspaceId, at })))
    .onConflictDoNothing()
}

function hasText(wordings: readonly SnippetWording[], text: string): boolean {
  return wordings.some(({ texts }) => texts.includes(text))
}

/** With which versions an answer was written. */
export async function usesOf(tx: Tx, replyId: string): Promise<{ name: string; number: number; wording: string }[]> {
  return tx
    .select({ name: snippetVersions.name, number: snippetVersions.number, wording: snippetUses.wording })
    .from(snippetUses)
    .innerJoin(snippetVersions, eq(snippetVersions.id, snippetUses.versionId))
    .where(eq(snippetUses.replyId, replyId))
}
