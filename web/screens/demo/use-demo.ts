import { useAsk, useChange } from '#web/api.ts'
import { startOver } from '#web/session.ts'

const lookEveryMs = 400

/** Whether there is a demo company, and how far its story is told. */
export function useDemo({ isFilling = false }: { isFilling?: boolean } = {}) {
  return useAsk('GET /api/demo', undefined, isFilling ? { refetchInterval: lookEveryMs, staleTime: 0 } : {}).data
}

/** Removes it, and begins again in one's own workspace: what was on screen is gone. */
export function useRemoveDemo() {
  const remove = useChange('DELETE /api/demo')
  return { ...remove, remove: () => remove.mutate({}, { onSuccess: () => startOver() }) }
}
