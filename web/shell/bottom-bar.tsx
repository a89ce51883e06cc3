import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Bell, Menu } from 'lucide-react'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { isAt, nav } from './nav.ts'
import { useNotices } from './use-notices.ts'

const item = 'flex h-12 flex-1 flex-col items-center justify-center gap-0.5 text-meta font-medium'

/** The rail of a phone. Hidden inside a conversation. */
export function BottomBar({ onMore, onNotices }: { onMore: () => void; onNotices: () => void }) {
  const { t, i18n } = useLingui()
  const path = useLocation().pathname
  const counts = useAsk('GET /api/views')
  const fmt = useFmt()
  const unread = useNotices()?.unread ?? 0
  return (
    <nav
      aria-label={t`Main`}
      className="flex shrink-0 border-t border-line bg-pane px-2 pt-1.5 pb-[max(8px,env(safe-area-inset-bottom))] md:hidden"
    >
      {/* Settings are under “More”, so that a thumb hits what is there every day. */}
      {nav
        .filter(({ isOnRail }) => isOnRail)
        .map((one) => {
          const isOn = isAt(one, path)
          const count = one.to === '/inbox' ? (counts.data?.mine ?? 0) : 0
          return (
            <Link
              key={one.to}
              to={one.to}
              aria-current={isOn ? 'page' : undefined}
              className={clsx(item, isOn ? 'text-ink' : 'text-ink-3')}
            >
              <span
                className={clsx(
                  'relative grid h-6 w-12 place-items-center rounded-full',
                  isOn && 'bg-marker text-on-marker',
                )}
              >
                <one.icon size={17} strokeWidth={isOn ? 2.2 : 1.9} />
                {!isOn && count > 0 && <Badge count={fmt.int(count)} />}
              </span>
              {i18n._(one.label)}
            </Link>
          )
        })}
      <button type="button" onClick={onNotices} className={clsx(item, 'text-ink-3')}>
        <span className="relative grid h-6 w-12 place-items-center">
          <Bell size={17} />
          {unread > 0 && <Badge count={fmt.int(unread)} />}
        </span>
        {t`Notices`}
      </button>
      <button type="button" onClick={onMore} className={clsx(item, 'text-ink-3')}>
        <span className="grid h-6 place-items-center">
          <Menu size={17} />
        </span>
        {t`More`}
      </button>
    </nav>
  )
}

function Badge({ count }: { count: string }) {
  return (
    <span
      data-badge
      className="num absolute -top-1 left-7 rounded-full bg-ink px-1 text-[10px] leading-[14px] font-bold text-on-ink"
    >
      {count}
    </span>
  )
}
