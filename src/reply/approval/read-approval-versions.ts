import { desc, eq } from 'drizzle-orm'
import { approvalVersions } from '#db/tables/approvals.ts'
import { members } from '#db/tables/team.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { ReadApprovals } from './approval-settings.ts'

const versionsShown = 30

/** What held when, newest first. Whoever goes back to one writes it anew: nothing is overwritten. */
export async function readApprovalVersions(ctx: Context): Promise<ReadApprovals[]> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .select({ version: approvalVersions, by: { id: members.id, name: members.name } })
      .from(approvalVersions)
      .leftJoin(members, eq(members.id, approvalVersions.changedBy))
      .where(eq(approvalVersions.workspaceId, ctx.workspaceId))
      .orderBy(desc(approvalVersions.number))
      .limit(versionsShown)
    return rows.map(({ version: { number, settings, changedAt }, by }) => ({
      ...{ version: number, settings, by, at: changedAt },
    }))
  })
}
