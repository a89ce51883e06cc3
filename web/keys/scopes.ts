import { useLingui } from '@lingui/react/macro'
import type { CommandScope } from '#web/commands.ts'

export const scopeOrder: readonly CommandScope[] = ['conversation', 'reply', 'list', 'go', 'screen']

export function useScopeName(): (scope: CommandScope) => string {
  const { t } = useLingui()
  return (scope) => {
    switch (scope) {
      case 'conversation':
        return t`This conversation`
      case 'reply':
        return t`The answer`
      case 'list':
        return t`The list`
      case 'go':
        return t`Go to`
      case 'screen':
        return t`Everywhere`
    }
  }
}
