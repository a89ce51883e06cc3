import { and, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { personNotes } from '#db/tables/inbox.ts'
import { authors } from '#db/tables/mentions.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** A person has few notes, or nobody reads them. */
export const personNotesMax = 30

type PersonNoteRow = typeof personNotes.$inferSelect

/** About somebody, whatever the conversation. It never leaves the house, and goes when they ask to be forgotten. */
export async function writePersonNote(ctx: Context, input: { authorId: string; text: string }): Promise<string> {
  const member = memberOf(ctx)
  return change(ctx, 'person_note.write', async (tx) => {
    await lockPerson(tx, ctx, input.authorId)
    if ((await tx.$count(personNotes, eq(personNotes.authorId, input.authorId))) >= personNotesMax)
      throw new AppError('bad_input', 'There are 30 notes on this person. Remove one that is no longer needed first.')
    const { workspaceId } = ctx
    const [row] = await tx
      .insert(personNotes)
      .values({ id: newId(), workspaceId, memberId: member.id, at: ctx.app.clock.now(), ...input })
      .returning()
    const note = present(row, 'the inserted note comes back')
    return { ...about(note), result: note.id }
  })
}

/** Other words, from then on under the name of who wrote those: nobody is made to have said something else. */
export async function changePersonNote(ctx: Context, { id, text }: { id: string; text: string }): Promise<void> {
  await change(ctx, 'person_note.write', async (tx) => {
    const note = await lockNote(tx, ctx, id)
    const changed = { text, memberId: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    await tx.update(personNotes).set(changed).where(eq(personNotes.id, id))
    return { ...about(note), result: undefined }
  })
}

export async function removePersonNote(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'person_note.remove', async (tx) => {
    const note = await lockNote(tx, ctx, id)
    await tx.delete(personNotes).where(eq(personNotes.id, id))
    return { ...about(note), result: undefined }
  })
}

/** The words stay out of the audit: what is removed is gone. */
function about(note: PersonNoteRow) {
  return {
    subject: { kind: 'person_note', id: note.id },
    details: { authorId: note.authorId },
    events: [{ kind: 'note.written' as const, subjectId: note.id }],
  }
}

/** Held until the note stands, so that nobody is forgotten meanwhile. */
async function lockPerson(tx: Tx, ctx: Context, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: authors.id })
    .from(authors)
    .where(and(eq(authors.workspaceId, ctx.workspaceId), eq(authors.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This person is not here any more.')
}

async function lockNote(tx: Tx, ctx: Context, id: string): Promise<PersonNoteRow> {
  const [row] = await tx
    .select()
    .from(personNotes)
    .where(and(eq(personNotes.workspaceId, ctx.workspaceId), eq(personNotes.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This note is not here any more.')
  return row
}
