import { useLingui } from '@lingui/react/macro'
import { Plus, Users } from 'lucide-react'
import { savedColumn } from '#domain/inbox-layout.ts'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { Menu, MenuGroup, MenuItem } from '#web/parts/menu.tsx'
import { listAsk } from '#web/screens/inbox/filters.ts'
import { views } from '#web/shell/views.ts'
import { placeOf } from './column-place.ts'
import type { Columns } from './use-columns.ts'

/** Every view that does not stand there yet. */
export function AddColumn({ columns }: { columns: Columns }) {
  const { t, i18n } = useLingui()
  const saved = useAsk('GET /api/saved-views').data ?? []
  const { kept, add, isFull } = columns
  const freeViews = views.filter(({ view }) => !kept.includes(view))
  const freeSaved = saved.filter(({ id }) => !kept.includes(savedColumn(id)))
  if (isFull)
    return <span className="text-meta text-ink-3">{t`More columns than these would be too slow to follow.`}</span>
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" data-add-column className={btnClass('outline', true)}>
          <Plus size={14} />
          {t`Add a column`}
        </button>
      }
    >
      {freeViews.length > 0 && (
        <MenuGroup label={t`Views`}>
          {freeViews.map(({ view, label }) => (
            <MenuItem key={view} onSelect={() => add(view, placeOf(listAsk(view, {})))}>
              {i18n._(label)}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {freeSaved.length > 0 && (
        <MenuGroup label={t`Saved views`}>
          {freeSaved.map(({ id, name, isShared, ask: { view, ...search } }) => (
            <MenuItem key={id} onSelect={() => add(savedColumn(id), placeOf(listAsk(view, search)))}>
              <span className="flex items-center gap-2">
                <span className="min-w-0 truncate">{name}</span>
                {isShared && <Users size={12} aria-label={t`for everybody`} className="shrink-0 text-ink-3" />}
              </span>
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {freeViews.length + freeSaved.length === 0 && (
        <MenuGroup label={t`Every view stands there already. Save a view of your own to add it.`}>{null}</MenuGroup>
      )}
    </Menu>
  )
}
