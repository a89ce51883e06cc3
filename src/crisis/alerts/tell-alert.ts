import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members, workspaces } from '#db/tables/team.ts'
import type { NoticeKind } from '#domain/notice.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { Context } from '#team/context.ts'

type Told = {
  kind: Extract<NoticeKind, 'alert_raised' | 'alert_again' | 'alert_grave' | 'listening_deaf'>
  name: string
  place: string
}

/** Those who lead, the coordinator, and whoever chose how loudly they want to be told of it. */
export async function tellAlert(tx: Tx, ctx: Context, { kind, ...details }: Told): Promise<void> {
  const { workspaceId } = ctx
  const chose = sql`exists (select from notice_settings s where s.member_id = members.id and s.levels ? ${kind})`
  const isCoordinator = sql`exists (select from ${workspaces} w where w.id = ${workspaceId} and w.coordinator_id = members.id)`
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        isNull(members.leftAt),
        or(inArray(members.role, ['lead', 'admin', 'owner']), isCoordinator, chose),
      ),
    )
  await giveNotices(tx, ctx, { memberIds: rows.map(({ id }) => id), conversationId: null, kind, details })
}
