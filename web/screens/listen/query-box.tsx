import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { useRef } from 'react'
import type { QueryCheck } from '#api/contract/shapes.ts'
import type { Span } from '#domain/span.ts'
import { Field, TextArea } from '#web/parts/field.tsx'
import { CompletionList } from './completion-list.tsx'
import { QueryLayer, queryText } from './query-layer.tsx'
import { type Problem, QueryProblems } from './query-problems.tsx'
import { useCompletion } from './use-completion.ts'

type Props = {
  query: string
  check: QueryCheck | undefined
  /** The clause that somebody asked about, as places in the query. */
  marked: readonly Span[]
  onChange: (query: string) => void
  /** There may be none. */
  isOptional?: boolean
}

/** Writing a search: the text in its colours, what could come next, and under it what does not read well. */
export function QueryBox({ query, check, marked, onChange, isOptional }: Props) {
  const { t } = useLingui()
  const box = useRef<HTMLTextAreaElement>(null)
  const layer = useRef<HTMLSpanElement>(null)
  const state = useCompletion(query, box)
  const { completion, active } = state
  const goTo = (problem: Problem) => {
    box.current?.focus()
    box.current?.setSelectionRange(problem.start, Math.max(problem.end, problem.start))
  }
  const errors = check?.errors ?? []
  // Only while there is a list: without one this is a text of several lines, and readers should call it that.
  const asCombobox = completion && {
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': state.id,
    'aria-activedescendant': `${state.id}-${active}`,
    'aria-autocomplete': 'list' as const,
  }
  return (
    <div>
      <Field
        label={t`Words`}
        help={t`A space means and. Also: OR, NOT or -, brackets, "exact words", #tag, @name, site:, lang:, source:, author:`}
      >
        {(control) => (
          <span className="relative block rounded-md bg-raised">
            <QueryLayer ref={layer} box={box} query={query} problems={errors} marked={marked} />
            <TextArea
              {...control}
              {...asCombobox}
              ref={box}
              required={!isOptional}
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              value={query}
              aria-invalid={errors.length > 0 || undefined}
              onChange={({ currentTarget: { value, selectionEnd } }) => {
                state.typed({ query: value, caret: selectionEnd })
                onChange(value)
              }}
              onSelect={(event) => state.moved(event.currentTarget.selectionEnd)}
              onKeyDown={state.press}
              onBlur={state.close}
              placeholder={t`zilvermeeuw OR "silver gull" -bird`}
              className={clsx(
                queryText,
                'relative block max-h-[60vh] bg-transparent!',
                // The letters one sees are the layer's; the caret, the selection and what a reader reads are the box's own.
                query !== '' &&
                  '[-webkit-text-fill-color:transparent] selection:[-webkit-text-fill-color:var(--on-marker)]',
              )}
            />
            <CompletionList state={state} layer={layer} />
          </span>
        )}
      </Field>
      {query.trim() !== '' && <QueryProblems check={check} onGo={goTo} onTake={onChange} />}
    </div>
  )
}
