import { useLingui } from '@lingui/react/macro'
import { CircleAlert, Lightbulb } from 'lucide-react'
import { useRef } from 'react'
import type { QueryCheck } from '#api/contract/shapes.ts'
import { joinSpans } from '#domain/span.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, TextArea } from '#web/parts/field.tsx'

type Problem = QueryCheck['errors'][number]
type Props = { query: string; check: QueryCheck | undefined; onChange: (query: string) => void }

/** Writing a search: the text, and under it what does not read well, pointing at the very character. */
export function QueryBox({ query, check, onChange }: Props) {
  const { t } = useLingui()
  const box = useRef<HTMLTextAreaElement>(null)
  const goTo = (problem: Problem) => {
    box.current?.focus()
    box.current?.setSelectionRange(problem.start, Math.max(problem.end, problem.start))
  }
  const errors = check?.errors ?? []
  const warnings = check?.warnings ?? []
  return (
    <div>
      <Field
        label={t`Words`}
        help={t`A space means and. Also: OR, NOT or -, brackets, "exact words", #tag, @name, site:, lang:, source:, author:`}
      >
        {(control) => (
          <span className="relative block rounded-md bg-raised">
            <TextArea
              {...control}
              ref={box}
              required
              spellCheck={false}
              autoCapitalize="none"
              value={query}
              aria-invalid={errors.length > 0 || undefined}
              onChange={(event) => onChange(event.currentTarget.value)}
              placeholder={t`zilvermeeuw OR "silver gull" -bird`}
              className="relative bg-transparent! font-mono text-[13px]!"
            />
            <Underlined query={query} problems={errors} />
          </span>
        )}
      </Field>
      {query.trim() !== '' && (
        <ul aria-live="polite" className="mt-2 space-y-1.5">
          {errors.map((problem) => (
            <ProblemLine
              key={`${problem.code} ${problem.start}`}
              problem={problem}
              kind="error"
              onGo={() => goTo(problem)}
              onTake={onChange}
            />
          ))}
          {warnings.map((problem) => (
            <ProblemLine
              key={`${problem.code} ${problem.start}`}
              problem={problem}
              kind="warning"
              onGo={() => goTo(problem)}
              onTake={onChange}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The same text once more behind the box, invisible but for a wave under what is wrong. */
function Underlined({ query, problems }: { query: string; problems: readonly Problem[] }) {
  const spans = joinSpans(
    problems.map(({ start, end }) => [Math.min(start, query.length - 1), Math.max(end, start + 1)] as const),
  )
  let from = 0
  const pieces = spans.map(([start, end]) => {
    const before = query.slice(from, start)
    const wrong = query.slice(start, end)
    from = end
    return { start, before, wrong }
  })
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 -z-0 overflow-hidden rounded-md border border-transparent px-3 py-2 font-mono text-[13px] leading-[22px] break-words whitespace-pre-wrap text-transparent touch:text-[16px]"
    >
      {pieces.map((piece) => (
        <span key={piece.start}>
          {piece.before}
          <span className="underline decoration-neg-f decoration-wavy decoration-[1.5px] underline-offset-4">
            {piece.wrong}
          </span>
        </span>
      ))}
    </span>
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
          <button type="button" onClick={onGo} className="num font-semibold underline underline-offset-2">
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
