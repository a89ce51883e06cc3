import { useLingui } from '@lingui/react/macro'
import type { Ask } from '#api/contract/contract.ts'
import type { Session } from '#api/contract/shapes.ts'
import { queries, useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { keepSession, useSession } from '#web/session.ts'

type Body = Ask<'PATCH /api/me'>['body']
type User = NonNullable<Session['user']>
type Saving = {
  /** What takes it back, where that can be said. */
  back?: Body
  /** What is seen of it before the server has answered; it goes again when the server refuses. */
  ahead?: Partial<User>
  says?: string
}

/** Saves what is mine, says so, and offers the way back. */
export function useSaveMe() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const session = useSession()
  const change = useChange('PATCH /api/me', { refresh: ['GET /api/members'] })
  const lay = (over: Partial<User> | undefined): void => {
    const now = queries.getQueryData<Session>(['GET /api/session']) ?? session
    if (over && now.user) keepSession({ ...now, user: { ...now.user, ...over } })
  }
  const save = (body: Body, { back, ahead, says = t`Saved` }: Saving = {}): void => {
    const { user } = session
    const names = Object.keys(ahead ?? {})
    const before = Object.fromEntries(Object.entries(user ?? {}).filter(([name]) => names.includes(name)))
    lay(ahead)
    change.mutate(
      { body },
      {
        onSuccess: (kept) => {
          // An answer to an earlier change knows nothing of a later one that is still under way.
          if (queries.isMutating({ mutationKey: ['PATCH /api/me'] }) <= 1) keepSession(kept)
          const undo = back && (() => save(back, { ahead: ahead && before }))
          showToast({ id: 'mine', text: says, undo })
        },
        onError: (error) => {
          lay(ahead && before)
          if (ahead) showToast({ tone: 'failed', text: wordsOf(error) })
        },
      },
    )
  }
  return {
    save,
    isBusy: change.isPending,
    error: change.error,
    problem: change.error ? wordsOf(change.error) : undefined,
  }
}
