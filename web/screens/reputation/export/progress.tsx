import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'
import type { ExportState } from './use-export.ts'

const megabyte = 1_000_000

/** How far it is, in rows where they can be counted as they come. */
export function Progress({ state }: { state: Exclude<ExportState, { kind: 'failed' }> }) {
  const { t } = useLingui()
  const fmt = useFmt()
  switch (state.kind) {
    case 'idle':
      return null
    case 'stopped':
      return <p role="status" className="text-ui text-ink-2">{t`Stopped. Nothing was saved.`}</p>
    case 'done':
      return (
        <p role="status" className="num text-ui text-ink-2">
          {t`Saved: ${plural(state.progress.rows ?? state.progress.rowsInAll, { one: '# row', other: '# rows' })}.`}
        </p>
      )
    case 'running': {
      const { rows = null, rowsInAll = 0, bytes = 0 } = state.progress ?? {}
      const size = fmt.decimal(bytes / megabyte)
      const share = rows === null || rowsInAll === 0 ? undefined : Math.min(1, rows / rowsInAll)
      return (
        <div className="num text-ui text-ink-2">
          <div
            role="progressbar"
            aria-label={t`Export`}
            aria-valuemin={0}
            aria-valuemax={100}
            {...(share !== undefined && { 'aria-valuenow': Math.round(share * 100) })}
            className="h-2 overflow-hidden rounded-full bg-sunken"
          >
            <div className="h-2 rounded-full bg-ink" style={{ width: `${(share ?? 0) * 100}%` }} />
          </div>
          <p className="mt-1">
            {state.progress === null
              ? t`Counting the rows…`
              : rows === null
                ? t`${size} MB of ${plural(rowsInAll, { one: '# row', other: '# rows' })} so far`
                : t`${fmt.int(rows)} of ${plural(rowsInAll, { one: '# row', other: '# rows' })}`}
          </p>
        </div>
      )
    }
  }
}
