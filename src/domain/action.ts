import type { Actor } from './actor.ts'
import { isAtLeast, type Role } from './role.ts'

/**
 * Everything that can be done, and from which role on. `change()` asks this table before it opens a transaction,
 * so a write without a line here does not exist. The names are what the audit keeps.
 */
export const actions = {
  'workspace.create': 'owner',
  'workspace.change': 'admin',
  'member.join': 'observer',
  'member.invite': 'admin',
  'member.change': 'admin',
  'member.remove': 'admin',
  'me.change': 'observer',
  'department.create': 'admin',
  'department.change': 'admin',
  'department.remove': 'admin',
  'source.create': 'lead',
  'source.change': 'lead',
  'source.remove': 'lead',
  'source.heard': 'owner',
  'topic.create': 'lead',
  'topic.change': 'lead',
  'topic.remove': 'lead',
  'set.create': 'lead',
  'set.change': 'lead',
  'set.remove': 'lead',
  'account.connect': 'admin',
  'account.change': 'admin',
  'account.remove': 'admin',
  'mention.hear': 'owner',
  'mention.correct': 'member',
  'mention.like': 'member',
  'conversation.claim': 'member',
  'conversation.release': 'member',
  'conversation.finish': 'member',
  'conversation.reopen': 'member',
  'conversation.wait': 'member',
  'conversation.hand_over': 'member',
  'conversation.rename': 'member',
  'conversation.read': 'observer',
  'note.write': 'member',
  'draft.write': 'member',
  'reply.write': 'member',
  'reply.undo': 'member',
  'reply.settle': 'member',
  'reply.remove': 'lead',
  'reply.deliver': 'owner',
} as const satisfies Record<string, Role>

export type Action = keyof typeof actions

/** The program's own parts may do what they are built for; people what their role allows. */
export function can(actor: Actor, action: Action): boolean {
  return actor.kind === 'system' || isAtLeast(actor.member.role, actions[action])
}
