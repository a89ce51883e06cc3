import { type ConversationView, conversationViews } from '#domain/conversation.ts'
import type { SilenceReason } from '#domain/silence.ts'
import type { InboxSearch } from '#web/inbox-search.ts'

export const filterNames = ['q', 'network', 'sentiment', 'lang', 'topicId', 'departmentId', 'silence'] as const
export type FilterName = (typeof filterNames)[number]

export type ListAsk = InboxSearch & { view: ConversationView }

/** A view with what is in the address behind it: the question that fills the list. An unknown view shows everything. */
export function listAsk(view: string, search: InboxSearch): ListAsk {
  const ask: ListAsk = { view: asView(view) }
  for (const name of filterNames) if (search[name]) ask[name] = search[name]
  if (search.sort && hasOrder(ask.view)) ask.sort = search.sort
  return ask
}

/** Open work has two orders: by promise, and the most urgent first. */
export function hasOrder(view: ConversationView): boolean {
  return view === 'mine' || view === 'asked' || view === 'approve' || view === 'unowned' || view === 'all'
}

export function asView(view: string): ConversationView {
  return conversationViews.find((one) => one === view) ?? 'all'
}

/** Where what was deliberately not answered is found: closed with that, or open again. */
export function mayBeSilent(view: ConversationView): boolean {
  return view === 'done' || view === 'all'
}

/** Also those that nobody chooses any more: what was decided by them is still there. They stand last. */
export function reasonsToChoose<One extends Pick<SilenceReason, 'isRetired'>>(reasons: readonly One[]): One[] {
  return reasons.toSorted((a, b) => Number(a.isRetired) - Number(b.isRetired))
}

/** How many filters narrow the view. */
export function filterCount(search: InboxSearch): number {
  return filterNames.filter((name) => search[name]).length
}

export type Decision = 'finish' | 'reopen' | 'wait' | 'handOver' | 'release' | 'claim' | 'noise' | 'work'

/** What takes a card off a list: a decision about the conversation, or a word about an answer in it. */
export type Leaving = Decision | 'approval'

/** Does it take the conversation out of this view, or only change its card? */
export function leavesView(ask: ListAsk, decision: Leaving): boolean {
  // An answer waits there until somebody said something about it, whatever becomes of its conversation.
  if (ask.view === 'approve') return decision === 'approval'
  switch (decision) {
    case 'finish':
      return ask.view !== 'done'
    case 'reopen':
      return ask.view === 'done' || ask.view === 'waiting' || ask.view === 'noise'
    case 'noise':
      return ask.view !== 'noise'
    case 'work':
      return ask.view === 'noise'
    case 'wait':
      return ask.view !== 'waiting'
    case 'handOver':
      return ask.view === 'mine' || ask.view === 'unowned' || ask.departmentId !== undefined
    case 'release':
      return ask.view === 'mine'
    case 'approval':
    case 'claim':
      // It stays where it is: one claims while answering, and the card may not run away from under the hand.
      return false
  }
}
