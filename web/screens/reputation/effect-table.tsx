import { useLingui } from '@lingui/react/macro'
import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { usePoints } from './effect-words.ts'

/** What was seen of those who were answered, beside those alike who were not. */
export function EffectTable({ effect }: { effect: AnswerEffectView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { points, span } = usePoints()
  const { tone, wroteAgain, thanked, deleted } = effect.outcomes
  const rows = [
    { name: t`Milder, less harsher`, of: tone },
    { name: t`Wrote again`, of: wroteAgain },
    { name: t`Thanked us`, of: thanked },
    { name: t`Took it away`, of: deleted },
  ]
  const heads = [t`Afterwards`, t`answered`, t`still waiting`, t`difference`]
  return (
    <table className="num mt-2 w-full text-ui">
      <caption className="sr-only">{t`What answering does`}</caption>
      <thead>
        <tr className="border-b border-line text-meta text-ink-3">
          {heads.map((head, i) => (
            <th key={head} scope="col" className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'pl-2 text-right'}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-1.5 text-left font-semibold">
              {name}
            </th>
            <td className="py-1.5 pl-2 text-right">{of.answered === null ? '–' : fmt.pct(of.answered)}</td>
            <td className="py-1.5 pl-2 text-right">{of.without === null ? '–' : fmt.pct(of.without)}</td>
            <td className="py-1.5 pl-2 text-right">
              <span className={of.isTooFew ? 'text-ink-3' : 'font-semibold'}>
                {of.value === null ? '–' : points(of.value)}
              </span>
              <span className="block text-meta text-ink-3">{span(of)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
