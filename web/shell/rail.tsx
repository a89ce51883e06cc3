import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Keys } from '#web/parts/keys.tsx'
import { isAt, nav } from './nav.ts'
import { RailFoot } from './rail-foot.tsx'
import { ScheduledLink } from './scheduled-link.tsx'
import { views } from './views.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

const SavedViews = lazyPart(() => import('./saved/saved-views.tsx').then((file) => file.SavedViews))

const row = 'flex items-center gap-2 rounded-md px-2.5 text-ui'
const restRow = 'text-rail-ink-2 hover:bg-rail-hover'
const onRow = 'bg-rail-active text-rail-ink'

/** The dark side of the screen: where one is, where one can go, and whether we still hear everything. */
export function Rail({ onFind, onNotices }: { onFind: () => void; onNotices: () => void }) {
  const { t } = useLingui()
  return (
    <aside aria-label={t`Main`} className="rail flex w-[212px] shrink-0 flex-col bg-rail text-rail-ink max-md:hidden">
      <WorkspaceMenu />
      <button
        type="button"
        onClick={onFind}
        className="mx-3 mt-3 flex h-8 items-center gap-2 rounded-md border border-rail-line px-2.5 text-ui text-rail-ink-3 hover:bg-rail-hover"
      >
        <Search size={14} />
        <span className="flex-1 text-left">{t`Find or do`}</span>
        <Keys of="palette" onDark />
      </button>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto pb-3">
        <Screens />
        <Views />
        <Saved />
        <Departments />
      </div>
      <RailFoot onNotices={onNotices} />
    </aside>
  )
}

/** Fetched where there are any. */
function Saved() {
  const saved = useAsk('GET /api/saved-views').data
  if (!saved || saved.length === 0) return null
  return (
    <Suspense>
      <SavedViews saved={saved} />
    </Suspense>
  )
}

function Screens() {
  const { t, i18n } = useLingui()
  const path = useLocation().pathname
  const counts = useAsk('GET /api/views')
  const fmt = useFmt()
  return (
    <nav aria-label={t`Screens`} className="mt-3.5 px-2.5">
      {nav
        .filter((one) => one.isOnRail)
        .map((one) => {
          const isOn = isAt(one, path)
          return (
            <Link
              key={one.to}
              to={one.to}
              aria-current={isOn ? 'page' : undefined}
              className={clsx(
                'relative flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ui font-medium',
                isOn ? onRow : restRow,
              )}
            >
              {isOn && <span className="absolute top-2 bottom-2 -left-2.5 w-[3px] rounded-r-full bg-marker" />}
              <one.icon size={16} strokeWidth={isOn ? 2.2 : 1.8} />
              <span className="flex-1">{i18n._(one.label)}</span>
              {one.to === '/inbox' && counts.data && (
                <span className="num text-meta text-rail-ink-2">{fmt.int(counts.data.all)}</span>
              )}
            </Link>
          )
        })}
    </nav>
  )
}

function Views() {
  const { t, i18n } = useLingui()
  const { pathname, search } = useLocation()
  const counts = useAsk('GET /api/views').data
  const fmt = useFmt()
  const isNarrowed = Object.keys(search).length > 0
  return (
    <Section title={t`Views`}>
      {views.map(({ view, label }) => {
        const isOn = !isNarrowed && new RegExp(`^/inbox/${view}(?:/|$)`, 'u').test(pathname)
        const count = view === 'done' ? undefined : counts?.[view]
        return (
          <Link
            key={view}
            to="/inbox/$view"
            params={{ view }}
            aria-current={isOn ? 'page' : undefined}
            className={clsx(row, 'h-[30px]', isOn ? onRow : restRow)}
          >
            <span className="min-w-0 flex-1 truncate">{i18n._(label)}</span>
            {count !== undefined && <span className="num text-meta text-rail-ink-3">{fmt.int(count)}</span>}
          </Link>
        )
      })}
      <ScheduledLink count={counts?.scheduled} />
      {(counts?.needsPerson ?? 0) > 0 && <NeedsPerson count={counts?.needsPerson ?? 0} />}
    </Section>
  )
}

/** Answers of which only a person can say what became of them. Never hidden, in whatever view they are. */
function NeedsPerson({ count }: { count: number }) {
  const { t } = useLingui()
  return (
    <Link to="/inbox/$view" params={{ view: 'all' }} className={clsx(row, restRow, 'h-[30px] font-semibold')}>
      <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-warn-f" />
      <span className="num min-w-0 flex-1 truncate text-rail-ink">
        {t`${plural(count, { one: '# answer needs you', other: '# answers need you' })}`}
      </span>
    </Link>
  )
}

const facesMax = 3

function Departments() {
  const { t } = useLingui()
  const { search } = useLocation()
  const departments = useAsk('GET /api/departments').data ?? []
  const members = useAsk('GET /api/members').data?.members ?? []
  const counts = useAsk('GET /api/views').data?.departments
  const fmt = useFmt()
  if (departments.length === 0) return null
  const nameById = new Map(members.map((member) => [member.id, member.name]))
  return (
    <Section title={t`Departments`}>
      {departments.map((department) => {
        const isOn = search.departmentId === department.id
        return (
          <Link
            key={department.id}
            to="/inbox/$view"
            params={{ view: 'all' }}
            search={{ departmentId: department.id }}
            aria-current={isOn ? 'page' : undefined}
            className={clsx(row, 'h-[30px]', isOn ? onRow : restRow)}
          >
            <span className="min-w-0 flex-1 truncate" title={department.name}>
              {department.name}
            </span>
            {counts && <span className="num text-meta text-rail-ink-3">{fmt.int(counts[department.id] ?? 0)}</span>}
            <span className="flex -space-x-1">
              {department.memberIds.slice(0, facesMax).map((id) => (
                <Initials key={id} name={nameById.get(id) ?? '·'} size={18} ring="var(--rail)" />
              ))}
            </span>
          </Link>
        )
      })}
    </Section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title} className="mt-5 px-2.5">
      <h2 className="flex h-6 items-center px-2.5 text-meta font-semibold text-rail-ink-3">{title}</h2>
      {children}
    </nav>
  )
}
