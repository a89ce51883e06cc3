import { useLingui } from '@lingui/react/macro'
import { ChevronsUpDown } from 'lucide-react'
import { Mark } from '#web/parts/logo.tsx'
import { Menu, MenuChoice, MenuGroup } from '#web/parts/menu.tsx'
import { goToWorkspace, useSession } from '#web/session.ts'

/** Whose workspace this is; a way to another one for those who have more. */
export function WorkspaceMenu() {
  const { t } = useLingui()
  const { workspace, workspaces } = useSession()
  const name = workspace?.name ?? ''
  const face = (
    <>
      <Mark size={30} />
      <span className="min-w-0 flex-1">
        <span className="display block text-[15px] leading-[18px]">Wederhoor</span>
        <span className="block truncate text-meta text-rail-ink-3" title={name}>
          {name}
        </span>
      </span>
    </>
  )
  if (workspaces.length < 2) return <div className="mx-2.5 mt-3 flex items-center gap-2.5 p-1.5">{face}</div>
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="mx-2.5 mt-3 flex items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-rail-hover"
        >
          {face}
          <ChevronsUpDown size={14} className="text-rail-ink-3" />
        </button>
      }
    >
      <MenuGroup label={t`Workspaces`}>
        <MenuChoice
          value={workspace?.id ?? ''}
          onChoose={(id) => {
            const chosen = workspaces.find((one) => one.id === id)
            if (chosen && id !== workspace?.id) void goToWorkspace(chosen)
          }}
          choices={workspaces.map((one) => ({
            value: one.id,
            label: one.isDemo ? t`${one.name} (demo)` : one.name,
          }))}
        />
      </MenuGroup>
    </Menu>
  )
}
