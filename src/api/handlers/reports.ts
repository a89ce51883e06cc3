import { handle } from '#api/handler.ts'
import { readCountedMessages } from '#report/read-counted-messages.ts'
import { readReputation } from '#report/read-reputation.ts'

export const reportHandlers = handle({
  'GET /api/reports/reputation': async ({ ctx }, { query }) => readReputation(ctx, query),
  'GET /api/reports/messages': async ({ ctx }, { query }) => readCountedMessages(ctx, query),
})
