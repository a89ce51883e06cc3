import { handle } from '#api/handler.ts'
import { readCountedAnswers } from '#report/read-counted-answers.ts'
import { readCountedMessages } from '#report/read-counted-messages.ts'
import { readCountedWaits } from '#report/read-counted-waits.ts'
import { readReputation } from '#report/read-reputation.ts'
import { readTopicReport } from '#report/read-topic-report.ts'

export const reportHandlers = handle({
  'GET /api/reports/reputation': async ({ ctx }, { query }) => readReputation(ctx, query),
  'GET /api/reports/messages': async ({ ctx }, { query }) => readCountedMessages(ctx, query),
  'GET /api/reports/waits': async ({ ctx }, { query }) => readCountedWaits(ctx, query),
  'GET /api/reports/answers': async ({ ctx }, { query }) => readCountedAnswers(ctx, query),
  'GET /api/reports/topics/{id}': async ({ ctx }, { params, query }) => readTopicReport(ctx, { ...params, ...query }),
})
