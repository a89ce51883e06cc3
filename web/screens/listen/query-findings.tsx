import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { QueryCheck } from '#api/contract/shapes.ts'
import type { ApiProblemError } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { SampleRow } from '#web/parts/sample-row.tsx'
import { Says } from '#web/parts/says.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'

/** What a query says, how much it would have found, and twenty of them to judge by eye. */
export function QueryFindings({ query, check }: { query: string; check: UseQueryResult<QueryCheck, ApiProblemError> }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  if (!query.trim())
    return (
      <EmptyState
        level={3}
        className="rounded-xl bg-sunken"
        title={t`What would it find?`}
        text={t`Write the words people use. Here you see, as you type, what this search would have caught.`}
      />
    )
  if (check.error)
    return <FailedState error={check.error} retry={() => void check.refetch()} className="m-0! self-start" />
  if (!check.data) return <SkeletonRows label={t`Looking`} />
  const { says, sample, isValid } = check.data
  return (
    <section
      aria-label={t`What it would find`}
      aria-busy={check.isFetching}
      className={clsx('min-w-0', check.isPlaceholderData && 'opacity-60')}
    >
      {says && (
        <p className="text-[17px] leading-6 text-pretty text-ink-2">
          <Says sentence={says[lang]} />
        </p>
      )}
      {isValid ? (
        <Noise check={check.data} />
      ) : (
        <p className="text-ui text-ink-2">{t`First the search must read well; then you see here what it finds.`}</p>
      )}
      <ul aria-label={t`A sample`} className="mt-3 space-y-1.5">
        {sample.map((one) => (
          <li key={`${one.network} ${one.nativeId}`}>
            <SampleRow sample={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const broadShare = 0.5

function Noise({ check }: { check: QueryCheck }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { matched, of } = check
  const share = of === 0 ? 0 : matched / of
  if (of === 0)
    return (
      <p className="mt-1 text-ui text-ink-3">{t`Nothing is kept yet to try it on. It will show as soon as messages come in.`}</p>
    )
  if (matched === 0)
    return (
      <p className="mt-1 text-ui text-ink-2">
        {t`None of the last ${plural(of, { one: '# message', other: '# messages' })} we kept. Only messages of the topics you have now can be tried; new ones may still match.`}
      </p>
    )
  return (
    <p className="num mt-1 text-ui text-ink-2">
      {t`${fmt.int(matched)} of the last ${plural(of, { one: '# message', other: '# messages' })} we kept (${fmt.pct(share)}).`}{' '}
      {share > broadShare && t`That is broad. Look below whether they are all about you.`}
    </p>
  )
}
