import type { Conversation, Row } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { practiceIn } from './practice-path.ts'

/** One conversation, whole. By its id or by its key; live events ask again. */
export function useConversation(idOrKey: string | undefined) {
  const isReal = idOrKey !== undefined && practiceIn(idOrKey) === undefined
  return useAsk('GET /api/conversations/{id}', { params: { id: idOrKey ?? '' } }, { enabled: isReal })
}

/** An open conversation that is not in the list, as a card would show it: what decisions are about. */
export function rowOf(conversation: Conversation): Row {
  const newest = conversation.messages.findLast((message) => !message.isOwn)
  const text = newest?.text.slice(0, 300) ?? ''
  return {
    ...conversation,
    excerpt: { text, spans: newest?.spans ?? [], isDeleted: newest?.deletedAt != null },
    reply: null,
    approval: askedIn(conversation),
    draftBy: null,
  }
}

/** As the list says it: of several that wait, one that is mine to decide. */
function askedIn({ replies }: Conversation): Row['approval'] {
  const waiting = replies.flatMap(({ state, approval, by }) =>
    state === 'awaits_approval' && approval?.outcome === null
      ? [{ by, askedAt: approval.askedAt, mayDecide: approval.mayDecide }]
      : [],
  )
  return waiting.find(({ mayDecide }) => mayDecide) ?? waiting[0] ?? null
}
