import { useLingui } from '@lingui/react/macro'

export function DepartmentSettings() {
  const { t } = useLingui()
  return <h1 className="display text-title">{t`Departments`}</h1>
}
