import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { usePlaceName } from '#web/session.ts'

/** Where there is no rail: in whose name one works. For those who could take one workspace for another. */
export function PlaceStrip({ isAlways }: { isAlways: boolean }) {
  const { t } = useLingui()
  const name = usePlaceName()
  if (name === undefined) return null
  return (
    <section
      aria-label={t`Workspace`}
      className={clsx(
        'rail flex h-7 shrink-0 items-center justify-center gap-2 bg-rail px-4 text-meta font-semibold text-rail-ink',
        !isAlways && 'md:hidden',
      )}
    >
      <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-marker" />
      <span className="truncate">{name}</span>
    </section>
  )
}
