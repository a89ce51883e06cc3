import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { audit } from '#db/tables/team.ts'
import { type Action, can } from '#domain/action.ts'
import { actorId } from '#domain/actor.ts'
import type { EventKind } from '#domain/event.ts'
import type { Context } from './context.ts'
import { tellWithLine } from './tell-events.ts'

/** What a piece of work did: its result, what it was about, and what the screens must be told. */
export type Changed<T> = {
  result: T
  subject: { kind: string; id: string }
  conversationId?: string
  /** For the audit and the grey lines of a thread. Ids and labels only: no text of a post, no secret. */
  details?: Record<string, unknown>
  events?: readonly { kind: EventKind; subjectId?: string; conversationId?: string }[]
  /** Nothing happened after all: no audit line, no event. */
  isSilent?: boolean
}

/**
 * The one door to a write. It asks whether the actor may, opens the transaction behind the wall of the workspace, and
 * writes the audit line and the events together with the change: all of it stands, or none.
 *
 * @throws AppError `not_allowed` before anything is opened; whatever `work` throws undoes everything.
 */
export async function change<T>(ctx: Context, action: Action, work: (tx: Tx) => Promise<Changed<T>>): Promise<T> {
  assertMay(ctx, action)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const changed = await work(tx)
    if (!changed.isSilent) await recordChange(tx, ctx, action, changed)
    return changed.result
  })
}

/** For verbs that ask a network before they write: `change()` would notice only afterwards. @throws AppError `not_allowed` */
export function assertMay(ctx: Context, action: Action): void {
  if (can(ctx.actor, action)) return
  throw new AppError('not_allowed', 'Your role does not allow this. Ask an administrator of the workspace.', {
    details: { action },
  })
}

/** For what happens beside a change, in its transaction, and is a line of its own: a promise that was broken, each thing done because of it. */
export async function recordChange<T>(tx: Tx, ctx: Context, action: Action, changed: Changed<T>): Promise<void> {
  const line = {
    workspaceId: ctx.workspaceId,
    at: ctx.app.clock.now(),
    actor: actorId(ctx.actor),
    action,
    subjectKind: changed.subject.kind,
    subjectId: changed.subject.id,
    conversationId: changed.conversationId ?? null,
    details: changed.details ?? {},
  }
  const told = (changed.events ?? []).map((event) => ({
    kind: event.kind,
    conversationId: event.conversationId ?? changed.conversationId ?? null,
    subjectId: event.subjectId ?? changed.subject.id,
    by: ctx.actor.kind === 'member' ? ctx.actor.member.id : null,
  }))
  if (told.length > 0) await tellWithLine(tx, line, told)
  else await tx.insert(audit).values(line)
}
