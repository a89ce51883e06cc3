import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import { actions } from '#domain/action.ts'
import { isAtLeast } from '#domain/role.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { missingApproval } from './approval/missing-approval.ts'
import { dueMax, paceBurst, paceRefillMs } from './outbox-limits.ts'
import type { Due, Lease, OutboxStore, ReplyChange, Situation } from './outbox-store.ts'
import { stopOver } from './read-stops.ts'
import { stoppedSince } from './stopped-since.ts'
import { lockConversationOf, writeChange } from './write-change.ts'

/** The outbox on PostgreSQL. All writes go through the one door: each attempt and each ending is on record. */
export function postgresOutboxStore(app: App): OutboxStore {
  const ctxOf = (workspaceId: string): Context => ({ app, workspaceId, actor: { kind: 'system', part: 'outbox' } })
  return {
    due: (now) => app.db.asSystem((tx) => readDue(tx, now)),

    take({ replyId, workspaceId, now }, decide) {
      const ctx = ctxOf(workspaceId)
      return change(ctx, 'reply.deliver', async (tx) => {
        await lockConversationOf(tx, ctx, replyId)
        const situation = await lockSituation(tx, ctx, { replyId, workspaceId, now })
        if (!situation) return { result: undefined, ...nothing(replyId) }
        const decided = decide(situation)
        return { result: decided, ...(await written(tx, ctx, { situation, change: decided.change })) }
      })
    },

    look: ({ replyId, workspaceId, token }) =>
      app.db.inWorkspace(workspaceId, async (tx) => {
        const [row] = await situations(tx).where(and(isReply({ replyId, workspaceId }), eq(replies.leasedBy, token)))
        return row && toSituation(tx, ctxOf(workspaceId), row, false)
      }),

    finish(lease, decide) {
      const ctx = ctxOf(lease.workspaceId)
      return change(ctx, 'reply.deliver', async (tx) => {
        await lockConversationOf(tx, ctx, lease.replyId)
        const [row] = await situations(tx)
          .where(and(isReply(lease), eq(replies.leasedBy, lease.token)))
          .for('no key update', { of: [replies, accounts] })
        if (!row) return { result: false, ...nothing(lease.replyId) }
        const situation = await toSituation(tx, ctx, row, false)
        return { result: true, ...(await written(tx, ctx, { situation, change: decide(situation) })) }
      })
    },

    isKnownPost: ({ workspaceId, nativeId, exceptReplyId }) =>
      app.db.inWorkspace(workspaceId, async (tx) => {
        const isAnother = and(eq(replies.nativeId, nativeId), ne(replies.id, exceptReplyId))
        return (await tx.$count(replies, and(eq(replies.workspaceId, workspaceId), isAnother))) > 0
      }),
  }
}

/** What the bucket of an account may be short of and still let a call through. */
const paceSlackMs = (paceBurst - 1) * paceRefillMs

async function readDue(tx: Tx, now: Date): ReturnType<OutboxStore['due']> {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await tx.execute<{ id: string | null; workspace: string; lane: string; opens: Date | string }>(sql`
    with leased as (
      select account_id, max(lease_until) as until from replies
        where due_at is not null and lease_until > ${at} group by account_id
    ), opening as (
      select r.id, r.workspace_id, r.account_id, r.due_at,
        case when r.state = 'sending' or a.state = 'removed' then greatest(r.due_at, r.lease_until)
          else greatest(r.due_at, r.lease_until, leased.until, a.closed_until,
            a.pace_full_at - ${paceSlackMs} * interval '1 millisecond') end as opens_at
      from replies r join accounts a on a.id = r.account_id left join leased on leased.account_id = r.account_id
      where r.due_at is not null
    ), oldest as (
      select distinct on (account_id) id, workspace_id, account_id, opens_at from opening
        where opens_at <= ${at} order by account_id, due_at, id limit ${dueMax}
    )
    select id, workspace_id as workspace, account_id as lane, opens_at as opens from oldest
    union all select null, null, null, min(opens_at) from opening where opens_at > ${at}`)
  const due: Due[] = []
  let nextAt: Date | undefined
  for (const row of rows) {
    if (row.id) due.push({ replyId: row.id, workspaceId: row.workspace, lane: row.lane })
    else if (row.opens) nextAt = new Date(row.opens)
  }
  return { due, nextAt }
}

/** One question for all that a decision needs. Every part is there: nothing a reply points at is ever deleted. */
function situations(tx: Tx) {
  return tx
    .select({
      reply: replies,
      account: accounts,
      parent: {
        network: mentions.network,
        nativeId: mentions.nativeId,
        rootId: mentions.rootId,
        parentId: mentions.parentId,
        url: mentions.url,
        ref: mentions.ref,
        deletedAt: mentions.deletedAt,
      },
      writer: { role: members.role, leftAt: members.leftAt },
      stop: stopOver(replies.workspaceId, replies.accountId),
    })
    .from(replies)
    .innerJoin(accounts, eq(accounts.id, replies.accountId))
    .innerJoin(mentions, eq(mentions.id, replies.mentionId))
    .innerJoin(members, eq(members.id, replies.writtenBy))
}
type SituationRow = Awaited<ReturnType<typeof situations>>[number]

const isReply = ({ replyId, workspaceId }: Pick<Lease, 'replyId' | 'workspaceId'>) =>
  and(eq(replies.workspaceId, workspaceId), eq(replies.id, replyId))

async function toSituation(
  tx: Tx,
  ctx: Context,
  { reply, account, parent, writer, stop }: SituationRow,
  isLaneBusy: boolean,
): Promise<Situation> {
  const mayWriterReply = !writer.leftAt && isAtLeast(writer.role, actions['reply.write'])
  const missing = await missingApproval(tx, reply)
  const stopped = await stoppedSince(tx, ctx, { reply, account })
  return { reply, account, parent, mayWriterReply, stop, isLaneBusy, missing, stopped }
}

/**
 * Who holds the lock decides; everybody else passes by. The account is locked too, so that of two processes with two
 * replies of one account the second sees the lease of the first.
 */
async function lockSituation(
  tx: Tx,
  ctx: Context,
  { replyId, workspaceId, now }: { replyId: string; workspaceId: string; now: Date },
): Promise<Situation | undefined> {
  const [row] = await situations(tx)
    .where(isReply({ replyId, workspaceId }))
    .for('no key update', { of: [replies, accounts], skipLocked: true })
  if (!row?.reply.dueAt || row.reply.dueAt > now) return undefined
  const others = and(eq(replies.accountId, row.account.id), ne(replies.id, replyId), gt(replies.leaseUntil, now))
  return toSituation(tx, ctx, row, (await tx.$count(replies, others)) > 0)
}

function nothing(replyId: string) {
  return { subject: { kind: 'reply', id: replyId }, isSilent: true }
}

async function written(tx: Tx, ctx: Context, input: { situation: Situation; change: ReplyChange | undefined }) {
  const { reply: row } = input.situation
  if (!input.change) return nothing(row.id)
  const { reply, told } = await writeChange(tx, ctx, { row, change: input.change })
  return {
    subject: { kind: 'reply', id: row.id },
    conversationId: row.conversationId,
    details: { state: reply.state, attempt: reply.attempts, problem: reply.problem?.kind },
    events: told,
    // Taking the lease for a look, or putting it off, changes nothing that anybody sees.
    isSilent: told.length === 0,
  }
}
