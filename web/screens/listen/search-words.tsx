import { useLingui } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import type { QueryParts } from '#domain/query-parts.ts'
import type { Span } from '#domain/span.ts'
import type { ApiProblemError } from '#web/api.ts'
import { Bar } from '#web/parts/states.tsx'
import { QueryBox } from './query-box.tsx'
import type { Draft } from './search-draft.ts'
import { SearchSentence } from './search-sentence.tsx'
import type { KnownCheck } from './use-query-check.ts'

type Props = {
  draft: Draft
  /** Undefined while it is not known yet whether a sentence says it; null when none does. */
  parts: QueryParts | null | undefined
  query: string
  check: UseQueryResult<KnownCheck, ApiProblemError>
  /** The clause that somebody asked about, as places in the query. */
  marked: readonly Span[]
  onChange: (draft: Draft) => void
}

/** The words of a search: a sentence with places to fill in, or for finer ones the text of a query. */
export function SearchWords({ draft, parts, query, check, marked, onChange }: Props) {
  const { t } = useLingui()
  const isLooking = parts === undefined && !check.error
  if (isLooking)
    return (
      <div className="space-y-3">
        <Bar width={92} className="h-6!" />
        <Bar width={60} className="h-6!" />
      </div>
    )
  if (parts)
    return (
      <div>
        <SearchSentence parts={parts} onChange={(next) => onChange({ kind: 'sentence', parts: next })} />
        <Switch onClick={() => onChange({ kind: 'text', text: query })}>{t`Write it as a query`}</Switch>
      </div>
    )
  // Of the text that stands here now; an older answer says nothing of it.
  const known = check.isPlaceholderData ? undefined : check.data?.parts
  return (
    <div>
      <QueryBox
        query={query}
        check={check.data}
        marked={marked}
        onChange={(text) => onChange({ kind: 'text', text })}
      />
      {known ? (
        <Switch onClick={() => onChange({ kind: 'sentence', parts: known })}>{t`Show it as a sentence`}</Switch>
      ) : query.trim() === '' && draft.kind === 'text' ? (
        <Switch onClick={() => onChange({ kind: 'saved' })}>{t`Show it as a sentence`}</Switch>
      ) : (
        check.data?.isValid && (
          <p className="mt-2 text-meta text-ink-3">{t`This search is finer than the sentence can show, so it stays a query.`}</p>
        )
      )}
    </div>
  )
}

function Switch({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="mt-3 inline-flex min-h-6 items-center text-ui font-semibold text-sea underline-offset-2 hover:underline touch:min-h-11"
    >
      {children}
    </button>
  )
}
