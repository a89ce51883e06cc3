import { msg } from '@lingui/core/macro'
import { useNavigate } from '@tanstack/react-router'
import { type Command, useCommands } from '#web/commands.ts'
import { undoNewestToast } from '#web/parts/toast.tsx'
import { nav } from './nav.ts'
import { views } from './views.ts'

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
  useCommands([
    { id: 'palette', label: msg`Find or do`, keys: ['$mod+k'], scope: 'screen', run: openPalette, inText: true },
    { id: 'keys', label: msg`All keys`, keys: ['Shift+?', '?'], scope: 'screen', run: openKeys },
    { id: 'rail', label: msg`Hide or show the menu`, keys: ['['], scope: 'screen', run: toggleRail },
    { id: 'undo', label: msg`Undo`, keys: ['z'], scope: 'screen', run: undoNewestToast, isFallback: true },
    ...going,
    ...viewing,
  ])
}
