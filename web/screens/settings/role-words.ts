import { useLingui } from '@lingui/react/macro'
import { type Role, roles } from '#domain/role.ts'

export function useRoleName(): (role: Role) => string {
  const { t } = useLingui()
  return (role) => {
    switch (role) {
      case 'observer':
        return t`Observer`
      case 'member':
        return t`Member`
      case 'lead':
        return t`Lead`
      case 'admin':
        return t`Administrator`
      case 'owner':
        return t`Owner`
    }
  }
}

/** What each role adds to the one before it. */
export function useRoleHelp(): (role: Role) => string {
  const { t } = useLingui()
  return (role) => {
    switch (role) {
      case 'observer':
        return t`Looks, and changes nothing.`
      case 'member':
        return t`Answers, notes, hands over.`
      case 'lead':
        return t`Also chooses what we listen for, and removes answers.`
      case 'admin':
        return t`Also accounts, members, departments and these settings.`
      case 'owner':
        return t`Can do everything, and there is always one.`
    }
  }
}

/** The roles somebody can give: their own and below. */
export function rolesUpTo(role: Role): readonly Role[] {
  return roles.slice(0, roles.indexOf(role) + 1)
}
