import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { ownWords } from '#db/tables/spelling.ts'
import { foldSpelled } from '#domain/draft/spelled-words.ts'
import { ownWordsMax } from '#domain/own-word.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** A word is ours from now on, for everybody here who writes. One that is already, is. @throws AppError `bad_input` when there are too many */
export async function addOwnWord(ctx: Context, { word }: { word: string }): Promise<string> {
  const { workspaceId } = ctx
  const folded = foldSpelled(word)
  return change(ctx, 'own_word.add', async (tx) => {
    if ((await tx.$count(ownWords, eq(ownWords.workspaceId, workspaceId))) >= ownWordsMax)
      throw new AppError('bad_input', 'There are 5,000 words of your own already. Remove some first.')
    const row = { id: newId(), workspaceId, word, folded, addedBy: memberOf(ctx).id, addedAt: ctx.app.clock.now() }
    const [added] = await tx.insert(ownWords).values(row).onConflictDoNothing().returning({ id: ownWords.id })
    const isHere = and(eq(ownWords.workspaceId, workspaceId), eq(ownWords.folded, folded))
    const [known] = added ? [added] : await tx.select({ id: ownWords.id }).from(ownWords).where(isHere)
    const id = known?.id ?? row.id
    // The word may be somebody's name: it stands in one place, and not in the audit.
    return {
      result: id,
      subject: { kind: 'own_word', id },
      isSilent: !added,
      events: [{ kind: 'words.changed' as const }],
    }
  })
}

/** @throws AppError `not_found` */
export async function removeOwnWord(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'own_word.remove', async (tx) => {
    const isIt = and(eq(ownWords.workspaceId, ctx.workspaceId), eq(ownWords.id, id))
    const gone = await tx.delete(ownWords).where(isIt).returning({ id: ownWords.id })
    if (gone.length === 0) throw new AppError('not_found', 'This word is not one of yours any more.')
    return { result: undefined, subject: { kind: 'own_word', id }, events: [{ kind: 'words.changed' as const }] }
  })
}
