import { useLingui } from '@lingui/react/macro'
import type { Conversation } from '#api/contract/shapes.ts'
import { ask, queries } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'
import type { Undoable } from '#web/screens/inbox/undo-stack.ts'

type Muted = Conversation['muted']

/** Out of my ears and back, each with the way back. What others hear is not touched. */
export function useMute({ id, title, muted: before }: Pick<Conversation, 'id' | 'title' | 'muted'>) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const set = async (muted: Muted): Promise<boolean> => {
    const params = { id }
    try {
      await (muted
        ? ask('PUT /api/conversations/{id}/mute', { params, body: { until: muted.until } })
        : ask('DELETE /api/conversations/{id}/mute', { params }))
      return true
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}'] })
    }
  }
  return async (muted: Muted): Promise<void> => {
    const until = muted?.until ? fmt.moment(new Date(muted.until)) : ''
    const said = until ? t`Muted for you until ${until}: ${title}` : t`Muted for you: ${title}`
    const label = muted ? said : t`You hear of it again: ${title}`
    if (!(await set(muted))) return
    const step: Undoable = { label, undo: async () => void (await set(before ?? null)) }
    undoStack.push(step)
    showToast({ text: label, undo: () => void takeBack(step) })
  }
}
