import type { GateFinding } from '#domain/promotion/judge-answer.ts'

/** Where it would have stood, and whether who asked may send it all the same, as the refusal says. */
export function gatePlace({ community, mayOverride }: Record<string, unknown>): {
  community: string
  mayOverride: boolean
} {
  const { name } = (community ?? {}) as { name?: unknown }
  return { community: typeof name === 'string' ? name : '', mayOverride: mayOverride === true }
}

/** What the server stopped, as its refusal says. The shape is that of the rules both sides share. */
export function gatedBy(details: Record<string, unknown>): GateFinding[] | undefined {
  const { gate } = details
  return Array.isArray(gate) && gate.length > 0 ? (gate as GateFinding[]) : undefined
}
