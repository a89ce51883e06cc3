import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { policyDrafts } from '#db/tables/policy.ts'
import type { PolicyExample } from '#domain/policy.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

type Draft = {
  text: string
  examples: PolicyExample[]
  /** As its writer last saw it; 0 where there was none. */
  revision: number
}

/** Keeps what is being written, also where it does not read yet. One for all: who writes over what a colleague wrote is told. */
export async function savePolicyDraft(ctx: Context, { text, examples, revision }: Draft): Promise<number> {
  return change(ctx, 'policy.write', async (tx) => {
    const { workspaceId } = ctx
    const values = { text, examples, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    const [row] =
      revision === 0
        ? await tx
            .insert(policyDrafts)
            .values({ workspaceId, ...values })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(policyDrafts)
            .set({ ...values, revision: sql`${policyDrafts.revision} + 1` })
            .where(and(eq(policyDrafts.workspaceId, workspaceId), eq(policyDrafts.revision, revision)))
            .returning()
    if (!row) throw new AppError('taken', 'A colleague is writing on this policy too. Look at theirs before you go on.')
    return {
      result: row.revision,
      subject: { kind: 'workspace', id: workspaceId },
      details: { revision: row.revision },
      events: [{ kind: 'policy.changed' }],
    }
  })
}

export async function dropPolicyDraft(ctx: Context): Promise<void> {
  await change(ctx, 'policy.write', async (tx) => {
    const gone = await tx.delete(policyDrafts).where(eq(policyDrafts.workspaceId, ctx.workspaceId)).returning()
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: { isDropped: true },
      events: [{ kind: 'policy.changed' }],
      isSilent: gone.length === 0,
    }
  })
}
