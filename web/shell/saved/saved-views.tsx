import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { MoreHorizontal, Users } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { SavedView } from '#api/contract/shapes.ts'
import { savedCountMost } from '#domain/saved-view.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useMay } from '#web/session.ts'
import { isAsked, searchOf } from './saved-ask.ts'

const SavedViewDialog = lazyPart(() => import('./saved-view-dialog.tsx').then((file) => file.SavedViewDialog))

/** Counting each is a search of its own: too much for every event, and a minute late harms nobody. */
const countAgainMs = 60_000

/** Views under names of their own, below the ones that everybody has. */
export function SavedViews({ saved }: { saved: readonly SavedView[] }) {
  const { t } = useLingui()
  const [editedId, setEditedId] = useState<string>()
  const edited = saved.find((one) => one.id === editedId)
  return (
    <nav aria-label={t`Saved views`} className="mt-5 px-2.5">
      <h2 className="flex h-6 items-center px-2.5 text-meta font-semibold text-rail-ink-3">{t`Saved views`}</h2>
      {saved.map((view) => (
        <SavedRow key={view.id} view={view} onEdit={() => setEditedId(view.id)} />
      ))}
      {edited && (
        <Suspense>
          <SavedViewDialog view={edited} onClose={() => setEditedId(undefined)} />
        </Suspense>
      )}
    </nav>
  )
}

function SavedRow({ view, onEdit }: { view: SavedView; onEdit: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { pathname, search } = useLocation()
  const count = useAsk('GET /api/saved-views/counts', undefined, { refetchInterval: countAgainMs }).data?.[view.id]
  const may = useMay()
  const { name, ask } = view
  const isOn = isAsked(ask, pathname, search)
  const mayEdit = may('view.save')
  return (
    <div
      className={clsx(
        'group/saved relative flex h-[30px] items-center rounded-md text-ui',
        isOn ? 'bg-rail-active text-rail-ink' : 'text-rail-ink-2 hover:bg-rail-hover',
      )}
    >
      <Link
        to="/inbox/$view"
        params={{ view: ask.view }}
        search={searchOf(ask)}
        aria-current={isOn ? 'page' : undefined}
        className="flex h-full min-w-0 flex-1 items-center gap-2 px-2.5"
      >
        <span className="min-w-0 flex-1 truncate" title={name}>
          {name}
        </span>
        {view.isShared && <Users size={12} aria-label={t`for everybody`} className="shrink-0 text-rail-ink-3" />}
        {count !== undefined && (
          <span
            className={clsx(
              'num text-meta text-rail-ink-3',
              mayEdit && 'group-focus-within/saved:invisible group-hover/saved:invisible',
            )}
          >
            {count > savedCountMost ? `${fmt.int(savedCountMost)}+` : fmt.int(count)}
          </span>
        )}
      </Link>
      {mayEdit && (
        <Tip label={t`Change ${name}`}>
          <button
            type="button"
            aria-label={t`Change ${name}`}
            onClick={onEdit}
            className="absolute right-1 grid size-6 place-items-center rounded-sm opacity-0 group-focus-within/saved:opacity-100 group-hover/saved:opacity-100 hover:bg-rail-hover focus-visible:opacity-100 touch:opacity-100"
          >
            <MoreHorizontal size={14} />
          </button>
        </Tip>
      )}
    </div>
  )
}
