import { useLingui } from '@lingui/react/macro'
import { ask } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'

type One = { id: string; key: string; title: string }

/** Two conversations into one, one into two, each with the way back. What stays is shown. */
export function useMerges() {
  const { t } = useLingui()
  const { open } = useInbox()
  const wordsOf = useProblemWords()
  const change = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return undefined
    } finally {
      refreshInbox()
    }
  }
  const put = (id: string, withId: string) =>
    change(() => ask('POST /api/conversations/{id}/merge', { params: { id }, body: { withId } }))
  const apart = (id: string) =>
    change(() => ask('POST /api/conversations/{id}/take-apart', { params: { id }, body: {} }))
  return {
    merge: async (one: One, withId: string): Promise<boolean> => {
      const stays = await put(one.id, withId)
      if (!stays) return false
      open(stays)
      const { key } = stays
      const undo = async () => {
        if (await apart(one.id)) open(one)
      }
      showToast({ text: t`Merged into ${key}`, undo: () => void undo() })
      return true
    },
    takeApart: async (one: One, into: One) => {
      const { key } = one
      if (!(await apart(one.id))) return
      showToast({ text: t`${key} is a conversation of its own again.`, undo: () => void put(one.id, into.id) })
    },
    split: async (mentionId: string, from: One) => {
      const made = await change(() => ask('POST /api/mentions/{id}/split', { params: { id: mentionId }, body: {} }))
      if (!made) return
      open(made)
      const { key } = made
      const undo = async () => {
        if (await put(made.id, from.id)) open(from)
      }
      showToast({ text: t`This is ${key} now.`, undo: () => void undo() })
    },
  }
}
