/** How long somebody counts as present after the last sign of their screen. */
export const presenceMs = 30_000
/** How often an open screen gives a sign: two may be lost before a colleague is taken for gone. */
export const presenceEveryMs = 12_000

/** What a screen says of itself about one conversation. */
export const presenceSigns = ['looking', 'typing', 'gone'] as const
export type PresenceSign = (typeof presenceSigns)[number]

/** Told over PostgreSQL to the other processes; not kept, since a screen that missed it asks again. */
export const presenceChannel = 'wederhoor_presence'
export type PresenceNotice = { workspaceId: string; conversationId: string; memberId: string }

export function writePresenceNotice({ workspaceId, conversationId, memberId }: PresenceNotice): string {
  return `${workspaceId} ${conversationId} ${memberId}`
}

/** Undefined for what is no notice of ours: anybody with a connection can write to a channel. */
export function readPresenceNotice(payload: string): PresenceNotice | undefined {
  const [workspaceId, conversationId, memberId] = payload.split(' ')
  return workspaceId && conversationId && memberId ? { workspaceId, conversationId, memberId } : undefined
}
