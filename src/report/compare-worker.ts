import { answerJobs } from '#base/answer-jobs.ts'
import { effectOfAnswering } from '#domain/measures/effect/effect-of-answering.ts'
import type { WaitingMessage } from '#domain/measures/effect/waiting-message.ts'

export type CompareJob = { messages: readonly WaitingMessage[]; windowMinutes: number }

function compare({ messages, windowMinutes }: CompareJob) {
  return { kind: 'compared' as const, effect: effectOfAnswering(messages, windowMinutes) }
}
export type CompareAnswer = ReturnType<typeof compare>

answerJobs(compare)
