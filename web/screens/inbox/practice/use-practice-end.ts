import { useState } from 'react'
import { ask } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { keepSession, useSession } from '#web/session.ts'
import { forgetPractice } from './practice-store.ts'

/**
 * Done, or passed over: kept with the person, so that it never comes back, on no machine. It is gone from the screen at once; an answer
 * that comes late must not lead anybody away from where they went meanwhile.
 */
export function usePracticeEnd(): { end: () => void; isEnding: boolean } {
  const session = useSession()
  const [isEnding, setEnding] = useState(false)
  const wordsOf = useProblemWords()
  return {
    isEnding,
    end: () => {
      setEnding(true)
      forgetPractice()
      keepSession({ ...session, user: session.user && { ...session.user, practice: 'done' } })
      ask('PATCH /api/me', { body: { practice: 'done' } }).then(keepSession, (error: unknown) => {
        keepSession(session)
        showToast({ tone: 'failed', text: wordsOf(error) })
      })
    },
  }
}
