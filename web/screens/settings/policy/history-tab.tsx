import { useLingui } from '@lingui/react/macro'
import type { PolicyView } from '#api/contract/policy-shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

/** All versions that ever held. Going back is a new version: nothing is overwritten. */
export function HistoryTab({ view, mayChange }: { view: PolicyView; mayChange: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const restore = useChange('POST /api/policy/versions/{number}/restore', { refresh: ['GET /api/policy'] })
  const back = (number: number) =>
    restore.mutate(
      { params: { number }, body: {} },
      {
        onSuccess: (answer) => {
          const made = answer.number
          showToast({ text: t`Version ${number} holds again, as version ${made}.` })
        },
      },
    )
  if (view.history.length === 0) return <p className="text-ui text-ink-2">{t`Nothing was published yet.`}</p>
  return (
    <>
      {restore.error && <FormError>{wordsOf(restore.error)}</FormError>}
      <ol aria-label={t`Versions`} className="divide-y divide-line rounded-xl border border-line bg-pane">
        {view.history.map(({ number, note, fromNumber, by, at }, place) => {
          const who = by?.name ?? t`Somebody`
          const when = fmt.moment(new Date(at))
          return (
            <li key={number} className="flex items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="text-body font-semibold">
                  {place === 0 ? t`Version ${number}, holds now` : t`Version ${number}`}
                </p>
                <p className="text-ui break-words text-ink-2">
                  {fromNumber === null ? note : t`Version ${fromNumber} again`}
                </p>
                <p className="text-meta text-ink-3">
                  {who}, {when}
                </p>
              </div>
              {mayChange && place > 0 && (
                <Btn small isBusy={restore.isPending} onClick={() => back(number)}>{t`Go back to this`}</Btn>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
