/** What a language model may be asked for. Off by default, one by one. */
export const assistTasks = ['draft', 'shorten', 'friendlier', 'translate', 'translate_message', 'summarise'] as const
export type AssistTask = (typeof assistTasks)[number]

/** What ends in the field of the writer when they take it; the rest is only read. */
export const draftTasks = ['draft', 'shorten', 'friendlier', 'translate'] as const satisfies readonly AssistTask[]
/** What needs words of the writer to begin with. */
export const rewriteTasks = ['shorten', 'friendlier', 'translate'] as const satisfies readonly AssistTask[]

export function endsInDraft(task: AssistTask): boolean {
  return (draftTasks as readonly AssistTask[]).includes(task)
}

export function rewrites(task: AssistTask): boolean {
  return (rewriteTasks as readonly AssistTask[]).includes(task)
}

/** What leaves is shown before every question, or before the first in each conversation. */
export const assistShows = ['each', 'first'] as const
export type AssistShows = (typeof assistShows)[number]

/**
 * What became of a question: `asked` is under way, or was cut off by a crash; `stopped` by the writer; `failed` gave no answer, and `broken`
 * ended in the middle of one.
 */
export const assistStates = ['asked', 'answered', 'stopped', 'broken', 'failed'] as const
export type AssistState = (typeof assistStates)[number]

/** One message of a conversation with a model. */
export type ModelMessage = { role: 'system' | 'user'; content: string }
