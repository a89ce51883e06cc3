import { useLingui } from '@lingui/react/macro'
import type { TopicView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import type { WhyValues } from './why-fields.tsx'

type Values = WhyValues & { name: string; query: string }

function bodyOf({ departmentId, purpose, legalBasis, ...rest }: Values) {
  return {
    ...rest,
    departmentId: departmentId || null,
    // The choices of the two lists are those of the contract.
    purpose: purpose as 'customer_care',
    legalBasis: legalBasis as 'legitimate_interest',
  }
}

function valuesOf({ name, query, department, purpose, legalBasis }: TopicView): Values {
  return { name, query, departmentId: department?.id ?? '', purpose, legalBasis }
}

/** Saves a search; what was changed can be taken back. */
export function useSaveSearch(topic: TopicView | undefined, onDone: () => void) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const add = useChange('POST /api/topics', { refresh: ['GET /api/topics', 'GET /api/sets'] })
  const change = useChange('PATCH /api/topics/{id}', { refresh: ['GET /api/topics', 'GET /api/sets'] })
  const error = add.error ?? change.error
  const takeBack = (before: TopicView) =>
    change.mutate(
      { params: { id: before.id }, body: bodyOf(valuesOf(before)) },
      { onError: (failed) => showToast({ tone: 'failed', text: wordsOf(failed) }) },
    )
  return {
    isBusy: add.isPending || change.isPending,
    error,
    words: error ? wordsOf(error) : '',
    run: (values: Values) => {
      const body = bodyOf(values)
      const done = () => {
        showToast(
          topic
            ? { text: t`Saved: ${values.name}`, undo: () => takeBack(topic) }
            : { text: t`Listening for ${values.name} from now on` },
        )
        onDone()
      }
      if (topic) change.mutate({ params: { id: topic.id }, body }, { onSuccess: done })
      else add.mutate({ body }, { onSuccess: done })
    },
  }
}
