import { useLingui } from '@lingui/react/macro'
import type { PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

/** One part of the gate; the others stay as they are. What was there before can be put back. */
export function useSavePromotion(settings: PromotionSettings) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PUT /api/promotion', { refresh: ['GET /api/promotion', 'GET /api/promotion/shares'] })
  const put = (body: PromotionSettings, back?: PromotionSettings): void =>
    change.mutate({ body }, { onSuccess: () => showToast({ text: t`Saved`, undo: back && (() => put(back)) }) })
  return {
    savePart: (part: Partial<PromotionSettings>) => put({ ...settings, ...part }, settings),
    isBusy: change.isPending,
    problem: change.error ? wordsOf(change.error) : undefined,
  }
}
