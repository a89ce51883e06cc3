import { eq } from 'drizzle-orm'
import { incidents } from '#db/tables/crisis.ts'
import { stopSendingIn } from '#reply/stop-sending.ts'
import { assertMay, change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/**
 * One act, in one transaction: from its commit on every answer of the workspace needs approval, and nothing goes out until somebody resumes. Either can
 * be left as it is (undefined). The approval ends with the incident; the stop is ended where every stop is.
 */
export async function holdEverything(
  ctx: Context,
  { id, needsApproval, stopReason }: { id: string; needsApproval?: boolean; stopReason?: string },
): Promise<void> {
  if (stopReason !== undefined) assertMay(ctx, 'sending.stop')
  await change(ctx, 'incident.hold', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const isSwitched = needsApproval !== undefined && needsApproval !== row.needsApproval
    if (isSwitched) await tx.update(incidents).set({ needsApproval }).where(eq(incidents.id, row.id))
    let isStopped = false
    if (stopReason !== undefined) {
      const stopped = await stopSendingIn(tx, ctx, { accountId: null, reason: stopReason })
      isStopped = !stopped.isSilent
      if (isStopped) await recordChange(tx, ctx, 'sending.stop', stopped)
    }
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      details: { ...(isSwitched ? { needsApproval } : {}), ...(isStopped ? { isStopped } : {}) },
      events: [{ kind: 'incident.changed' }, { kind: 'approval.changed', subjectId: ctx.workspaceId }],
      isSilent: !isSwitched && !isStopped,
    }
  })
}
