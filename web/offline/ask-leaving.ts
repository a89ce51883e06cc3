/** Signing out with decisions that were not sent: their maker says whether they go. Shown by the banner, which stands while there are any. */
let answer: ((isSure: boolean) => void) | undefined
let count = 0
const listeners = new Set<() => void>()

/** `of`: how many, in whichever workspaces. */
export function askLeaving(of: number): Promise<boolean> {
  count = of
  return new Promise((resolve) => {
    answer = (isSure) => {
      answer = undefined
      for (const listener of listeners) listener()
      resolve(isSure)
    }
    for (const listener of listeners) listener()
  })
}

export function leavingAnswer(): typeof answer {
  return answer
}

export function leavingCount(): number {
  return count
}

export function whenLeavingChanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
