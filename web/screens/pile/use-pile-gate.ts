import { useDeferredValue, useMemo } from 'react'
import { judgePile } from '#domain/promotion/judge-pile.ts'
import { isAtLeast } from '#domain/role.ts'
import { useAsk } from '#web/api.ts'
import { useSession } from '#web/session.ts'
import type { PilePlan, SeenGates } from './pile-plan.ts'

const staleMs = 60_000
const nothing: SeenGates = new Map()

/** What the promotion gate would stop, while one writes: by the rules of the server, on what it counted when the pile was opened. */
export function usePileGate(conversation: string, plan: PilePlan): SeenGates {
  const { member } = useSession()
  const { data: ground } = useAsk(
    'GET /api/conversations/{id}/pile/gate',
    { params: { id: conversation } },
    { staleTime: staleMs },
  )
  const lines = useDeferredValue(plan.lines)
  return useMemo(() => {
    if (!ground) return nothing
    const chosen = lines.flatMap(({ isIn, row, text, account }) =>
      isIn && account && text !== '' ? [{ conversationId: row.id, text, voice: ground.voices[account.id] }] : [],
    )
    const mayOverride = member !== null && member !== undefined && isAtLeast(member.role, ground.settings.overrideFrom)
    const nameOf = (id: string): string => {
      const line = ground.lines.find((one) => one.conversationId === id)
      return (line && ground.communities[line.at]?.community.name) ?? ''
    }
    const stopped = judgePile(chosen, ground)
    return new Map([...stopped].map(([id, findings]) => [id, { findings, community: nameOf(id), mayOverride }]))
  }, [ground, lines, member])
}
