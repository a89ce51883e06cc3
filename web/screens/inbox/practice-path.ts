/** The practice messages stand in the address like conversations, and are none: nothing of them is on the server. */
export const practiceTasks = ['reply', 'done', 'undo'] as const
export type PracticeTask = (typeof practiceTasks)[number]

export function practicePath(task: PracticeTask): string {
  return `practice-${task}`
}

export function practiceIn(conversation: string | undefined): PracticeTask | undefined {
  return practiceTasks.find((task) => practicePath(task) === conversation)
}
