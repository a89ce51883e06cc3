import { useSyncExternalStore } from 'react'
import { type PracticeTask, practiceTasks } from '#web/screens/inbox/practice-path.ts'

/** What was pressed already. It lives as long as the page: only that all is done is kept, on the server. */
let done: ReadonlySet<PracticeTask> = new Set()
const listeners = new Set<() => void>()

export function usePractised(): ReadonlySet<PracticeTask> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => done,
  )
}

export function practised(task: PracticeTask): void {
  done = new Set([...done, task])
  for (const listener of listeners) listener()
}

export function forgetPractice(): void {
  done = new Set()
  for (const listener of listeners) listener()
}

/** The next that was not done yet, looking on from this one and then from the beginning. */
export function nextPractice(task: PracticeTask, finished: ReadonlySet<PracticeTask>): PracticeTask | undefined {
  const at = practiceTasks.indexOf(task)
  return [...practiceTasks.slice(at + 1), ...practiceTasks.slice(0, at + 1)].find((one) => !finished.has(one))
}
