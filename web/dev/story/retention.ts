import type { Answer } from '#api/contract/contract.ts'
import { inMinutes } from './moments.ts'

const day = 24 * 60

/** A workspace that erases after its time, and really did. */
export const retention: Answer<'GET /api/retention'> = {
  ...{ unansweredDays: 90, answeredDays: 365, held: 2, lookedAt: inMinutes(-20) },
  lastErasing: { conversations: 412, messages: 1_204, authors: 371, lookedAt: inMinutes(-2 * day) },
}

/** One that was here before there was such a thing. */
export const keepsAll: Answer<'GET /api/retention'> = {
  ...{ unansweredDays: null, answeredDays: null, held: 0, lookedAt: null, lastErasing: null },
}
