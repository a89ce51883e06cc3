import { useCallback } from 'react'
import type { Session } from '#api/contract/shapes.ts'
import type { Layout } from '#domain/inbox-layout.ts'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { keepSession } from '#web/session.ts'

type Mine = { layout?: Layout; columns?: string[] }
let newest = 0

/** How the inbox stands is seen at once and kept behind it; where it was not kept it is as it was, and that is said. */
export function useKeepMine(): (mine: Mine) => void {
  const wordsOf = useProblemWords()
  return useCallback(
    (mine) => {
      newest += 1
      const turn = newest
      const before = layOver(mine)
      ask('PATCH /api/me', { body: mine }).then(
        // An answer to an earlier change knows nothing of a later one that is still under way.
        (kept) => turn === newest && keepSession(kept),
        (error: unknown) => {
          if (turn === newest && before) layOver(before)
          showToast({ tone: 'failed', text: wordsOf(error) })
        },
      )
    },
    [wordsOf],
  )
}

/** Answers what it was. */
function layOver(over: { layout?: Layout; columns?: string[] | null }) {
  const session = queries.getQueryData<Session>(['GET /api/session'])
  if (!session?.user) return undefined
  const { layout, columns } = session.user
  keepSession({ ...session, user: { ...session.user, ...over } })
  return { layout, columns }
}
