import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'

export type ShareRow = {
  key: string
  name: string
  about: string
  answers: number
  promotions: number
  overridden: number
  /** Where there is a bound. */
  oneIn?: number
  isOver?: boolean
  onOpen: (() => void) | undefined
}

const cell = 'py-1.5 ps-3 text-end num'

/** Shares as a table, the most promotion first. What was counted opens below it. */
export function ShareTable({ label, rows }: { label: string; rows: readonly ShareRow[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const hasBound = rows.some(({ oneIn }) => oneIn !== undefined)
  const head = 'py-1.5 ps-3 text-end font-semibold text-ink-3'
  return (
    <table className="w-full border-collapse text-ui">
      <thead>
        <tr className="border-b border-line text-meta">
          <th scope="col" className="py-1.5 text-start font-semibold text-ink-3">
            {label}
          </th>
          <th scope="col" className={head}>{t`Answers`}</th>
          <th scope="col" className={head}>{t`Promoted`}</th>
          <th scope="col" className={head}>{t`Share`}</th>
          {hasBound && <th scope="col" className={`${head} max-sm:hidden`}>{t`Bound`}</th>}
          <th scope="col" className={`${head} max-sm:hidden`}>{t`Sent all the same`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, about, answers, promotions, overridden, oneIn, isOver, onOpen }) => (
          <tr key={key} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 text-start font-normal wrap-anywhere">
              {onOpen && promotions + overridden > 0 ? (
                <button
                  type="button"
                  onClick={onOpen}
                  className="min-h-6 rounded-sm text-start font-semibold wrap-anywhere text-sea hover:underline touch:min-h-11"
                >
                  {name}
                </button>
              ) : (
                <span className="font-semibold">{name}</span>
              )}
              {about && <span className="text-meta text-ink-3"> · {about}</span>}
            </th>
            <td className={cell}>{answers}</td>
            <td className={cell}>{promotions}</td>
            <td className={`${cell} ${isOver ? 'font-bold text-neg-t' : ''}`}>
              {fmt.pct(promotions / Math.max(1, answers))}
              {isOver && <span className="sr-only"> {t`more than the bound`}</span>}
            </td>
            {hasBound && (
              <td className={`${cell} max-sm:hidden`}>{oneIn === 0 ? t`none` : oneIn && t`1 in ${oneIn}`}</td>
            )}
            <td className={`${cell} max-sm:hidden`}>{overridden}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
