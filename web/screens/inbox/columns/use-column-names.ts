import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { filterNames } from '#web/screens/inbox/filters.ts'
import { useFilterValue } from '#web/screens/inbox/list-filters.tsx'
import { views } from '#web/shell/views.ts'
import { placeOf } from './column-place.ts'
import type { ShownColumn } from './columns-shown.ts'

export type ColumnName = { name: string /** What narrows it, where it has no name of its own. */; narrowed: string }

/** What stands above a column. */
export function useColumnNames(): (column: ShownColumn) => ColumnName {
  const { t, i18n } = useLingui()
  const filterValueOf = useFilterValue()
  const departments = useAsk('GET /api/departments').data
  return (column) => {
    if (!('question' in column))
      return { name: column.lacks === 'gone' ? t`A view that is gone` : t`A saved view`, narrowed: '' }
    if (column.saved) return { name: column.saved.name, narrowed: '' }
    const { view, search } = placeOf(column.question)
    const narrowing = filterNames.filter((name) => search[name])
    const isDepartment = view === 'all' && narrowing.join() === 'departmentId'
    const department = isDepartment && departments?.find(({ id }) => id === search.departmentId)?.name
    const known = views.find((one) => one.view === view)
    return {
      name: department || (known ? i18n._(known.label) : ''),
      narrowed: isDepartment ? '' : narrowing.map((name) => filterValueOf(name, search)).join(', '),
    }
  }
}
