import { isSameText } from '#domain/same-text.ts'
import { unheld } from './next-step.ts'
import type { ReplyChange, ReplyRow } from './outbox-store.ts'

/** A post of one of our own accounts, as the network shows it. */
export type OwnPost = { nativeId: string; url?: string; ref?: unknown; text: string }

/**
 * What hearing our own post says about a reply to the same parent by the same account: it stands. Undefined when it says
 * nothing. A reply that never left and is not assisted may have the same words by chance, and is left alone.
 */
export function afterHearing(reply: ReplyRow, heard: OwnPost, now: Date): ReplyChange | undefined {
  if (reply.nativeId) {
    if (reply.nativeId !== heard.nativeId || reply.heardBackAt) return undefined
    return { reply: { heardBackAt: now } }
  }
  if (!mayStand(reply) || !isSameText(reply.text, heard.text)) return undefined
  return {
    reply: {
      state: 'sent',
      nativeId: heard.nativeId,
      url: heard.url ?? reply.url,
      ref: heard.ref ?? reply.ref,
      problem: null,
      dueAt: null,
      settledAt: reply.settledAt ?? now,
      heardBackAt: now,
      ...unheld,
    },
  }
}

function mayStand({ state, firstAttemptAt }: ReplyRow): boolean {
  switch (state) {
    case 'assisted':
    case 'sent':
      return true
    case 'sending':
    case 'unknown':
    case 'needs_person':
    case 'ready':
    case 'held':
    case 'waiting':
      return firstAttemptAt !== null
    case 'awaits_approval':
    case 'refused':
    case 'undone':
    case 'removed':
      return false
  }
}
