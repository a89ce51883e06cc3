import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { practiceIn } from '#web/screens/inbox/practice-path.ts'
import { keepSession } from '#web/session.ts'
import { forgetPractice } from './practice-store.ts'

/** Done, or passed over: kept with the person, so that it never comes back, on no machine. */
export function usePracticeEnd(): { end: () => void; isEnding: boolean } {
  const { current, list, open } = useInbox()
  const change = useChange('PATCH /api/me')
  const wordsOf = useProblemWords()
  return {
    isEnding: change.isPending,
    end: () =>
      change.mutate(
        { body: { practice: 'done' } },
        {
          onSuccess: (session) => {
            forgetPractice()
            keepSession(session)
            if (practiceIn(current)) open(matchMedia('(min-width: 768px)').matches ? list.rows[0] : undefined)
          },
          onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }),
        },
      ),
  }
}
