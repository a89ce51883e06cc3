import { useLingui } from '@lingui/react/macro'
import type { PledgeView } from '#api/contract/promise-shapes.ts'
import type { PledgeOutcome } from '#domain/pledge.ts'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'
import type { Undoable } from '#web/screens/inbox/undo-stack.ts'

/** Saying what we will do for somebody, and that it was done; each with the way back. */
export function usePledges() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const settle = async (id: string, outcome: PledgeOutcome | null): Promise<void> => {
    await ask('PUT /api/pledges/{id}/outcome', { params: { id }, body: { outcome } })
    refresh()
  }
  const canUndo = (label: string, undo: () => Promise<void>) => {
    const step: Undoable = { label, undo }
    undoStack.push(step)
    showToast({ text: label, undo: () => void takeBack(step) })
  }
  return {
    /** Throws what the server refuses: the words stay in the dialog. */
    make: async (conversationId: string, { text, dueAt, key }: { text: string; dueAt: Date; key: string }) => {
      const body = { text, dueAt: dueAt.toISOString() }
      const made = await ask(
        'POST /api/conversations/{id}/pledges',
        { params: { id: conversationId }, body },
        undefined,
        {
          key,
        },
      )
      refresh()
      canUndo(t`Pledged: ${text}`, () => settle(made.id, 'dropped'))
    },
    settle: async (pledge: PledgeView, outcome: PledgeOutcome | null) => {
      const { id, text, outcome: before } = pledge
      try {
        await settle(id, outcome)
      } catch (error) {
        showToast({ tone: 'failed', text: wordsOf(error) })
        return
      }
      const label =
        outcome === 'kept'
          ? t`Kept: ${text}`
          : outcome === 'dropped'
            ? t`Not needed any more: ${text}`
            : t`Open again: ${text}`
      canUndo(label, () => settle(id, before))
    },
  }
}

function refresh(): void {
  for (const name of ['GET /api/conversations/{id}', 'GET /api/people/{id}/pledges', 'GET /api/conversations'])
    void queries.invalidateQueries({ queryKey: [name] })
}
