import { useLingui } from '@lingui/react/macro'
import { TimerOff } from 'lucide-react'
import { useFmt } from '#web/parts/fmt.ts'

/** Nobody looks at the deadlines any more: whoever trusts that they are warned must know. */
export function StandingBanner({ since }: { since: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const when = fmt.moment(new Date(since))
  return (
    <p
      role="alert"
      className="flex shrink-0 items-start gap-2.5 border-b border-line bg-warn-s px-4 py-2 text-ui text-ink max-md:px-3"
    >
      <TimerOff size={16} aria-hidden="true" className="mt-px shrink-0 text-warn-t" />
      <span className="min-w-0">
        <b className="font-bold">{t`Promises are not watched since ${when}.`}</b>{' '}
        {t`The times on the cards are right, but nobody is warned. Whoever runs Wederhoor must start it again.`}
      </span>
    </p>
  )
}
