import { and, eq } from 'drizzle-orm'
import { drafts } from '#db/tables/reply.ts'
import type { Visibility } from '#domain/reply.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { letGoOfSuggestions } from './assist/accept-suggestion.ts'

/**
 * Keeps what somebody is typing; an empty text removes it. Colleagues are told that a draft begins and ends, not of every
 * letter, and so is the audit.
 */
export async function saveDraft(
  ctx: Context,
  input: { conversationId: string; kind: 'reply' | 'note'; text: string; visibility?: Visibility },
): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  const { conversationId, kind, text, visibility = 'public' } = input
  await change(ctx, 'draft.write', async (tx) => {
    await lockConversation(tx, ctx, conversationId)
    const isMine = and(eq(drafts.conversationId, conversationId), eq(drafts.memberId, memberId), eq(drafts.kind, kind))
    const known = await tx.$count(drafts, isMine)
    const updatedAt = ctx.app.clock.now()
    const isEmpty = text.trim() === ''
    if (isEmpty) {
      await tx.delete(drafts).where(isMine)
      if (kind === 'reply') await letGoOfSuggestions(tx, { conversationId, memberId })
    } else {
      await tx
        .insert(drafts)
        .values({ workspaceId: ctx.workspaceId, conversationId, memberId, kind, text, visibility, updatedAt })
        .onConflictDoUpdate({
          target: [drafts.conversationId, drafts.memberId, drafts.kind],
          set: { text, visibility, updatedAt },
        })
    }
    return {
      result: undefined,
      subject: { kind: 'draft', id: conversationId },
      conversationId,
      details: { kind, isEmpty },
      events: [{ kind: 'draft.changed' }],
      isSilent: known > 0 !== isEmpty,
    }
  })
}
