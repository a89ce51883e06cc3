import { useLingui } from '@lingui/react/macro'
import type { NearlySample } from '#api/contract/shapes.ts'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'
import { SampleRow } from '#web/parts/sample-row.tsx'

type Props = {
  hits: readonly NearlySample[]
  /** The query they nearly answer to. */
  asked: string
  label: string
}

/** Messages that a search leaves out for one reason only: to see what a word more or less would do. */
export function NearlyFound({ hits, asked, label }: Props) {
  if (hits.length === 0) return null
  return (
    <ul aria-label={label} className="space-y-1.5">
      {hits.map((hit) => (
        <li key={hitKey(hit)}>
          <SampleRow sample={hit}>
            <Reason hit={hit} asked={asked} />
          </SampleRow>
        </li>
      ))}
    </ul>
  )
}

function Reason({ hit, asked }: { hit: NearlySample; asked: string }) {
  const { t } = useLingui()
  const { kind, at } = hit.nearly
  const says = {
    otherwise: t`Says it otherwise than you ask:`,
    excluded: t`Left out because of:`,
    missing: t`Lacks:`,
  }[kind]
  return (
    <p className="mt-1 min-w-0 text-meta break-words text-ink-3">
      {says}{' '}
      <code className="rounded-xs box-decoration-clone bg-sunken px-1 font-mono text-ink-2">{asked.slice(...at)}</code>
    </p>
  )
}
