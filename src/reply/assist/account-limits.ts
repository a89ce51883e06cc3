import { and, eq } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import type { Tx } from '#db/database.ts'
import { accounts } from '#db/tables/reply.ts'
import type { TextLimit } from '#domain/text-length.ts'
import type { Context } from '#team/context.ts'

/** How long an answer may be: what the account may say, else what its network says. */
export async function accountLimits(
  tx: Tx,
  ctx: Context,
  { accountId, network }: { accountId: string | null; network: string },
): Promise<TextLimit | undefined> {
  const [account] = accountId
    ? await tx
        .select({ limits: accounts.limits })
        .from(accounts)
        .where(
          and(eq(accounts.workspaceId, ctx.workspaceId), eq(accounts.id, accountId), eq(accounts.network, network)),
        )
    : []
  return account?.limits ?? connectorsIn(ctx.app, ctx.workspaceId).get(network)?.limits
}
