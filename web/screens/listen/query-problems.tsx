import { useLingui } from '@lingui/react/macro'
import { CircleAlert, Lightbulb } from 'lucide-react'
import type { QueryCheck } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'

export type Problem = QueryCheck['errors'][number]
type Props = { check: QueryCheck | undefined; onGo: (problem: Problem) => void; onTake: (query: string) => void }

/** What does not read well in a query, each pointing at the very character, and what reads otherwise than one may think. */
export function QueryProblems({ check, onGo, onTake }: Props) {
  const problems = [
    ...(check?.errors ?? []).map((problem) => ({ problem, kind: 'error' as const })),
    ...(check?.warnings ?? []).map((problem) => ({ problem, kind: 'warning' as const })),
  ]
  return (
    <ul aria-live="polite" className="mt-2 space-y-1.5">
      {problems.map(({ problem, kind }) => (
        <ProblemLine
          key={`${problem.code} ${problem.start}`}
          problem={problem}
          kind={kind}
          onGo={() => onGo(problem)}
          onTake={onTake}
        />
      ))}
    </ul>
  )
}

type LineProps = { problem: Problem; kind: 'error' | 'warning'; onGo: () => void; onTake: (query: string) => void }

function ProblemLine({ problem, kind, onGo, onTake }: LineProps) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const place = problem.start + 1
  const { suggestion } = problem
  return (
    <li
      className={
        kind === 'error'
          ? 'flex gap-2 rounded-md bg-neg-s px-3 py-2 text-ui'
          : 'flex gap-2 rounded-md bg-sunken px-3 py-2 text-ui'
      }
    >
      {kind === 'error' ? (
        <CircleAlert size={15} className="mt-px shrink-0 text-neg-t" aria-hidden="true" />
      ) : (
        <Lightbulb size={15} className="mt-px shrink-0 text-ink-3" aria-hidden="true" />
      )}
      <span className="min-w-0 flex-1">
        {problem.words[lang]}{' '}
        {kind === 'error' && (
          <button
            type="button"
            onClick={onGo}
            className="num min-h-6 font-semibold underline underline-offset-2 touch:min-h-11"
          >
            {t`at character ${place}`}
          </button>
        )}
        {suggestion && (
          <span className="mt-1.5 block">
            <Btn small onClick={() => onTake(suggestion)}>
              {t`Use`} <code className="max-w-60 truncate text-meta">{suggestion}</code>
            </Btn>
          </span>
        )}
      </span>
    </li>
  )
}
