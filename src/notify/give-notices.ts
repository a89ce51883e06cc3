import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { mutes, notices } from '#db/tables/notify.ts'
import { members } from '#db/tables/team.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import type { NoticeKind, NoticeLevel } from '#domain/notice.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { settingsOf } from './notice-settings.ts'

export type NewNotice = {
  memberIds: readonly string[]
  /** Null is about the house itself. */
  conversationId: string | null
  kind: NoticeKind
  /** Ids, names and figures; no text of a post. */
  details?: Record<string, unknown>
}

/**
 * The one door to a notice. Whoever did it is not told of it. What carries them further reads the rows, after this transaction stands.
 * An observer, and who muted the conversation, have it in their list and in the letter of the day, and are not called.
 */
export async function giveNotices(tx: Tx, ctx: Context, input: NewNotice): Promise<void> {
  const { app, workspaceId, actor } = ctx
  const { memberIds, conversationId, kind } = input
  // The colleagues of a demo company are played: only what its promises say is shown there.
  if (isDemoWorkspace(workspaceId) && !kind.startsWith('promise')) return
  const by = actor.kind === 'member' ? actor.member : undefined
  const wanted = [...new Set(memberIds)].filter((id) => id !== by?.id)
  const levels = await levelsFor(tx, ctx, { wanted, conversationId, kind })
  if (levels.size === 0) return
  const details = { ...input.details, ...(by ? { by: by.name } : {}) }
  const same = { workspaceId, conversationId, kind, details, happeningId: newId(), at: app.clock.now() }
  const rows = [...levels].map(([memberId, level]) => ({ id: newId(), memberId, level, ...same }))
  await tx.insert(notices).values(rows)
  await tellEvents(tx, workspaceId, [
    { kind: 'notice.given', subjectId: conversationId ?? workspaceId, ...(conversationId ? { conversationId } : {}) },
  ])
}

type Wanted = { wanted: readonly string[]; conversationId: string | null; kind: NoticeKind }

/** Only those who are here. */
async function levelsFor(tx: Tx, ctx: Context, { wanted, conversationId, kind }: Wanted) {
  const levels = new Map<string, NoticeLevel>()
  if (wanted.length === 0) return levels
  const here = await tx
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), inArray(members.id, [...wanted]), isNull(members.leftAt)))
  const settings = await settingsOf(tx, wanted)
  const muted = conversationId === null ? new Set() : await mutedBy(tx, ctx, { wanted, conversationId })
  for (const { id, role } of here) {
    const isSoft = role === 'observer' || muted.has(id)
    levels.set(id, isSoft ? 'digest' : settings(id).levels[kind])
  }
  return levels
}

async function mutedBy(
  tx: Tx,
  ctx: Context,
  { wanted, conversationId }: { wanted: readonly string[]; conversationId: string },
): Promise<ReadonlySet<string>> {
  const isNow = or(isNull(mutes.until), gt(mutes.until, ctx.app.clock.now()))
  const rows = await tx
    .select({ id: mutes.memberId })
    .from(mutes)
    .where(and(eq(mutes.conversationId, conversationId), inArray(mutes.memberId, [...wanted]), isNow))
  return new Set(rows.map(({ id }) => id))
}
