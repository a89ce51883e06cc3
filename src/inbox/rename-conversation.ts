import type { Context } from '#team/context.ts'
import { type ConversationRow, changeConversation } from './change-conversation.ts'

/** A title in our own words; from then on nothing overwrites it. */
export async function renameConversation(ctx: Context, input: { id: string; title: string }): Promise<ConversationRow> {
  return changeConversation(ctx, {
    id: input.id,
    action: 'conversation.rename',
    details: { title: input.title },
    rule: () => ({ title: input.title, isTitleGiven: true }),
  })
}
