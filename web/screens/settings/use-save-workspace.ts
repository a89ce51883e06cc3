import { useLingui } from '@lingui/react/macro'
import type { Ask } from '#api/contract/contract.ts'
import type { Session } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

export type Workspace = NonNullable<Session['workspace']>
type Change = Ask<'PATCH /api/workspace'>['body']

/** Saves one section; what was there before can be put back. */
export function useSaveWorkspace() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/workspace', { refresh: ['GET /api/session'] })
  const save = (body: Change, back?: Change) =>
    change.mutate({ body }, { onSuccess: () => showToast({ text: t`Saved`, undo: back && (() => save(back)) }) })
  return { save, isBusy: change.isPending, problem: change.error ? wordsOf(change.error) : undefined }
}
