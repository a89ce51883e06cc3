import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'

type Props = { id: string; isBusy: boolean; onSaveOver: () => void }

/** Two wrote at once: the second decides, and has lost nothing. */
export function ChangedMeanwhile({ id, isBusy, onSaveOver }: Props) {
  const { t } = useLingui()
  return (
    <div className="space-y-2">
      <FormError>
        {t`A colleague changed this report meanwhile. What you wrote still stands here. Look at theirs, and then decide whether yours takes its place.`}
      </FormError>
      <div className="flex flex-wrap gap-2">
        <Link to="/reports/$report" params={{ report: id }} target="_blank" className={btnClass()}>
          {t`Look at theirs in a new window`}
        </Link>
        <Btn isBusy={isBusy} onClick={onSaveOver}>{t`Put mine in its place`}</Btn>
      </div>
    </div>
  )
}
