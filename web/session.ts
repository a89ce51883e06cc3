import type { Session } from '#api/contract/shapes.ts'
import { type Action, actions } from '#domain/action.ts'
import { isAtLeast } from '#domain/role.ts'
import { ask, holdQuestions, queries, useAsk } from './api.ts'
import { openOffline } from './offline/door.ts'
import { homePath } from './place.ts'

const staleMs = 300_000

/** Who is here, in which workspace. Null fields: nobody yet. */
export function useSession(): Session {
  const session = useAsk('GET /api/session', undefined, { staleTime: staleMs })
  return session.data ?? nobody
}

const nobody: Session = {
  isFirstRun: false,
  user: null,
  member: null,
  workspace: null,
  workspaces: [],
  isDemoWanted: false,
  eventId: 0,
}

/** May I do this? The server decides again; this is for screens that say so beforehand. */
export function useMay(): (action: Action) => boolean {
  const { member } = useSession()
  return (action) => member !== null && isAtLeast(member.role, actions[action])
}

/** The answers that carry a session replace the one we have. */
export function keepSession(session: Session) {
  // What is kept here may be somebody else's.
  void openOffline().then((offline) => offline?.meet(session))
  queries.setQueryData(['GET /api/session'], session)
}

const leaving = 'wederhoor.leaving'

/** Nothing of this person stays in this browser. What was not sent is asked about first. */
export async function signOut() {
  const offline = await openOffline()
  if (offline && !(await offline.mayLeave())) return
  await offline?.wipe()
  try {
    localStorage.setItem(leaving, '1')
  } catch {
    // Where storage is forbidden nothing was kept either.
  }
  await ask('POST /api/sign-out', { body: {} }).then(forgetLeaving, () => {})
  startOver('/sign-in')
}

/** Who signed out without a connection is signed out before anything else when there is one. */
export async function leave(): Promise<void> {
  if (!isLeaving()) return
  await ask('POST /api/sign-out', { body: {} })
  forgetLeaving()
}

function forgetLeaving(): void {
  if (isLeaving()) localStorage.removeItem(leaving)
}

function isLeaving(): boolean {
  try {
    return localStorage.getItem(leaving) !== null
  } catch {
    return false
  }
}

/** To another workspace of mine: by a page loaded anew, so that nothing of this one comes along. It is where `/` leads from now on. */
export async function goToWorkspace({ id, slug }: Pick<Session['workspaces'][number], 'id' | 'slug'>) {
  // Without a connection one goes all the same: the address says where.
  await ask('POST /api/me/workspace', { body: { workspaceId: id } }).catch(() => {})
  startOver(homePath(slug))
}

/** The name of the workspace, for those who have more and could take one for another. */
export function usePlaceName(): string | undefined {
  const { workspace, workspaces } = useSession()
  return workspaces.length > 1 ? workspace?.name : undefined
}

/** Another workspace, another person or nobody: what was on screen belongs to somebody else now. */
export function startOver(path = '/') {
  holdQuestions()
  queries.clear()
  // Whoever comes back to it by the browser's own button finds it as it is by then.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
  window.location.assign(path)
}
