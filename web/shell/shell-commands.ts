import { msg } from '@lingui/core/macro'
import { useNavigate } from '@tanstack/react-router'
import { useChange } from '#web/api.ts'
import { type Command, useCommands } from '#web/commands.ts'
import { undoNewestToast } from '#web/parts/toast.tsx'
import { startOver } from '#web/session.ts'
import { nav } from './nav.ts'
import { views } from './views.ts'

const settingsPages = [
  { to: '/settings/workspace', label: msg`Settings: workspace` },
  { to: '/settings/promises', label: msg`Settings: promises` },
  { to: '/settings/members', label: msg`Settings: members` },
  { to: '/settings/departments', label: msg`Settings: departments` },
  { to: '/settings/accounts', label: msg`Settings: accounts` },
] as const

type Given = { openPalette: () => void; openKeys: () => void; toggleRail: () => void }

/** What can be done on every screen. */
export function useShellCommands({ openPalette, openKeys, toggleRail }: Given) {
  const navigate = useNavigate()
  const going: Command[] = nav.map((item) => ({
    id: `go ${item.to}`,
    label: item.label,
    keys: [item.keys],
    scope: 'go',
    run: () => void navigate({ to: item.to }),
  }))
  const viewing: Command[] = views.map(({ view, label }, i) => ({
    id: `view ${view}`,
    label,
    keys: [String(i + 1)],
    scope: 'go',
    run: () => void navigate({ to: '/inbox/$view', params: { view } }),
  }))
  const setting: Command[] = settingsPages.map(({ to, label }) => ({
    id: `go ${to}`,
    label,
    scope: 'go',
    run: () => void navigate({ to }),
  }))
  const leave = useChange('POST /api/sign-out')
  useCommands([
    { id: 'palette', label: msg`Find or do`, keys: ['$mod+k'], scope: 'screen', run: openPalette, inText: true },
    { id: 'keys', label: msg`All keys`, keys: ['Shift+?', '?'], scope: 'screen', run: openKeys },
    { id: 'rail', label: msg`Hide or show the menu`, keys: ['['], scope: 'screen', run: toggleRail },
    { id: 'undo', label: msg`Undo`, keys: ['z'], scope: 'screen', run: undoNewestToast, isFallback: true },
    ...going,
    ...viewing,
    ...setting,
    {
      id: 'sign-out',
      label: msg`Sign out`,
      scope: 'screen',
      run: () => leave.mutate({ body: {} }, { onSettled: () => startOver('/sign-in') }),
    },
  ])
}
