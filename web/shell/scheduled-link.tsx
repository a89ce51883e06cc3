import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useFmt } from '#web/parts/fmt.ts'

/** Answers that wait for their moment, below the views: they are no conversations, and must not be forgotten. */
export function ScheduledLink({ count }: { count: number | undefined }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const isOn = useLocation().pathname.startsWith('/scheduled')
  return (
    <Link
      to="/scheduled"
      aria-current={isOn ? 'page' : undefined}
      className={clsx(
        'flex h-[30px] items-center gap-2 rounded-md px-2.5 text-ui',
        isOn ? 'bg-rail-active text-rail-ink' : 'text-rail-ink-2 hover:bg-rail-hover',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{t`Scheduled`}</span>
      {count !== undefined && <span className="num text-meta text-rail-ink-3">{fmt.int(count)}</span>}
    </Link>
  )
}
