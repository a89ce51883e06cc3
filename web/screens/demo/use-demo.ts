import { holdQuestions, useAsk, useChange } from '#web/api.ts'
import { startOver } from '#web/session.ts'

const lookEveryMs = 400

/** Whether there is a demo company, and how far its story is told. */
export function useDemo({ isFilling = false }: { isFilling?: boolean } = {}) {
  return useAsk('GET /api/demo', undefined, isFilling ? { refetchInterval: lookEveryMs, staleTime: 0 } : {}).data
}

/** Removes it, and begins again in one's own workspace: what was on screen is gone, and nobody asks for it while it goes. */
export function useRemoveDemo() {
  const change = useChange('DELETE /api/demo')
  const remove = () => {
    const letGo = holdQuestions()
    // Not as options of the mutation: those are forgotten when what asked for it is gone from the screen.
    change.mutateAsync({}).then(() => startOver(), letGo)
  }
  return { ...change, remove }
}
