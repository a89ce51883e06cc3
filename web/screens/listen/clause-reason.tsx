import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { CheckedSample } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { textsAt } from './search-draft.ts'

const shownMax = 6

type Props = {
  sample: CheckedSample
  /** The query that the sample was found with. */
  asked: string
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  /** Absent: one may look only, or the search has changed since. */
  onTakeOut: ((without: NonNullable<CheckedSample['without']>) => void) | undefined
}

/** Why a message comes in: the words of the search that it answers to, and a way to search without them. */
export function ClauseReason({ sample, asked, isOpen, onToggle, onTakeOut }: Props) {
  const { t } = useLingui()
  const id = useId()
  if (sample.clauses.length === 0) return null
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(!isOpen)}
        className="mt-1 flex min-h-6 items-center text-meta text-ink-3 underline-offset-2 hover:text-ink hover:underline touch:min-h-11"
      >
        {t`Why this?`}
      </button>
      {isOpen && (
        <div id={id} className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-meta text-pretty text-ink-2">
          <Reasons clauses={textsAt(asked, sample.clauses)} />
          {onTakeOut && <TakeOut asked={asked} without={sample.without} onTakeOut={onTakeOut} />}
        </div>
      )}
    </>
  )
}

type TakeOutProps = { asked: string; without: CheckedSample['without']; onTakeOut: NonNullable<Props['onTakeOut']> }

/** Names what goes: of "tern" and "lang:nl" only the first is one of several ways in. */
function TakeOut({ asked, without, onTakeOut }: TakeOutProps) {
  const { t } = useLingui()
  if (!without)
    return (
      <span className="text-ink-3">{t`Without this nothing is left of the search. Strike the message, and we offer a word that keeps it out.`}</span>
    )
  return (
    <Btn small className="max-w-full" onClick={() => onTakeOut(without)}>
      {t`Search without`} <code className="min-w-0 truncate font-mono">{textsAt(asked, without.cuts).join(', ')}</code>
    </Btn>
  )
}

function Reasons({ clauses }: { clauses: readonly string[] }) {
  const { t } = useLingui()
  const moreCount = clauses.length - shownMax
  return (
    <p className="min-w-0 break-words">
      {t`In because of:`}{' '}
      {clauses.slice(0, shownMax).map((clause) => (
        <span key={clause}>
          <code className="rounded-xs box-decoration-clone bg-marker-soft px-1 font-mono text-ink">{clause}</code>{' '}
        </span>
      ))}
      {moreCount > 0 && t`and ${plural(moreCount, { one: '# more', other: '# more' })}`}
    </p>
  )
}
