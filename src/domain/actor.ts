import type { Member } from './member.ts'

/** Who does something: a person, or a part of the program itself. There is no third kind, and no "nobody". */
export type Actor =
  | { kind: 'member'; member: Member }
  | { kind: 'system'; part: 'listen' | 'outbox' | 'clock' | 'command-line' | 'first-run' | 'demo' }

/** How the audit names an actor; stable, and it carries no personal data. */
export function actorId(actor: Actor): string {
  return actor.kind === 'member' ? actor.member.id : `system:${actor.part}`
}
