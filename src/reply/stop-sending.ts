import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { accounts, stops } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import { stopReasonMax } from '#domain/stop.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { StopRow } from './read-stops.ts'
import { ringStop } from './wake-outbox.ts'

/**
 * From the commit of this on nothing more goes out: of the workspace, or as one account. It waits for no lock that a sender holds, and it never
 * fails because it is on already: then it answers the one that stands.
 */
export async function stopSending(ctx: Context, input: NewStop): Promise<StopRow> {
  return change(ctx, 'sending.stop', (tx) => stopSendingIn(tx, ctx, input))
}

export type NewStop = { accountId: string | null; reason: string }

/** The same inside a change of its caller, who records it. */
export async function stopSendingIn(tx: Tx, ctx: Context, { accountId, reason }: NewStop): Promise<Changed<StopRow>> {
  const said = reason.trim()
  if (said === '' || said.length > stopReasonMax)
    throw new AppError('bad_input', {
      en: `Say why in 1 to ${stopReasonMax} characters: everybody reads it.`,
      nl: `Zeg waarom in 1 tot ${stopReasonMax} tekens: iedereen leest het.`,
    })
  await lockStops(tx, ctx.workspaceId)
  const name = accountId ? await nameOf(tx, ctx, accountId) : undefined
  const standing = await onNow(tx, ctx, accountId)
  const subject = accountId ? { kind: 'account', id: accountId } : { kind: 'workspace', id: ctx.workspaceId }
  if (standing) return { result: standing, subject, isSilent: true }
  const [row] = await tx
    .insert(stops)
    .values({
      id: newId(),
      workspaceId: ctx.workspaceId,
      accountId,
      number: sql`(select coalesce(max(number), 0) + 1 from stops where workspace_id = ${ctx.workspaceId})`,
      reason: said,
      stoppedBy: ctx.actor.kind === 'member' ? ctx.actor.member.id : null,
      stoppedAt: ctx.app.clock.now(),
    })
    .returning()
  await ringStop(tx, ctx.workspaceId)
  await tellLeads(tx, ctx, 'sending_stopped', name)
  return {
    result: present(row, 'the inserted stop comes back'),
    subject,
    details: { reason: said },
    events: [{ kind: 'sending.changed' }],
  }
}

/** One stops or resumes at a time, so that numbers count up without a gap for anybody to slip through. */
export async function lockStops(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wederhoor stops ${workspaceId}`}, 0))`)
}

export async function onNow(tx: Tx, ctx: Context, accountId: string | null): Promise<StopRow | undefined> {
  const isIt = accountId ? eq(stops.accountId, accountId) : isNull(stops.accountId)
  const [row] = await tx
    .select()
    .from(stops)
    .where(and(eq(stops.workspaceId, ctx.workspaceId), isNull(stops.endedAt), isIt))
  return row
}

/** Whoever leads is called, in quiet hours too; the others see the band on every screen. */
export async function tellLeads(
  tx: Tx,
  ctx: Context,
  kind: 'sending_stopped' | 'sending_resumed',
  name: string | undefined,
): Promise<void> {
  const leads = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        isNull(members.leftAt),
        inArray(members.role, ['lead', 'admin', 'owner']),
      ),
    )
  const memberIds = leads.map(({ id }) => id)
  await giveNotices(tx, ctx, { memberIds, conversationId: null, kind, details: name ? { name } : {} })
}

export async function nameOf(tx: Tx, ctx: Context, accountId: string): Promise<string> {
  const [row] = await tx
    .select({ handle: accounts.handle })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, ctx.workspaceId), eq(accounts.id, accountId), ne(accounts.state, 'removed')))
  if (!row) throw new AppError('not_found', 'This account is not connected here.')
  return `@${row.handle}`
}
