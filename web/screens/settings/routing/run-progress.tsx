import { useLingui } from '@lingui/react/macro'
import { Square } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RoutingRunView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

type Props = { run: RoutingRunView; label: string; children: ReactNode }

/** How far a run is, with a way to stop it. */
export function RunProgress({ run, label, children }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const stop = useChange('DELETE /api/routing/runs/{id}', { refresh: ['GET /api/routing'] })
  const share = run.of > 0 ? Math.min(1, run.tried / run.of) : 0
  return (
    <div className="num rounded-lg bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-40 text-ui text-pretty text-ink-2">{children}</p>
        <Btn
          small
          isBusy={stop.isPending}
          onClick={() =>
            stop.mutate(
              { params: { id: run.id } },
              { onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }) },
            )
          }
        >
          <Square size={12} />
          {t`Stop`}
        </Btn>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * share)}
        aria-valuetext={fmt.pct(share)}
        className="mt-2 h-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-ink-3" style={{ width: `${100 * share}%` }} />
      </div>
    </div>
  )
}
