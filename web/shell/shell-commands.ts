import { useNavigate } from '@tanstack/react-router'
import { type Offer, useCommands } from '#web/commands.ts'
import { viewCommands } from '#web/keys/command-keys.ts'
import { undoNewestToast } from '#web/parts/toast.tsx'
import { signOut } from '#web/session.ts'
import { nav } from './nav.ts'
import { views } from './views.ts'

type Given = { openPalette: () => void; openKeys: () => void; toggleRail: () => void }

/** What can be done on every screen. */
export function useShellCommands({ openPalette, openKeys, toggleRail }: Given) {
  const navigate = useNavigate()
  const going: Offer[] = nav.map(({ command, to }) => ({ id: command, run: () => void navigate({ to }) }))
  const viewing: Offer[] = viewCommands.flatMap((id, at) => {
    const one = views[at]
    return one
      ? [{ id, label: one.label, run: () => void navigate({ to: '/inbox/$view', params: { view: one.view } }) }]
      : []
  })
  useCommands([
    { id: 'palette', run: openPalette },
    { id: 'keys', run: openKeys },
    { id: 'rail', run: toggleRail },
    { id: 'undo', run: undoNewestToast, isFallback: true },
    ...going,
    { id: 'goScheduled', run: () => void navigate({ to: '/scheduled' }) },
    { id: 'goReports', run: () => void navigate({ to: '/reports' }) },
    ...viewing,
    { id: 'signOut', run: () => void signOut() },
  ])
}
