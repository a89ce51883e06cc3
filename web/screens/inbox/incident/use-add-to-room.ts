import { useLingui } from '@lingui/react/macro'
import type { Row } from '#api/contract/shapes.ts'
import { ask, queries } from '#web/api.ts'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'
import type { Undoable } from '#web/screens/inbox/undo-stack.ts'

type Room = { id: string; key: string; title: string }
type One = Pick<Row, 'id' | 'title'>

/**
 * Puts conversations into a room, with the way back. What is in it already keeps the lane it was given there, and is not taken out by undoing.
 * Throws what the server refuses; asked again it goes on with the rest.
 */
export function useAddToRoom() {
  const { t } = useLingui()
  return async (rows: readonly One[], { id, key, title }: Room): Promise<void> => {
    const fresh: One[] = []
    for (const row of rows) {
      const over = await ask('GET /api/conversations/{id}/incidents', { params: { id: row.id } })
      if (over.some((one) => one.key === key)) continue
      await place(id, row, 'auto')
      fresh.push(row)
    }
    refresh()
    if (fresh.length === 0) return void showToast({ text: t`It was in ${key} already: ${title}` })
    const label = t`Added to ${key}: ${title}`
    const undo = async () => {
      for (const row of fresh) await place(id, row, 'out')
      refresh()
    }
    const step: Undoable = { label, undo }
    undoStack.push(step)
    showToast({ text: label, undo: () => void takeBack(step) })
  }
}

async function place(id: string, { id: conversationId }: One, lane: 'auto' | 'out'): Promise<void> {
  await ask('PUT /api/incidents/{id}/messages/{conversationId}', { params: { id, conversationId }, body: { lane } })
}

function refresh(): void {
  for (const name of ['GET /api/incidents/{id}/messages', 'GET /api/conversations/{id}/incidents'])
    void queries.invalidateQueries({ queryKey: [name] })
}
