import { useLingui } from '@lingui/react/macro'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'

type Letter = SavedReportView['sent'][number]

const shownMax = 20

/** The last letters: for whom, whether they left, and what went wrong. */
export function SentLetters({ letters }: { letters: readonly Letter[] }) {
  const { t } = useLingui()
  if (letters.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="text-meta font-semibold text-ink-3">{t`The last letters`}</h3>
      <ul className="divide-y divide-line">
        {letters.slice(0, shownMax).map((letter) => (
          <Line key={letter.id} letter={letter} />
        ))}
      </ul>
    </section>
  )
}

function Line({ letter: { address, state, at, trouble } }: { letter: Letter }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const why = trouble && (i18n.locale === 'nl' ? trouble.nl : trouble.en)
  return (
    <li className="py-2 text-ui">
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate" title={address}>
          {address}
        </span>
        <span className="num text-meta text-ink-3">{fmt.dayAndTime(new Date(at))}</span>
        {state === 'sent' && <Chip tone="pos">{t`sent`}</Chip>}
        {state === 'waiting' && <Chip>{t`waits`}</Chip>}
        {state === 'failed' && <Chip tone="neg">{t`not sent`}</Chip>}
      </span>
      {why && <span className="block text-meta text-pretty text-ink-2">{why}</span>}
    </li>
  )
}
