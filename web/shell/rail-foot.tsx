import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Bell, Settings } from 'lucide-react'
import { useAsk } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Menu } from '#web/parts/menu.tsx'
import { Tip } from '#web/parts/tooltip.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { useNotices } from './use-notices.ts'

const iconLink = 'grid size-7 place-items-center rounded-md hover:bg-rail-hover'

/** Whether we still hear everything, and me. */
export function RailFoot({ onNotices }: { onNotices: () => void }) {
  const { t } = useLingui()
  const isInSettings = useLocation().pathname.startsWith('/settings')
  return (
    <div className="border-t border-rail-line px-2.5 py-2.5">
      <SourcesLine />
      <div className="mt-1 flex items-center gap-1">
        <MyMenu />
        <NoticeBell onOpen={onNotices} />
        <Tip label={t`Settings`} side="right">
          <Link
            to="/settings/me"
            aria-label={t`Settings`}
            aria-current={isInSettings ? 'page' : undefined}
            className={clsx(iconLink, isInSettings ? 'bg-rail-active text-rail-ink' : 'text-rail-ink-2')}
          >
            <Settings size={15} />
          </Link>
        </Tip>
      </div>
    </div>
  )
}

/** How much I was told and have not seen. */
function NoticeBell({ onOpen }: { onOpen: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const unread = useNotices()?.unread ?? 0
  const label = unread > 0 ? t`${plural(unread, { one: '# new notice', other: '# new notices' })}` : t`Notices`
  return (
    <Tip label={label} side="right">
      <button type="button" aria-label={label} onClick={onOpen} className={clsx(iconLink, 'relative text-rail-ink-2')}>
        <Bell size={15} />
        {unread > 0 && (
          <span
            data-badge
            className="num absolute -top-1 -right-1 rounded-full bg-marker px-1 text-[10px] leading-[14px] font-bold text-on-marker"
          >
            {fmt.int(unread)}
          </span>
        )}
      </button>
    </Tip>
  )
}

const wellHealths = ['live', 'quiet', 'starting']

function SourcesLine() {
  const { t } = useLingui()
  const sources = useAsk('GET /api/sources').data
  if (!sources) return <div className="h-8" />
  const on = sources.filter((source) => source.health !== 'paused')
  const onCount = on.length
  const wellCount = on.filter((source) => wellHealths.includes(source.health)).length
  const isAllWell = wellCount === onCount
  const words =
    sources.length === 0
      ? t`No sources yet`
      : onCount === 0
        ? t`All sources are paused`
        : isAllWell
          ? t`${plural(onCount, { one: '# source live', other: '# sources live' })}`
          : t`${wellCount} of ${plural(onCount, { one: '# source', other: '# sources' })} live`
  return (
    <Link
      to="/listen"
      className="flex h-8 items-center gap-2 rounded-md px-2.5 text-meta text-rail-ink-3 hover:bg-rail-hover"
    >
      <span
        aria-hidden="true"
        className={clsx('size-2 shrink-0 rounded-full', onCount > 0 && isAllWell ? 'bg-pos-f' : 'bg-warn-f')}
      />
      <span className="num truncate">{words}</span>
    </Link>
  )
}

let items: typeof import('./my-items.tsx') | undefined
async function loadItems() {
  items ??= await withWordsBeside(import('./my-items.tsx'))
}

/** Language and theme are at hand for everybody; the rest of me stands in the settings. */
export function MyMenu() {
  const { t } = useLingui()
  const { user } = useSession()
  const name = user?.name ?? ''
  return (
    <Menu
      side="top"
      load={loadItems}
      trigger={
        <button
          type="button"
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left hover:bg-rail-hover"
        >
          <span aria-hidden="true" className="contents">
            <Initials name={name} size={26} />
            <span className="min-w-0 flex-1 truncate text-ui font-medium">{name}</span>
          </span>
          <span className="sr-only">{t`${name}: language, theme, sign out`}</span>
        </button>
      }
    >
      {() => items && <items.MyItems />}
    </Menu>
  )
}
