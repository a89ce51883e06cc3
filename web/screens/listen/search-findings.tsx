import { useLingui } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { useRef, useState } from 'react'
import type { CheckedSample } from '#api/contract/shapes.ts'
import type { ApiProblemError } from '#web/api.ts'
import { useKeysOf } from '#web/commands.ts'
import { StrikeList } from '#web/parts/sample/strike-list.tsx'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'
import { Says } from '#web/parts/says.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { ClauseReason } from './clause-reason.tsx'
import { CostLine } from './cost-line.tsx'
import { ListenAlong } from './listen-along.tsx'
import { NearlyFound } from './nearly-found.tsx'
import { NetworkSample } from './network-sample.tsx'
import { NoiseEstimate } from './noise-estimate.tsx'
import type { KnownCheck } from './use-query-check.ts'

type Props = {
  query: string
  check: UseQueryResult<KnownCheck, ApiProblemError>
  names: readonly string[]
  mayChange: boolean
  onExclude: (word: string) => void
  /** The message of which somebody asks why it comes in. */
  reasonKey: string | undefined
  onReason: (key: string | undefined) => void
  onTakeOut: (without: NonNullable<CheckedSample['without']>) => void
}

/** What a query says, how much it would bring and how much of that is noise, and twenty messages to judge by eye. */
export function SearchFindings(props: Props) {
  const { query, check } = props
  const { t } = useLingui()
  if (!query.trim())
    return (
      <EmptyState
        className="rounded-xl bg-sunken"
        title={t`What would it find?`}
        text={t`Write the words people use. Here you see, as you type, what this search would have caught.`}
      />
    )
  if (check.error)
    return <FailedState error={check.error} retry={() => void check.refetch()} className="m-0! self-start" />
  if (!check.data) return <SkeletonRows label={t`Looking`} />
  return <Findings {...props} checked={check.data} />
}

function Findings({ checked, ...props }: Props & { checked: KnownCheck }) {
  const { query, check, names, mayChange, onExclude, reasonKey, onReason, onTakeOut } = props
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const [struckKeys, setStruck] = useState<ReadonlySet<string>>(new Set())
  // What was pressed goes away with its message: the focus goes to the name of what changed.
  const title = useRef<HTMLHeadingElement>(null)
  const atTitle =
    <Given,>(act: (given: Given) => void) =>
    (given: Given) => {
      act(given)
      title.current?.focus()
    }
  const { says, sample, isValid } = checked
  const strike = (key: string, isStruck: boolean) =>
    setStruck((now) => new Set(isStruck ? [...now, key] : [...now].filter((one) => one !== key)))
  const stored = new Set(sample.map(hitKey))
  const judge = { names, struckKeys, onStrike: mayChange ? strike : undefined, onExclude: atTitle(onExclude) }
  return (
    <section aria-labelledby="findings" aria-busy={check.isFetching} className="min-w-0">
      <h2
        id="findings"
        ref={title}
        tabIndex={-1}
        className="rounded-sm text-meta font-semibold text-ink-3"
      >{t`What it would find`}</h2>
      {says && (
        <p className="mt-1 text-[17px] leading-6 text-pretty text-ink-2">
          <Says sentence={says[lang]} />
        </p>
      )}
      {!isValid ? (
        <p className="mt-2 text-ui text-ink-2">{t`First the search must read well; then you see here what it finds.`}</p>
      ) : (
        <div
          aria-busy={check.isPlaceholderData}
          // Being counted anew: a line above it, since paler words would be hard to read.
          className={clsx('mt-3 border-t-2', check.isPlaceholderData ? 'border-marker' : 'border-transparent')}
        >
          <NoiseEstimate checked={checked} struckKeys={struckKeys} />
          {checked.cost && mayChange && <CostLine cost={checked.cost} />}
          {mayChange && <ListenAlong query={query} knownKeys={stored} judge={judge} />}
          {mayChange && <NetworkSample query={query} knownKeys={stored} judge={judge} />}
          {sample.length > 0 && (
            <>
              <p className="mt-5 mb-2 text-meta text-ink-3">
                {t`A sample, spread over the week.`} {mayChange && <HowToStrike />}
              </p>
              <StrikeList
                label={t`A sample`}
                hits={sample}
                {...judge}
                below={(one) => (
                  <ClauseReason
                    sample={one}
                    asked={checked.asked}
                    isOpen={hitKey(one) === reasonKey}
                    onToggle={(isOpen) => onReason(isOpen ? hitKey(one) : undefined)}
                    onTakeOut={mayChange && checked.asked === query ? atTitle(onTakeOut) : undefined}
                  />
                )}
              />
            </>
          )}
          {checked.nearly.length > 0 && (
            <>
              <p className="mt-5 mb-2 text-meta text-ink-3">{t`Nearly found: one thing keeps each of these out.`}</p>
              <NearlyFound label={t`Nearly found`} hits={checked.nearly} asked={checked.asked} />
            </>
          )}
        </div>
      )}
    </section>
  )
}

function HowToStrike() {
  const { t } = useLingui()
  const keys = useKeysOf('select').join(' ')
  return keys
    ? t`Strike with ${keys} what is not about you: then we offer the word that keeps it out.`
    : t`Strike what is not about you: then we offer the word that keeps it out.`
}
