import { useLingui } from '@lingui/react/macro'
import type { SourceView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

/** Asks a source at once instead of at its own moment; what it says appears in its line. */
export function useAskNow({ id, name }: SourceView) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/sources/{id}', { refresh: ['GET /api/sources'] })
  return {
    isBusy: change.isPending,
    run: () =>
      change.mutate(
        { params: { id }, body: { askNow: true } },
        {
          onSuccess: () => showToast({ text: t`${name} is being asked` }),
          onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }),
        },
      ),
  }
}
