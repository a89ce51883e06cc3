import type { MemberView } from '#api/contract/shapes.ts'
import { useMay, useSession } from '#web/session.ts'

export type Me = {
  member: MemberView | null
  /** Members and above answer and decide; an observer looks. */
  canWrite: boolean
  undoSeconds: number
  isWelcomed: boolean
  /** The three practice messages stand on top of the list until they are done or passed over. */
  isPracticing: boolean
}

const undoSecondsUntilKnown = 10

export function useMe(): Me {
  const { user, member, workspace } = useSession()
  const may = useMay()
  return {
    member,
    canWrite: may('reply.write'),
    undoSeconds: workspace?.undoSeconds ?? undoSecondsUntilKnown,
    isWelcomed: workspace?.isWelcomed ?? true,
    isPracticing: user?.practice === 'offered' && may('reply.write'),
  }
}
