import { useLingui } from '@lingui/react/macro'
import type { Conversation } from '#api/contract/shapes.ts'
import { ask, queries } from '#web/api.ts'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'
import type { Undoable } from '#web/screens/inbox/undo-stack.ts'

export type Hold = { reason: string; until: string | null }

/** Keeps a conversation whatever its age, or lets it go again, each with the way back. Throws what the server refuses. */
export function useHold({ id, title, keeping }: Pick<Conversation, 'id' | 'title' | 'keeping'>) {
  const { t } = useLingui()
  const { hold } = keeping
  const before: Hold | null = hold && { reason: hold.reason, until: hold.untilAt }
  const set = async (wanted: Hold | null): Promise<void> => {
    const params = { id }
    await (wanted
      ? ask('PUT /api/conversations/{id}/hold', { params, body: wanted })
      : ask('DELETE /api/conversations/{id}/hold', { params }))
    void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}'] })
    void queries.invalidateQueries({ queryKey: ['GET /api/people/{id}'] })
  }
  return async (wanted: Hold | null): Promise<void> => {
    await set(wanted)
    const label = wanted ? t`Kept: ${title}` : t`Not kept any more: ${title}`
    const step: Undoable = { label, undo: () => set(before) }
    undoStack.push(step)
    showToast({ text: label, undo: () => void takeBack(step) })
  }
}
