import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members, users, workspaces } from '#db/tables/team.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { SilenceReason } from '#domain/silence.ts'
import { starterReasons } from '#domain/silence-starter.ts'
import { type Context, memberOf } from './context.ts'

/** Those of the workspace, in its order; until somebody changed them the set one begins with, in the language of whoever asks. */
export async function silenceReasonsIn(tx: Tx, ctx: Context): Promise<SilenceReason[]> {
  const [row] = await tx
    .select({ reasons: workspaces.silenceReasons })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId))
  if (row?.reasons) return row.reasons
  const [user] = await tx
    .select({ lang: users.lang })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(eq(members.id, memberOf(ctx).id))
  return starterReasons(user?.lang as InterfaceLanguage)
}

export async function readSilenceReasons(ctx: Context): Promise<SilenceReason[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => silenceReasonsIn(tx, ctx))
}
