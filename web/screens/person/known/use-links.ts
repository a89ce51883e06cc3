import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'

const touched = new Set<unknown>([
  'GET /api/people',
  'GET /api/people/{id}',
  'GET /api/people/{id}/conversations',
  'GET /api/conversations',
  'GET /api/conversations/{id}',
])

type Named = { id: string; called: string }
export type Links = {
  link: (other: Named) => Promise<boolean>
  unlink: (one: Named) => Promise<boolean>
  sayNotSame: (other: Named) => Promise<boolean>
}

/** Who is whom, each with the way back: in the toast and under the key. */
export function useLinks(id: string): Links {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return undefined
    } finally {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => touched.has(queryKey[0]) })
    }
  }
  const link = (otherId: string) => ask('POST /api/people/{id}/link', { params: { id }, body: { otherId } })
  const done = (label: string, back: () => Promise<unknown>) => {
    const step = { label, undo: async () => void (await change(back)) }
    undoStack.push(step)
    showToast({ text: label, undo: () => void takeBack(step) })
    return true
  }
  return {
    link: async ({ id: otherId, called }) => {
      const linked = await change(() => link(otherId))
      if (!linked) return false
      const { joined, count } = linked
      if (joined.length === 0) return true
      const label =
        joined.length === 1
          ? t`Linked: ${called}`
          : plural(count, {
              one: `# account linked, with ${called}`,
              other: `# accounts are one person now, with ${called}`,
            })
      return done(label, () => ask('POST /api/people/{id}/unlink', { params: { id }, body: { ids: joined } }))
    },
    unlink: async ({ id: goingId, called }) => {
      const gone = await change(() => ask('POST /api/people/{id}/unlink', { params: { id }, body: { ids: [goingId] } }))
      if (!gone) return false
      const { restId, removed } = gone
      const [otherId = goingId] = removed
      return done(t`Unlinked: ${called}`, () =>
        ask('POST /api/people/{id}/link', { params: { id: restId }, body: { otherId } }),
      )
    },
    sayNotSame: async ({ id: otherId, called }) => {
      const say = (isSaid: boolean) => () =>
        ask('PUT /api/people/{id}/not-same', { params: { id }, body: { otherId, isSaid } })
      if (!(await change(say(true)))) return false
      return done(t`Not the same person: ${called}`, say(false))
    },
  }
}
