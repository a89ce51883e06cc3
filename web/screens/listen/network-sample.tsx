import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import type { Sample, SourceSampleView } from '#api/contract/shapes.ts'
import { type ApiProblemError, ask } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { StrikeList } from '#web/parts/sample/strike-list.tsx'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { NearlyFound } from './nearly-found.tsx'
import { roundedPerDay } from './noise.ts'

type Judge = Pick<ComponentProps<typeof StrikeList<Sample>>, 'names' | 'struckKeys' | 'onStrike' | 'onExclude'>
type Props = { query: string; knownKeys: ReadonlySet<string>; judge: Judge }

/** What the networks that can be searched have of the last seven days. Asked only when somebody wants to know; nothing is kept. */
export function NetworkSample({ query, knownKeys, judge }: Props) {
  const { t } = useLingui()
  const [wanted, setWanted] = useState<string>()
  const sample = useQuery<SourceSampleView[], ApiProblemError>({
    queryKey: ['POST /api/topics/sample', wanted],
    queryFn: ({ signal }) => ask('POST /api/topics/sample', { body: { query: wanted ?? '' } }, signal),
    enabled: wanted !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isOther = wanted !== undefined && wanted !== query
  return (
    <section aria-label={t`On the networks`} className="mt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Btn onClick={() => setWanted(query)} isBusy={sample.isFetching}>
          <History size={14} />
          {isOther ? t`Ask the networks again` : t`Ask the networks for seven days`}
        </Btn>
        <p role="status" className="min-w-0 flex-1 basis-56 text-meta text-pretty text-ink-3">
          {sample.isFetching
            ? t`Asking the networks…`
            : isOther
              ? t`The search has changed since the networks were asked.`
              : t`Also shows what no search of yours has heard. Nothing is kept.`}
        </p>
      </div>
      {sample.isFetching && !sample.data && (
        <div className="mt-3">
          <SkeletonRows label={t`Asking the networks…`} count={2} />
        </div>
      )}
      {sample.error && !sample.isFetching && (
        <FailedState error={sample.error} retry={() => void sample.refetch()} className="mx-0! mt-3" />
      )}
      {sample.data?.length === 0 && <p className="mt-3 text-ui text-ink-2">{t`There is no source to ask yet.`}</p>}
      {sample.data && sample.data.length > 0 && (
        <ul className="mt-3 space-y-4">
          {sample.data.map((source) => (
            <OneSource
              key={`${source.network} ${source.name}`}
              source={source}
              asked={wanted ?? ''}
              knownKeys={knownKeys}
              judge={judge}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

type OneProps = { source: SourceSampleView; asked: string; knownKeys: ReadonlySet<string>; judge: Judge }

function OneSource({ source, asked, knownKeys, judge }: OneProps) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const { name, why, matched, of, since, perDay } = source
  const hits = source.sample.filter((hit) => !knownKeys.has(hitKey(hit)))
  // A network that cannot be searched is named by its own sentence.
  const saysName = !source.isSearched && Boolean(why?.[lang].startsWith(name))
  const day = since ? fmt.moment(new Date(since)) : ''
  const counted =
    of === 0
      ? t`has nothing with these words since ${day}.`
      : t`has ${plural(matched, { one: '# message that matches', other: '# messages that match' })}, of ${fmt.int(of)} with these words since ${day}.`
  const aDay = perDay !== null && matched > 0 ? fmt.decimal(roundedPerDay(perDay)) : undefined
  return (
    <li>
      <p className="num text-ui text-pretty text-ink-2">
        {!saysName && <b className="font-bold text-ink">{name}</b>} {source.isSearched && counted}{' '}
        {source.isSearched && aDay && t`About ${aDay} a day.`} {why && <span className="text-ink-3">{why[lang]}</span>}
      </p>
      {hits.length > 0 && (
        <div className="mt-2">
          <StrikeList label={t`Found on ${name}`} hits={hits} {...judge} />
        </div>
      )}
      {source.nearly.length > 0 && (
        <div className="mt-2">
          <p className="mb-1.5 text-meta text-ink-3">{t`Nearly found:`}</p>
          <NearlyFound label={t`Nearly found on ${name}`} hits={source.nearly} asked={asked} />
        </div>
      )}
    </li>
  )
}
