import { useKeysOf } from '#web/commands.ts'
import type { PracticeTask } from '#web/screens/inbox/practice-path.ts'

/** The key that really does it, as this person has it: the exercise teaches no other. */
export function useTaskKeys(task: PracticeTask): readonly string[] {
  return useKeysOf(task)
}
