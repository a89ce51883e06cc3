import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { QueryCheck } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { noiseIn, roundedPerDay } from './noise.ts'
import { WeekBars } from './week-bars.tsx'

type Props = { checked: QueryCheck; struckKeys: ReadonlySet<string> }

/** How many a day to expect, and how many of those are noise; each with what it rests on and how sure it is. */
export function NoiseEstimate({ checked, struckKeys }: Props) {
  const { t } = useLingui()
  if (checked.of === 0)
    return (
      <p className="rounded-xl bg-sunken px-4 py-3.5 text-body text-pretty text-ink-2">
        {t`No message was kept in the last seven days, so there is nothing to try it on. Listen along to see what is said right now.`}
      </p>
    )
  return (
    <dl className="grid gap-x-6 gap-y-4 rounded-xl border border-line bg-pane px-4 py-3.5 sm:grid-cols-2">
      <PerDay checked={checked} />
      {checked.sample.length > 0 && <Noisy checked={checked} struckKeys={struckKeys} />}
      {checked.matched > 0 && checked.bySource.length > 1 && <BySource checked={checked} />}
    </dl>
  )
}

function Figure({ name, figure, children }: { name: ReactNode; figure: ReactNode; children: ReactNode }) {
  return (
    <div className="num min-w-0">
      <dt className="text-meta font-semibold text-ink-3">{name}</dt>
      <dd>
        <span className="display block text-[22px] leading-[28px]">{figure}</span>
        <span className="mt-0.5 block text-meta text-pretty text-ink-2">{children}</span>
      </dd>
    </div>
  )
}

function PerDay({ checked }: { checked: QueryCheck }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { perDay, matched, of, since } = checked
  const rests = t`${fmt.int(matched)} of the ${plural(of, { one: '# message', other: '# messages' })} we kept since ${since ? fmt.moment(new Date(since)) : ''}.`
  if (!perDay)
    return (
      <Figure name={t`To expect a day`} figure={t`too early to say`}>
        {rests} {t`After six hours of listening there is a number here.`}
      </Figure>
    )
  const low = fmt.decimal(roundedPerDay(perDay.low))
  const high = fmt.decimal(roundedPerDay(perDay.high))
  return (
    <Figure
      name={t`To expect a day`}
      figure={
        matched === 0 ? (
          t`nothing found yet`
        ) : (
          <span className="flex flex-wrap items-end gap-x-3 gap-y-1">
            {t`about ${fmt.decimal(roundedPerDay(perDay.expected))}`}
            {checked.days.length > 1 && <WeekBars perDay={checked.days} />}
          </span>
        )
      }
    >
      {t`Between ${low} and ${high}, nearly surely.`} {rests}{' '}
      {matched === 0 && t`Only messages of your present searches are kept, so new words may bring more.`}
    </Figure>
  )
}

const sourcesShown = 5

/** Where it would come from: one loud source is another matter than all of them. */
function BySource({ checked }: { checked: QueryCheck }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const shown = checked.bySource.slice(0, sourcesShown)
  const moreCount = checked.bySource.length - shown.length
  return (
    <div className="num min-w-0 sm:col-span-2">
      <dt className="text-meta font-semibold text-ink-3">{t`Where they were heard`}</dt>
      <dd className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-meta text-ink-2">
        {shown.map(({ name, matched, of }) => (
          <span key={name} className="min-w-0 max-w-full truncate">
            {name} <b className="font-bold text-ink">{fmt.int(matched)}</b>{' '}
            <span className="text-ink-3">{t`of ${fmt.int(of)}`}</span>
          </span>
        ))}
        {moreCount > 0 && (
          <span className="text-ink-3">{t`and ${plural(moreCount, { one: '# more', other: '# more' })}`}</span>
        )}
      </dd>
    </div>
  )
}

const noisyShare = 0.25
/** A share of fewer messages than this says nothing yet. */
const sampleLeast = 5

function Noisy({ checked, struckKeys }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { spamCount, struckCount, of, share, low, high } = noiseIn(checked.sample, struckKeys)
  const parts = [
    spamCount > 0 && t`${fmt.int(spamCount)} judged as spam`,
    struckCount > 0 && t`${fmt.int(struckCount)} struck by you`,
  ].filter((part) => part !== false)
  return (
    <Figure name={t`Noise in the sample`} figure={of < sampleLeast ? t`too few to say` : fmt.pct(share)}>
      {parts.length > 0
        ? t`${fmt.list(parts)}, of ${plural(of, { one: '# message', other: '# messages' })}.`
        : t`None of ${plural(of, { one: '# message', other: '# messages' })} is spam or struck.`}{' '}
      {t`In all of them between ${fmt.pct(low)} and ${fmt.pct(high)}, nearly surely.`}{' '}
      {of >= sampleLeast && share > noisyShare && t`That is a lot: leave out a word, or add one that must be there.`}
    </Figure>
  )
}
