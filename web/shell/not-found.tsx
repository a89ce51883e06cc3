import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { btnClass } from '#web/parts/bits.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'

export function NotFoundScreen() {
  const { t } = useLingui()
  useTitle(t`Not found`)
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <EmptyState
        level={1}
        hasArt
        title={t`There is nothing at this address`}
        text={t`It was moved or removed, or the address has a letter too many.`}
        action={
          <Link to="/" className={btnClass('primary')}>
            {t`To the inbox`}
          </Link>
        }
      />
    </main>
  )
}
