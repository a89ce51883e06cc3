import { useLingui } from '@lingui/react/macro'
import type { AlertView, ListedAlertView } from '#api/contract/alert-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useSeverityParts } from './alert-words.ts'

const most = 10

/** How bad it is, as a figure of ten. Ten strokes say the same to who only glances. */
export function SeverityFigure({ level }: { level: number }) {
  const { t } = useLingui()
  return (
    <span role="img" aria-label={t`Severity ${level} of ${most}`} className="inline-flex items-end gap-2">
      <span className="display num text-[28px] leading-8">{level}</span>
      <span aria-hidden="true" className="pb-1">
        <span className="block text-meta text-ink-3">{t`of ${most}`}</span>
        <span className="mt-0.5 flex gap-[2px]">
          {Array.from({ length: most }, (_, i) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no other name than their place.
              key={i}
              className={i < level ? 'h-2 w-1 rounded-[1px] bg-warn-f' : 'h-2 w-1 rounded-[1px] bg-line-strong'}
            />
          ))}
        </span>
      </span>
    </span>
  )
}

type WhyProps = { severity: AlertView['severityNow']; seen: ListedAlertView['seen'] }

/** What the figure is made of: each part, what it was read from, and how much of its weight it brings. */
export function WhySeverity({ severity, seen }: WhyProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useSeverityParts()
  return (
    <details data-why-severity className="text-ui">
      <summary className="min-h-6 cursor-pointer font-semibold text-ink-2 hover:text-ink touch:min-h-11">
        {t`Why this figure?`}
      </summary>
      <table className="num mt-1 w-full max-w-[560px] text-ui">
        <thead className="text-meta text-ink-3">
          <tr>
            <th scope="col" className="py-1 text-left font-semibold">{t`Part`}</th>
            <th scope="col" className="py-1 pl-3 text-left font-semibold">{t`What it was read from`}</th>
            <th scope="col" className="py-1 pl-3 text-right font-semibold">{t`Strength`}</th>
            <th scope="col" className="py-1 pl-3 text-right font-semibold">{t`Weight`}</th>
          </tr>
        </thead>
        <tbody>
          {severity.parts.map((part) => {
            const { name, says } = wordsOf(part, seen)
            return (
              <tr key={part.part} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  {name}
                </th>
                <td className="py-1 pl-3 text-ink-2">{says}</td>
                <td className="py-1 pl-3 text-right">{fmt.pct(part.factor)}</td>
                <td className="py-1 pl-3 text-right">{fmt.pct(part.weight)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="mt-1 text-meta text-ink-3">{t`They are multiplied: much of one does not make up for little of another.`}</p>
    </details>
  )
}
