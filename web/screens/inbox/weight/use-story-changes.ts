import { useLingui } from '@lingui/react/macro'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'

type One = { id: string; key: string; title: string }

/** Out of a story and into one, each with the way back. */
export function useStoryChanges() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const failed = (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) })
  const change = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}/story'] })
      refreshInbox()
    }
  }
  const join = (id: string, withId: string) =>
    change(() => ask('POST /api/conversations/{id}/story', { params: { id }, body: { withId } }))
  const out = (id: string) => change(() => ask('DELETE /api/conversations/{id}/story', { params: { id } }))
  return {
    leave: async (one: One) => {
      const others = await othersOf(one.id)
      const { title } = one
      if (!(await out(one.id))) return
      const undo = others ? () => void join(one.id, others) : undefined
      showToast({ text: t`Out of the story: ${title}`, ...(undo ? { undo } : {}) })
    },
    join: async (one: One, withId: string) => {
      const { title } = one
      if (!(await join(one.id, withId))) return false
      showToast({ text: t`One story now: ${title}`, undo: () => void out(one.id) })
      return true
    },
  }
}

/** Whom to join again when it is taken back. */
async function othersOf(id: string): Promise<string | undefined> {
  try {
    const story = await ask('GET /api/conversations/{id}/story', { params: { id } })
    return story.lines.find((line) => line.id !== id)?.id
  } catch {
    return undefined
  }
}
