import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { notes, parties } from '#db/tables/inbox.ts'
import { departmentMembers, departments, members } from '#db/tables/team.ts'
import { nameCallsIn } from '#domain/name-call.ts'
import { partyReasonMax } from '#domain/party.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { tellAsked, writeParty } from './ask-party.ts'
import { lockConversation } from './change-conversation.ts'

export type NoteRow = typeof notes.$inferSelect

/**
 * For colleagues only. Nothing in the program can send a note anywhere. Who is called by name in it (`@Noor`) is asked for advice; who
 * was asked has answered by writing one.
 */
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
    const hasAnswered = await answer(tx, ctx, input.conversationId)
    const asked = await askCalled(tx, ctx, input)
    return {
      result: note,
      subject: { kind: 'note', id: note.id },
      conversationId: input.conversationId,
      details: asked.length > 0 ? { asked } : {},
      events: [
        { kind: 'note.written' },
        ...(hasAnswered || asked.length > 0 ? [{ kind: 'conversation.changed' as const }] : []),
      ],
    }
  })
}

/** What this member was asked, also as one of a department, is answered now. */
async function answer(tx: Tx, ctx: Context, conversationId: string): Promise<boolean> {
  const member = memberOf(ctx)
  const mine = tx
    .select({ id: departmentMembers.departmentId })
    .from(departmentMembers)
    .where(eq(departmentMembers.memberId, member.id))
  const answered = await tx
    .update(parties)
    .set({ answeredAt: ctx.app.clock.now() })
    .where(
      and(
        eq(parties.conversationId, conversationId),
        eq(parties.kind, 'consulted'),
        isNull(parties.answeredAt),
        or(eq(parties.memberId, member.id), inArray(parties.departmentId, mine)),
      ),
    )
    .returning({ id: parties.id })
  return answered.length > 0
}

/** The ids of whom it calls. Nobody asks themselves. */
async function askCalled(tx: Tx, ctx: Context, input: { conversationId: string; text: string }): Promise<string[]> {
  if (!input.text.includes('@')) return []
  const here = eq(members.workspaceId, ctx.workspaceId)
  const people = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(here, isNull(members.leftAt), ne(members.id, memberOf(ctx).id)))
  const groups = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.workspaceId, ctx.workspaceId))
  const called = new Set(nameCallsIn(input.text, [...people, ...groups]).map(({ id }) => id))
  const reason = input.text.slice(0, partyReasonMax)
  for (const id of called) {
    const isMember = people.some((one) => one.id === id)
    const asked = { memberId: isMember ? id : null, departmentId: isMember ? null : id }
    const { conversationId } = input
    await writeParty(tx, ctx, { conversationId, kind: 'consulted', reason, ...asked })
    await tellAsked(tx, ctx, { conversationId, kind: 'mentioned', ...asked })
  }
  return [...called]
}
