import { and, asc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { accountShape, replyShape } from '#api/contract/shapes.ts'
import { type App, connectorsIn } from '#app.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import { effectsIn, type SeenEffect } from '#inbox/effects/read-effects.ts'
import { readReplyApprovals } from '#reply/approval/read-approval.ts'
import type { Context } from '#team/context.ts'
import { presentEffect } from './present-effect.ts'
import { proxied } from './present-media.ts'

type ReplyAnswer = z.output<typeof replyShape>
type AccountAnswer = z.output<typeof accountShape>
type ReplyWithPeople = {
  reply: typeof replies.$inferSelect
  by: { id: string; name: string }
  account: Pick<typeof accounts.$inferSelect, 'id' | 'handle' | 'name' | 'network'> | null
  effect: SeenEffect | undefined
  helpedBy: string[] | null
}

/** Every answer in a conversation, oldest first, in whatever state it is. */
export async function presentReplies(ctx: Context, conversationId: string): Promise<ReplyAnswer[]> {
  return presentRows(ctx, await read(ctx, eq(replies.conversationId, conversationId)))
}

export async function presentOneReply(ctx: Context, id: string): Promise<ReplyAnswer> {
  const [shown] = await presentRows(ctx, await read(ctx, eq(replies.id, id)))
  if (!shown) throw new Error('the reply just written is read')
  return shown
}

/** By their id. */
export async function presentRepliesById(ctx: Context, ids: readonly string[]): Promise<Map<string, ReplyAnswer>> {
  if (ids.length === 0) return new Map()
  const shown = await presentRows(ctx, await read(ctx, inArray(replies.id, [...ids])))
  return new Map(shown.map((reply) => [reply.id, reply]))
}

async function presentRows(ctx: Context, rows: readonly ReplyWithPeople[]): Promise<ReplyAnswer[]> {
  const ids = rows.map(({ reply }) => reply.id)
  const asked = await readReplyApprovals(ctx, ids)
  return rows.map((row) => ({ ...presentReply(row), approval: asked.get(row.reply.id) }))
}

async function read(ctx: Context, which: SQL): Promise<ReplyWithPeople[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .select({
        reply: replies,
        by: { id: members.id, name: members.name },
        helpedBy: sql<
          string[] | null
        >`(select array_agg(distinct u.model) from assist_uses u where u.reply_id = ${replies.id})`,
        account: { id: accounts.id, handle: accounts.handle, name: accounts.name, network: accounts.network },
      })
      .from(replies)
      .innerJoin(members, eq(members.id, replies.writtenBy))
      .leftJoin(accounts, eq(accounts.id, replies.accountId))
      .where(and(eq(replies.workspaceId, ctx.workspaceId), which))
      .orderBy(asc(replies.createdAt))
    const standing = rows.filter(({ reply }) => reply.state === 'sent').map(({ reply }) => reply.id)
    const effects = await effectsIn(tx, standing)
    return rows.map((row) => ({ ...row, effect: effects.get(row.reply.id) }))
  })
}

function presentReply({ reply, by, account, effect, helpedBy }: ReplyWithPeople): ReplyAnswer {
  return {
    id: reply.id,
    mentionId: reply.mentionId,
    account,
    text: reply.text,
    by,
    state: reply.state,
    thenDo: reply.thenDo,
    dueAt: reply.dueAt,
    scheduledFor: reply.scheduledFor,
    visibility: reply.visibility,
    ...(reply.pileId && { pileId: reply.pileId }),
    url: reply.url,
    isHeardBack: reply.heardBackAt !== null,
    problem: reply.problem,
    override: reply.override,
    settledAt: reply.settledAt,
    createdAt: reply.createdAt,
    effect: effect ? presentEffect(effect) : null,
    ...(helpedBy && { helpedBy }),
  }
}

/** As whom we can speak; on one network when it is named. */
export async function accountsFor(ctx: Context, network?: string): Promise<AccountAnswer[]> {
  const rows = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select()
      .from(accounts)
      .where(
        and(
          eq(accounts.workspaceId, ctx.workspaceId),
          ne(accounts.state, 'removed'),
          network === undefined ? undefined : eq(accounts.network, network),
        ),
      )
      .orderBy(asc(accounts.createdAt)),
  )
  return rows.map((row) => presentAccount(ctx.app, row))
}

/** Never the credentials. */
export function presentAccount(app: App, row: typeof accounts.$inferSelect): AccountAnswer {
  const connector = connectorsIn(app, row.workspaceId).get(row.network)
  return {
    id: row.id,
    network: row.network,
    networkName: connector?.name ?? row.network,
    handle: row.handle,
    name: row.name,
    avatarUrl: proxied(app, row.avatarUrl),
    url: row.url,
    state: row.state,
    problem: row.problem,
    limits: row.limits ?? connector?.limits ?? null,
  }
}
