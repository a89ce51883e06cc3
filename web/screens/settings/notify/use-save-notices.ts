import { useLingui } from '@lingui/react/macro'
import type { Ask } from '#api/contract/contract.ts'
import { keyOf, queries, useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

type Change = Ask<'PATCH /api/notices/settings'>['body']

/** Saves a part of my settings; what was there before can be put back. */
export function useSaveNotices() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/notices/settings')
  const save = (body: Change, back?: Change): void =>
    change.mutate(
      { body },
      {
        onSuccess: (kept) => {
          queries.setQueryData(keyOf('GET /api/notices/settings'), kept)
          showToast({ id: 'notices', text: t`Saved`, undo: back && (() => save(back)) })
        },
      },
    )
  return { save, isBusy: change.isPending, problem: change.error ? wordsOf(change.error) : undefined }
}
