import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import { notes } from '#db/tables/inbox.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { lockConversation } from './change-conversation.ts'

export type NoteRow = typeof notes.$inferSelect

/** For colleagues only. Nothing in the program can send a note anywhere. */
export async function writeNote(ctx: Context, input: { conversationId: string; text: string }): Promise<NoteRow> {
  const member = memberOf(ctx)
  return change(ctx, 'note.write', async (tx) => {
    await lockConversation(tx, ctx, input.conversationId)
    const [row] = await tx
      .insert(notes)
      .values({
        id: newId(),
        workspaceId: ctx.workspaceId,
        conversationId: input.conversationId,
        memberId: member.id,
        text: input.text,
        at: ctx.app.clock.now(),
      })
      .returning()
    const note = present(row, 'the inserted note comes back')
    return {
      result: note,
      subject: { kind: 'note', id: note.id },
      conversationId: input.conversationId,
      events: [{ kind: 'note.written' }],
    }
  })
}
