import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Siren, TrendingUp } from 'lucide-react'
import { useEffect } from 'react'
import type { ListedAlertView } from '#api/contract/alert-shapes.ts'
import { announce } from '#web/parts/toast.tsx'
import { useAlertSentence } from './alert-words.ts'

/** Over every screen while it lasts: one sentence, and the way there. Red only where a room is open: that is an incident. */
export function AlertBand({ alerts }: { alerts: readonly ListedAlertView[] }) {
  const { t } = useLingui()
  const sentenceOf = useAlertSentence()
  const live = alerts.find(({ incident }) => incident?.state === 'open')
  const first = live ?? alerts.toSorted((one, other) => other.severity - one.severity)[0]
  const sentence = first ? sentenceOf(first) : ''
  const id = first?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: each alert is spoken once, not at every look.
  useEffect(() => announce(sentence, { isUrgent: live !== undefined }), [id])
  if (!first) return null
  const key = live?.incident?.key
  const more = alerts.length - 1
  const link = 'inline-flex min-h-6 items-center font-semibold underline underline-offset-2 touch:min-h-11'
  return (
    <section
      data-alert-band
      aria-label={live ? t`An incident is live` : t`Something unusual is being said`}
      className={clsx(
        'flex shrink-0 items-start gap-2.5 border-b px-4 py-1.5 text-ui max-md:px-3',
        live ? 'border-crit bg-crit text-on-crit' : 'border-line bg-warn-s text-ink',
      )}
    >
      {live ? (
        <Siren size={16} aria-hidden="true" className="mt-1 shrink-0" />
      ) : (
        <TrendingUp size={16} aria-hidden="true" className="mt-1 shrink-0 text-warn-t" />
      )}
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <span className="min-w-0 text-pretty">
          {key && <b className="num font-bold">{key}: </b>}
          {sentence}
        </span>
        {key ? (
          <Link to="/crisis/$incident" params={{ incident: key }} className={link}>
            {t`To the room`}
          </Link>
        ) : (
          <Link to="/crisis" className={link}>
            {t`Look at it`}
          </Link>
        )}
        {more > 0 && (
          <Link to="/crisis" className={link}>
            {plural(more, { one: '# more alert', other: '# more alerts' })}
          </Link>
        )}
      </p>
    </section>
  )
}
