import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { OctagonPause } from 'lucide-react'
import { Btn } from '#web/parts/bits.tsx'
import { useStopWords } from './stop-words.ts'
import type { Stop } from './use-stops.ts'

/** More would push the screen away; the rest stands with the accounts. */
const shownMax = 2

type Props = { stops: readonly Stop[]; onResume?: (stop: Stop) => void }

/** On every screen for as long as it lasts: whoever answers must know that it does not leave. */
export function StopBand({ stops, onResume }: Props) {
  const { t } = useLingui()
  const more = stops.length - shownMax
  return (
    <section aria-label={t`Sending is stopped`} className="shrink-0 border-b border-line bg-neg-s text-ui text-ink">
      {stops.slice(0, shownMax).map((stop) => (
        <StopLine key={stop.id} stop={stop} onResume={onResume} />
      ))}
      {more > 0 && (
        <Link
          to="/settings/accounts"
          className="mx-4 mb-1.5 inline-flex items-center font-semibold underline underline-offset-2 touch:min-h-11 max-md:mx-3"
        >
          {t`${more} more, under Accounts`}
        </Link>
      )}
    </section>
  )
}

function StopLine({ stop, onResume }: { stop: Stop; onResume?: (stop: Stop) => void }) {
  const { t } = useLingui()
  const { since, by } = useStopWords(stop)
  const handle = stop.account ? `@${stop.account.handle}` : undefined
  return (
    <div data-stop className="flex items-center gap-2.5 px-4 py-1.5 max-md:px-3">
      <OctagonPause size={16} aria-hidden="true" className="shrink-0 text-neg-t" />
      <p role="alert" className="min-w-0 flex-1 break-words">
        <b className="font-bold">{since}</b> {stop.reason} <span className="text-ink-2">· {by}</span>
      </p>
      {onResume && (
        <Btn small aria-label={handle ? t`Resume as ${handle}…` : undefined} onClick={() => onResume(stop)}>
          {t`Resume…`}
        </Btn>
      )}
    </div>
  )
}
