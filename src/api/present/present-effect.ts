import type { z } from 'zod'
import type { effectShape } from '#api/contract/effect-shapes.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { SeenEffect } from '#inbox/effects/read-effects.ts'

export function presentEffect({
  effect,
  outcome,
  isSettled,
  messages,
  ...seen
}: SeenEffect): z.output<typeof effectShape> {
  const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
  return {
    outcome,
    isSettled,
    sentAt: new Date(seen.sentAt),
    untilAt: new Date(seen.untilAt),
    lookedAt: moment(seen.lookedAt),
    deletedAt: moment(effect?.deletedAt),
    editedAt: moment(effect?.editedAt),
    tone: effect?.tone ?? null,
    spread: effect?.spread ?? null,
    messages: messages.map(({ number, at, ...message }) => ({
      ...message,
      key: conversationKey(number),
      at: new Date(at),
    })),
  }
}
