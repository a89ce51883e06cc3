import { useLingui } from '@lingui/react/macro'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { usePrefsOf } from '#web/prefs.tsx'
import { goToWorkspace, startOver, useSession } from '#web/session.ts'

/** An address below a workspace that one is not in. Whether there is one of that name is not told. */
export function NotHereScreen() {
  const { t } = useLingui()
  const { user, workspaces } = useSession()
  useTitle(t`Not your workspace`)
  usePrefsOf(user)
  const address = user?.email ?? ''
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <EmptyState
        level={1}
        hasArt
        title={t`You are not in this workspace`}
        text={
          workspaces.length === 0
            ? t`You are signed in as ${address}, and in no workspace here. Ask whoever sent you the link to invite you.`
            : t`You are signed in as ${address}. Perhaps you left it, or the address has a letter too many. You can go to:`
        }
        action={
          workspaces.length === 0 ? (
            <Btn kind="primary" onClick={() => startOver('/sign-in')}>{t`To the sign-in`}</Btn>
          ) : (
            <ul className="flex flex-wrap justify-center gap-2">
              {workspaces.map((one) => (
                <li key={one.id}>
                  <Btn kind={workspaces.length === 1 ? 'primary' : undefined} onClick={() => void goToWorkspace(one)}>
                    {one.isDemo ? t`${one.name} (demo)` : one.name}
                  </Btn>
                </li>
              ))}
            </ul>
          )
        }
      />
    </main>
  )
}
