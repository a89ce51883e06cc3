import { useLingui } from '@lingui/react/macro'
import { spreadMinutesMax } from '#domain/pile.ts'
import { freshMinutesMax } from '#domain/stop.ts'
import { MinutesField } from './minutes-field.tsx'

type Props = {
  spread: number
  fresh: number
  onSpread: (minutes: number) => void
  onFresh: (minutes: number) => void
}

/** Over how long what waited leaves, and what is too old to leave by itself. */
export function SendMinutes({ spread, fresh, onSpread, onFresh }: Props) {
  const { t } = useLingui()
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-4">
        <MinutesField label={t`Spread over (minutes)`} value={spread} max={spreadMinutesMax} onChange={onSpread} />
        <MinutesField label={t`Fresh is at most (minutes)`} value={fresh} max={freshMinutesMax} onChange={onFresh} />
      </div>
      <p className="text-ui text-ink-2">
        {t`What was held for longer than ${fresh} minutes does not leave by itself: it is looked at first.`}
      </p>
    </div>
  )
}
