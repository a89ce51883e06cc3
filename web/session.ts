import type { Session } from '#api/contract/shapes.ts'
import { type Action, actions } from '#domain/action.ts'
import { isAtLeast } from '#domain/role.ts'
import { queries, useAsk } from './api.ts'

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
}

/** May I do this? The server decides again; this is for screens that say so beforehand. */
export function useMay(): (action: Action) => boolean {
  const { member } = useSession()
  return (action) => member !== null && isAtLeast(member.role, actions[action])
}

/** The answers that carry a session replace the one we have. */
export function keepSession(session: Session) {
  queries.setQueryData(['GET /api/session'], session)
}

/** Another workspace, another person or nobody: what was on screen belongs to somebody else now. */
export function startOver(path = '/') {
  queries.clear()
  window.location.assign(path)
}
