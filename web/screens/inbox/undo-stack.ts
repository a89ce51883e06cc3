/** One thing that was done here and can be taken back. `label` is a whole sentence in the reader's language. */
export type Undoable = {
  label: string
  undo: () => Promise<void>
  /** Until when it can be taken back; absent: as long as the session lasts. */
  untilMs?: number
}

export const undoStepsMax = 20

export type UndoStack = {
  push: (step: Undoable) => void
  /** Takes the newest step that can still be undone off the stack. */
  take: (nowMs: number) => Undoable | undefined
  /** Takes this very step off, wherever it stands: it was undone or became impossible elsewhere. */
  drop: (step: Undoable) => void
  size: () => number
}

/** The last decisions of this session, newest first. The oldest falls off: nobody undoes what they cannot remember. */
export function createUndoStack(): UndoStack {
  let steps: Undoable[] = []
  return {
    push: (step) => {
      steps = [...steps, step].slice(-undoStepsMax)
    },
    take: (nowMs) => {
      steps = steps.filter((step) => step.untilMs === undefined || step.untilMs > nowMs)
      return steps.pop()
    },
    drop: (step) => {
      steps = steps.filter((one) => one !== step)
    },
    size: () => steps.length,
  }
}
