import { useLingui } from '@lingui/react/macro'
import type { RiskView } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useRiskWords } from './risk-words.ts'

/** The sum, line by line: nobody has to believe the number. */
export function RiskSum({ risk }: { risk: RiskView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useRiskWords()
  const sum = fmt.decimal(risk.sum)
  return (
    <span className="num block py-0.5">
      <span className="block font-semibold">{t`Urgency ${sum}`}</span>
      {risk.parts.length === 0 && <span className="block">{t`nothing makes it urgent`}</span>}
      {risk.parts.map((part) => (
        <span key={`${part.code} ${part.value ?? ''}`} className="flex gap-1.5">
          <span className="w-7 shrink-0 text-right">+{fmt.decimal(part.weight)}</span>
          <span>{wordsOf(part)}</span>
        </span>
      ))}
    </span>
  )
}
