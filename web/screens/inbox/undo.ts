import { createUndoStack, type Undoable } from './undo-stack.ts'

/** The decisions of this page. It outlives screens: what was done in the inbox can be taken back from elsewhere. */
export const undoStack = createUndoStack()

/** The same step is offered in a toast and under the key, and is taken back once. */
export function takeBack(step: Undoable): Promise<void> {
  undoStack.drop(step)
  return step.undo()
}
