import { useLingui } from '@lingui/react/macro'
import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SourceView } from '#api/contract/shapes.ts'
import { useFmt, useNow } from '#web/parts/fmt.ts'

const halfMinuteMs = 30_000
const shownMax = 5

/** The freshness ledger in plain words: what was heard, how late, what was missed, what could not be read. */
export function SourceLedger({ source }: { source: SourceView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow(halfMinuteMs)
  const delay = useDelayWords()
  const nextLook = () => {
    if (source.state === 'paused') return t`not while it is paused`
    if (source.isStream && !source.failure) return t`all the time`
    if (!source.nextAt) return t`not planned`
    return new Date(source.nextAt) <= now ? t`about now` : ago(source.nextAt)
  }
  const ago = (at: string | null) => (at ? fmt.ago(new Date(at), now) : t`not yet`)
  return (
    <div className="num mt-3 space-y-3 border-t border-line pt-3 text-ui">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
        <Fact name={t`Last message`}>{ago(source.lastHeardAt)}</Fact>
        <Fact name={t`Last good answer`}>{ago(source.lastSuccessAt)}</Fact>
        <Fact name={t`From written to heard`}>
          {source.delayMs === null ? t`not known yet` : delay(source.delayMs)}
        </Fact>
        <Fact name={t`Next look`}>{nextLook()}</Fact>
        <Fact name={t`Heard`}>{fmt.int(source.heardCount)}</Fact>
        <Fact name={t`About you, kept`}>{fmt.int(source.keptCount)}</Fact>
      </dl>
      {source.gaps.length > 0 ? (
        <Gaps gaps={source.gaps} />
      ) : (
        source.lastSuccessAt && <p className="text-meta text-ink-3">{t`No gaps are known since it was added.`}</p>
      )}
      {source.unreadables.length > 0 && <Unreadables items={source.unreadables} />}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}

function Gaps({ gaps }: { gaps: SourceView['gaps'] }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const fmt = useFmt()
  return (
    <section>
      <h4 className="text-meta font-semibold text-ink-3">{t`Times we did not hear`}</h4>
      <ul className="mt-1 space-y-1">
        {gaps.slice(0, shownMax).map((gap) => {
          const from = new Date(gap.fromAt)
          const to = new Date(gap.toAt)
          const fromWords = `${fmt.day(from)} ${fmt.time(from)}`
          const toWords = from.toDateString() === to.toDateString() ? fmt.time(to) : `${fmt.day(to)} ${fmt.time(to)}`
          return (
            <li key={gap.fromAt} className="flex gap-2">
              {gap.filledAt ? (
                <Check size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-pos-t" />
              ) : (
                <TriangleAlert size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-warn-t" />
              )}
              <span>
                {t`${fromWords} to ${toWords}`} <span className="text-ink-3">({gap.why[lang]})</span>{' '}
                {gap.filledAt ? t`Fetched afterwards; nothing is missing.` : t`What was said then is missing here.`}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Unreadables({ items }: { items: SourceView['unreadables'] }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const fmt = useFmt()
  return (
    <section>
      <h4 className="text-meta font-semibold text-ink-3">{t`What we could not read`}</h4>
      <ul className="mt-1 space-y-1.5">
        {items.slice(0, shownMax).map((item) => (
          <li key={`${item.at} ${item.sample}`}>
            <span className="text-ink-3">{fmt.moment(new Date(item.at))}</span> {item.why[lang]}
            <code
              className="mt-0.5 block truncate rounded-sm bg-sunken px-2 py-0.5 text-meta text-ink-2"
              title={item.sample}
            >
              {item.sample}
            </code>
          </li>
        ))}
      </ul>
    </section>
  )
}

const secondMs = 1_000
const minuteMs = 60_000
const hourMs = 3_600_000

function useDelayWords(): (delayMs: number) => string {
  const fmt = useFmt()
  const say = (value: number, unit: 'second' | 'minute' | 'hour', digits = 0) =>
    new Intl.NumberFormat(fmt.locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(value)
  return (delayMs) => {
    if (delayMs < 2 * minuteMs) return say(delayMs / secondMs, 'second', delayMs < 10 * secondMs ? 1 : 0)
    if (delayMs < 2 * hourMs) return say(delayMs / minuteMs, 'minute')
    return say(delayMs / hourMs, 'hour')
  }
}
