import { useLingui } from '@lingui/react/macro'
import type { SetView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

type Values = { name: string; entries: string[] }

/** Saves and removes a set; what was changed can be taken back. */
export function useSaveSet(known: SetView | undefined, onDone: () => void) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const stale = { refresh: ['GET /api/sets', 'GET /api/topics'] as const }
  const add = useChange('POST /api/sets', stale)
  const change = useChange('PATCH /api/sets/{id}', stale)
  const remove = useChange('DELETE /api/sets/{id}', stale)
  const error = add.error ?? change.error
  const takeBack = ({ id, name, entries }: SetView) =>
    change.mutate(
      { params: { id }, body: { name, entries } },
      { onError: (failed) => showToast({ tone: 'failed', text: wordsOf(failed) }) },
    )
  return {
    isBusy: add.isPending || change.isPending,
    error,
    words: error ? wordsOf(error) : '',
    run: (body: Values) => {
      const done = () => {
        showToast({ text: t`Saved: ${body.name}`, undo: known && (() => takeBack(known)) })
        onDone()
      }
      if (known) change.mutate({ params: { id: known.id }, body }, { onSuccess: done })
      else add.mutate({ body }, { onSuccess: done })
    },
    isRemoving: remove.isPending,
    removeError: remove.error,
    remove: ({ id }: SetView) => remove.mutate({ params: { id } }, { onSuccess: onDone }),
  }
}
