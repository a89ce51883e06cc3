import { useCallback } from 'react'
import type { Session } from '#api/contract/shapes.ts'
import type { Layout } from '#domain/inbox-layout.ts'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { keepSession } from '#web/session.ts'

type Mine = { layout?: Layout; columns?: string[] }
const session = { queryKey: ['GET /api/session'] }
let newest = 0

/** How the inbox stands is seen at once and kept behind it; where it was not kept it is as it was, and that is said. */
export function useKeepMine(): (mine: Mine) => void {
  const wordsOf = useProblemWords()
  return useCallback(
    (mine) => {
      newest += 1
      const turn = newest
      // What is on its way was read before this change, and would undo it.
      void queries.cancelQueries(session)
      const before = layOver(mine)
      ask('PATCH /api/me', { body: mine })
        .then(
          // An answer to an earlier change knows nothing of a later one that is still under way.
          (kept) => turn === newest && keepSession(kept),
          (error: unknown) => {
            if (turn === newest && before) layOver(before)
            showToast({ tone: 'failed', text: wordsOf(error) })
          },
        )
        .then(() => {
          if (turn === newest) void queries.invalidateQueries(session)
        })
    },
    [wordsOf],
  )
}

/** Answers what it was. */
function layOver(over: { layout?: Layout; columns?: string[] | null }) {
  const here = queries.getQueryData<Session>(session.queryKey)
  if (!here?.user) return undefined
  const { layout, columns } = here.user
  keepSession({ ...here, user: { ...here.user, ...over } })
  return { layout, columns }
}
