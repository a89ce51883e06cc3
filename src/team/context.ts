import type { App } from '#app.ts'
import { AppError } from '#base/errors.ts'
import type { Actor } from '#domain/actor.ts'
import type { Member } from '#domain/member.ts'

/** Who does it, and in which workspace. Every verb of a stage takes it first. */
export type Context = { app: App; workspaceId: string; actor: Actor }

/** The member who does it; a part of the program cannot own a conversation or write a note. */
export function memberOf(ctx: Context): Member {
  if (ctx.actor.kind === 'member') return ctx.actor.member
  throw new AppError('not_allowed', 'Only a person can do this.')
}
